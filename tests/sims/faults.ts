import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One thing that goes wrong with an answer of a fake board. */
export type Fault =
  /** Answers this instead of doing the work. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A page of the proxy's or the app's, 200 unless told. */
  | { readonly kind: 'html'; readonly status?: number }
  /** 200 and nothing. */
  | { readonly kind: 'empty' }
  /** Does the work, answers after so many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Never answers, the work not done. */
  | { readonly kind: 'hang' }
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

/** What is planned to go wrong; `Own` are kinds that one product has besides. */
export interface FaultPlan<Own = never> {
  /** The next calls that match go wrong in this way. */
  add(fault: Fault | Own, match?: FaultMatch): void;
  clear(): void;
  /** What a call is to suffer; used up by asking. */
  take(method: string, path: string): Fault | Own | undefined;
}

/** Begins with nothing planned. */
export function createFaultPlan<Own = never>(): FaultPlan<Own> {
  let planned: { fault: Fault | Own; match: FaultMatch; left: number }[] = [];
  return {
    add: (fault, match = {}) => {
      planned.push({ fault, match, left: match.times ?? 1 });
    },
    clear: () => {
      planned = [];
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

/** How one product answers. */
export interface Answering<Answer extends { readonly status: number }> {
  /** Does what was asked, and gives its answer. */
  readonly work: () => Answer | Promise<Answer>;
  /** A page, of the app or of a proxy. */
  readonly page: (status?: number) => Answer;
  readonly write: (response: ServerResponse, answer: Answer) => void;
}

/** Answers, or does what a fault says. */
export async function suffer<Answer extends { readonly status: number }>(
  fault: Fault | undefined,
  { work, page, write }: Answering<Answer>,
  response: ServerResponse,
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return write(response, await work());
    case 'status':
      return write(response, { ...page(fault.status), ...(fault.headers ? { headers: fault.headers } : {}) });
    case 'html':
      return write(response, page(fault.status));
    case 'empty':
      response.writeHead(200);
      return void response.end();
    case 'slow': {
      const answer = await work();
      await sleep(fault.ms, undefined, { ref: false });
      return write(response, answer);
    }
    case 'hang':
      return;
    case 'hang-up':
      return void response.destroy();
    case 'hang-up-after':
      await work();
      return void response.destroy();
    case 'status-after':
      await work();
      return write(response, page(fault.status));
  }
}
