import type { BoardDeps } from '../../lib/boards/registry.ts';
import type { CardDraft, CardFile, Marker } from '../../lib/domain/card.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import type { Log } from '../../lib/domain/log.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import { memoryTokens } from './token-keeper.ts';

/** Who asks for what is done in these tests. */
export const marker: Marker = { id: 'marker-of-this-test-00', origin: 'Tom, Mattermost ~ops' };
/** As it stands on a card. */
export const markerLine = '— Tom, Mattermost ~ops · cw-marker-of-this-test-00';

/** A card to be opened. */
export const draft: CardDraft = {
  title: 'Fix the pump',
  description: 'It leaks.',
  assignees: [],
  labels: [],
};

/** A file whose name and bytes are no plain text. */
export const file: CardFile = {
  type: 'attach',
  name: 'Pumpe groß.png',
  mediaType: 'image/png',
  bytes: new Uint8Array([0, 255, 13, 10]),
};

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
