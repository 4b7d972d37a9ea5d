import { createFaultPlan, type FaultPlan } from '../faults.ts';
import type { World } from './world.ts';

/** A2.2: too many calls; the wait stands in `X-Throttle-Wait-Seconds`. */
export interface Throttled {
  readonly kind: 'throttled';
  readonly seconds: number;
}

/** What goes wrong with the fake. */
export interface Faults extends FaultPlan<Throttled> {
  /** Every access token is refused from now on; refresh tokens stay good. */
  expireTokens(): void;
  /** Every token is refused from now on, refresh and application tokens too. */
  revokeTokens(): void;
  /** Done once, by somebody else, while the next PATCH of a story is between its read and its save. */
  cross(work: () => unknown): void;
  /** Does it. */
  between(): void;
}

export function createFaults(world: World): Faults {
  let crossing: (() => unknown) | undefined;
  return {
    cross: (work) => {
      crossing = work;
    },
    between: () => {
      const work = crossing;
      crossing = undefined;
      work?.();
    },
    ...createFaultPlan<Throttled>(),
    expireTokens: () => {
      world.tokens = world.tokens.filter(({ kind }) => kind !== 'access');
    },
    revokeTokens: () => {
      world.tokens = [];
    },
  };
}
