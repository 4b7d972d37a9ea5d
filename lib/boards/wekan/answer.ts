import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { HttpResponse } from '../../http/http.ts';
import { answersOf } from '../answers.ts';

const { jsonOf, failed, ...kinds } = answersOf('wekan');

/** A bad token is taken for an anonymous caller (wekan.md A2.1); a path that is not known has the app's own page (A2.3). */
export const { isForbidden, isNotFound, isPage, isServerFailure, isUnauthorized } = kinds;

/**
 * What an answer of Wekan really says. 200 is not success (wekan.md A2.3): success is 2xx, JSON, and no error object inside.
 * @param now epoch milliseconds.
 * @returns the JSON; undefined for an empty 2xx, which is how a missing document is answered.
 * @throws CardwireError `wekan-…`.
 */
export function readAnswer(response: HttpResponse, now: number): unknown {
  const json = jsonOf(response, (answer) => refusal(answer, now));
  const status = hiddenStatus(json);
  if (status === undefined) return json;
  throw refusal({ status, headers: response.headers, contentType: 'application/json' }, now);
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

function refusal(answer: Pick<HttpResponse, 'status' | 'headers' | 'contentType'>, now: number) {
  const { status, headers, contentType } = answer;
  // A2.1: with the API off every path is a plain-text 403, before v10.99 a 301 to `/`.
  const apiOff =
    (status === 403 && contentType.startsWith('text/plain')) ||
    (status === 301 && /^(?:https?:\/\/[^/]+)?\/?$/.test(headers.location ?? ''));
  return apiOff ? new CardwireError('wekan-api-off', never, say('board-api-off')) : failed(answer, now);
}
