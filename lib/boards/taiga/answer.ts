import { CardwireError, hasCode, later, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { HttpResponse } from '../../http/http.ts';
import { answersOf } from '../answers.ts';

const { jsonOf, failed, ...kinds } = answersOf('taiga');

export const { isForbidden, isNotFound, isUnauthorized } = kinds;

/**
 * Reads an answer of Taiga (taiga.md A2.2).
 * @param now epoch milliseconds.
 * @returns the JSON; undefined for an empty 2xx.
 * @throws CardwireError `taiga-…`; `RejectedFields` for a value that Taiga does not take.
 */
export function readAnswer(response: HttpResponse, now: number): unknown {
  return jsonOf(response, (answer) => refusal(answer, now));
}

/** A 400 that names the fields it is about (A2.2). Their messages are in the account's own language: only the names are read. */
export class RejectedFields extends CardwireError {
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    super('taiga-rejected', never);
    this.fields = fields;
  }
}

function refusal(response: HttpResponse, now: number): CardwireError {
  const { status, json, headers } = response;
  if (status === 400) return rejected(json);
  if (status === 451) return new CardwireError('taiga-blocked', never, say('board-blocked'));
  // A2.2: a header of its own in place of Retry-After.
  const wait = headers['x-throttle-wait-seconds'];
  const answer = { status, headers: wait === undefined ? headers : { ...headers, 'retry-after': wait } };
  return failed(answer, now);
}

/** A2.2: a version that does not fit is told by a text, where other fields have lists. */
function rejected(json: unknown): CardwireError {
  const body: object = typeof json === 'object' && json !== null ? json : {};
  if ('version' in body && typeof body.version === 'string')
    return new CardwireError('taiga-conflict', later);
  return new RejectedFields(Object.keys(body));
}

/** Whether somebody else has changed the card since it was read. */
export function isConflict(error: unknown): boolean {
  return hasCode(error, 'taiga-conflict');
}

/** Whether a value of one of these fields was not taken. */
export function isRejected(error: unknown, ...fields: readonly string[]): error is RejectedFields {
  return error instanceof RejectedFields && error.fields.some((field) => fields.includes(field));
}
