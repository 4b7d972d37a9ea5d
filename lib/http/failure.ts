import { CardwireError, later, never, type Retry } from '../domain/errors.ts';
import type { Say } from '../domain/say.ts';
import type { HttpResponse } from './http.ts';

/** The longest wait that a far side may ask for; the queue comes back at least this often anyway. */
const longestWaitMs = 30 * 60_000;

/**
 * What an answer that is not a success means. 429 and 503 are worth another try after `Retry-After`, 408 and every 5xx after a
 * while, nothing else is.
 * @param product prefixes the code: `wekan-busy`, `mattermost-forbidden` …
 * @param now epoch milliseconds, for a `Retry-After` written as a date.
 * @param say what a person is told, where a person can do something about it.
 */
export function failure(
  product: string,
  response: Pick<HttpResponse, 'status' | 'headers'>,
  now: number,
  say?: Say,
): CardwireError {
  return new CardwireError(`${product}-${reason(response.status)}`, retry(response, now), say);
}

function reason(status: number): string {
  if (status === 429) return 'busy';
  if (status === 408 || status >= 500) return 'unavailable';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status >= 300 && status < 400) return 'redirected';
  return 'rejected';
}

function retry({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>, now: number): Retry {
  if (status !== 429 && status !== 408 && status < 500) return never;
  const afterMs = status === 429 || status === 503 ? retryAfter(headers['retry-after'], now) : undefined;
  return afterMs === undefined ? later : { when: 'later', afterMs };
}

/**
 * Reads `Retry-After`: seconds or an HTTP date (RFC 9110 10.2.3).
 * @returns milliseconds from now, between 0 and 30 minutes; undefined when there is none that can be read.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.round(Math.min(Math.max(wait, 0), longestWaitMs));
}
