import type { BoardDeps } from '../../lib/boards/registry.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import type { Log } from '../../lib/domain/log.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import { memoryTokens } from './token-keeper.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a board works with in tests: this machine may be called. */
export function boardDeps(now: () => number = Date.now, timeoutMs?: number): BoardDeps {
  const http = createHttp({ allowPrivate: true, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  return { http, now, log: silent, timezone: 'Europe/Berlin', language: 'en', keepToken: memoryTokens };
}

/** What a call fails with. A call that does not fail, or not with an error of ours, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<CardwireError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CardwireError) return error;
  throw new Error('it did not fail as it should', { cause: error });
}
