import type { World } from './world.ts';

/** One thing that goes wrong with an answer. */
export type Fault =
  /** Answers this instead of doing the work. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A2.2: too many calls; the wait stands in `X-Throttle-Wait-Seconds`. */
  | { readonly kind: 'throttled'; readonly seconds: number }
  /** A page of the proxy's, 200 unless told. */
  | { readonly kind: 'html'; readonly status?: number }
  /** 200 and nothing. */
  | { readonly kind: 'empty' }
  /** Does the work, answers after so many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Closes the connection, the work not done. */
  | { readonly kind: 'hang-up' }
  /** Does the work, then closes the connection. */
  | { readonly kind: 'hang-up-after' }
  /** Does the work, then answers this. */
  | { readonly kind: 'status-after'; readonly status: number };

/** Which calls a fault is for; every call when empty. */
export interface FaultMatch {
  readonly method?: string;
  readonly path?: RegExp;
  /** For so many calls; 1 unless told. */
  readonly times?: number;
}

export interface Faults {
  /** The next calls that match go wrong in this way. */
  add(fault: Fault, match?: FaultMatch): void;
  clear(): void;
  /** Every access token is refused from now on; refresh tokens stay good. */
  expireTokens(): void;
  /** Every token is refused from now on, refresh and application tokens too. */
  revokeTokens(): void;
  /** What a call is to suffer; used up by asking. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaults(world: World): Faults {
  let planned: { fault: Fault; match: FaultMatch; left: number }[] = [];
  return {
    add: (fault, match = {}) => {
      planned.push({ fault, match, left: match.times ?? 1 });
    },
    clear: () => {
      planned = [];
    },
    expireTokens: () => {
      world.tokens = world.tokens.filter(({ kind }) => kind !== 'access');
    },
    revokeTokens: () => {
      world.tokens = [];
    },
    take: (method, path) => {
      const next = planned.find(
        ({ match }) => (match.method ?? method) === method && (match.path?.test(path) ?? true),
      );
      if (!next) return undefined;
      next.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return next.fault;
    },
  };
}
