import { setTimeout as sleep } from 'node:timers/promises';
import type { Pending } from './pending.ts';

/** What asynchronous calls of one function work with. */
export interface AsyncCallParts {
  /** Runs the function once; rejects when it throws. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly pending: Pending;
  /** Puts what failed for good onto the function's on-failure queue. */
  readonly bury: (record: FailureRecord) => Promise<void>;
  /** Milliseconds before each further try. */
  readonly waits?: readonly number[];
}

/** What Lambda sends to an on-failure destination. */
export interface FailureRecord {
  readonly version: '1.0';
  readonly timestamp: string;
  readonly requestContext: {
    readonly requestId: string;
    readonly condition: 'RetriesExhausted';
    readonly approximateInvokeCount: number;
  };
  readonly requestPayload: unknown;
}

/** Calls of a function that nobody waits for. */
export interface AsyncCalls {
  /** Resolves when the call is accepted: it will be made, also after a crash. */
  call(id: string, event: unknown): Promise<void>;
  /** Resolves when nothing is on its way. What waits for another try is left for the next start. */
  stop(): Promise<void>;
}

/** Lambda waits a minute, then two. Nobody at one machine has that much patience. */
const soon = [5_000, 10_000];

/**
 * Calls a function as Lambda does for asynchronous events: two further tries, then the on-failure queue. Begins with what an earlier run
 * had left.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function openAsyncCalls({ invoke, pending, bury, waits = soon }: AsyncCallParts): AsyncCalls {
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();

  async function run(id: string, event: unknown): Promise<void> {
    for (const wait of [0, ...waits]) {
      if (wait > 0) await sleep(wait, undefined, { signal: stopping.signal });
      if (await succeeds(invoke, event)) return pending.done(id);
    }
    await bury(failureOf(id, event, waits.length + 1));
    pending.done(id);
  }

  function begin(id: string, event: unknown): void {
    const work: Promise<void> = run(id, event)
      // Stopped, or the queue did not take it: it is still pending.
      .catch(() => undefined)
      .finally(() => atWork.delete(work));
    atWork.add(work);
  }

  for (const { id, event } of pending.left()) begin(id, event);
  return {
    call: async (id, event) => {
      await pending.add(id, event);
      begin(id, event);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(atWork);
    },
  };
}

async function succeeds(invoke: (event: unknown) => Promise<unknown>, event: unknown): Promise<boolean> {
  try {
    await invoke(event);
    return true;
  } catch {
    return false;
  }
}

function failureOf(requestId: string, event: unknown, tries: number): FailureRecord {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: { requestId, condition: 'RetriesExhausted', approximateInvokeCount: tries },
    requestPayload: event,
  };
}
