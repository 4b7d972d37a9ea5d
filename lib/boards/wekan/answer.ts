import { CardwireError, hasCode, later, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { failure } from '../../http/failure.ts';
import type { HttpResponse } from '../../http/http.ts';

/**
 * What an answer of Wekan really says. 200 is not success (wekan.md A2.3): success is 2xx, JSON, and no error object inside.
 * @param now epoch milliseconds.
 * @returns the JSON; undefined for an empty 2xx, which is how a missing document is answered.
 * @throws CardwireError `wekan-…`.
 */
export function readAnswer(response: HttpResponse, now: number): unknown {
  const { status, json, text, headers } = response;
  if (status < 200 || status > 299) throw refusal(response, now);
  if (text === '') return undefined;
  if (json === undefined) throw new CardwireError('wekan-not-json', later);
  const hidden = hiddenStatus(json);
  if (hidden !== undefined) throw refusal({ status: hidden, headers, contentType: 'application/json' }, now);
  return json;
}

const statusByName = new Map<unknown, number>([
  ['Unauthorized', 401],
  ['Forbidden', 403],
  ['NotFound', 404],
]);

/** The status that an error object stands for (style A), undefined when the body is none. One that says nothing may pass. */
function hiddenStatus(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const { error, errorType, statusCode, _id } = json as Readonly<Record<string, unknown>>;
  if (errorType === undefined && (error === undefined || _id !== undefined)) return undefined;
  if (typeof statusCode === 'number') return statusCode;
  if (typeof error === 'number') return error;
  return statusByName.get(error) ?? 500;
}

function refusal(response: Pick<HttpResponse, 'status' | 'headers' | 'contentType'>, now: number) {
  const { status, headers, contentType } = response;
  // A2.1: with the API off every path is a plain-text 403, before v10.99 a 301 to `/`.
  const apiOff =
    (status === 403 && contentType.startsWith('text/plain')) ||
    (status === 301 && /^(?:https?:\/\/[^/]+)?\/?$/.test(headers.location ?? ''));
  if (apiOff) return new CardwireError('wekan-api-off', never, say('board-api-off'));
  if (status === 401) return failure('wekan', response, now, say('board-sign-in-refused'));
  if (status === 403) return failure('wekan', response, now, say('board-forbidden'));
  return failure('wekan', response, now);
}

/** Whether an error says that the token is no good: Wekan takes a bad one for an anonymous caller (A2.1). */
export function isUnauthorized(error: unknown): boolean {
  return hasCode(error, 'wekan-unauthorized');
}

/** Whether an error says that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return hasCode(error, 'wekan-not-found');
}

/** Whether the answer was a page: the app's own for a path that it does not know (A2.3), or a proxy's. */
export function isPage(error: unknown): boolean {
  return hasCode(error, 'wekan-not-json');
}

/** Whether the server answered that something went wrong inside it: the work may have been done all the same (A2.5, moves). */
export function isServerFailure(error: unknown): boolean {
  return hasCode(error, 'wekan-unavailable');
}
