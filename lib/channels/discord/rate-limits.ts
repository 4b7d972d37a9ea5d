import { CardwireError } from '../../domain/errors.ts';
import { retryAfter } from '../../http/failure.ts';
import type { HttpRequest, HttpResponse } from '../../http/http.ts';

/** What of an answer tells about limits. */
type Limiting = Pick<HttpResponse, 'status' | 'headers' | 'json'>;

/** What Discord has told of its limits during this run. Memory alone: another run learns anew, at the price of one refused call. */
export interface RateLimits {
  /** Throws `discord-busy`, with the wait, when a call is known to be refused: a 429 too many brings a ban (contract A2.3). */
  check(route: Route): void;
  /** Remembers what an answer says of its bucket, or of all calls. */
  learn(route: Route, answer: Limiting): void;
}

/** A call as limits see it. */
export interface Route {
  /** Method and path without ids: Discord names the bucket of each. */
  readonly name: string;
  /** The channel, guild or webhook that buckets are kept apart by. */
  readonly major: string;
  /** Calls with an interaction's token count for nothing but their own bucket (contract A1.2). */
  readonly open: boolean;
}

/** How long to stay away after a ban, which names no time (contract A2.3). Milliseconds. */
export const banMs = 15 * 60_000;

/** Entries are a few bytes; a run that has seen so many of them begins anew. */
const mostEntries = 1_000;

/** Begins with nothing known; `now` is epoch milliseconds. */
export function createRateLimits(now: () => number): RateLimits {
  /** Names of buckets by route, and the moment at which a bucket or everything is open again. */
  const buckets = new Map<string, string>();
  const closedUntil = new Map<string, number>();
  const keyOf = ({ name, major }: Route) => `${buckets.get(name) ?? name} ${major}`;

  function close(key: string, forMs: number): void {
    if (closedUntil.size >= mostEntries) closedUntil.clear();
    closedUntil.set(key, now() + forMs);
  }

  return {
    check: (route) => {
      const keys = [keyOf(route), allCalls, ...(route.open ? [] : [botCalls])];
      const wait = Math.max(...keys.map((key) => (closedUntil.get(key) ?? 0) - now()));
      if (wait > 0) throw busy(wait);
    },
    learn: (route, answer) => {
      const { status, headers } = answer;
      const bucket = headers['x-ratelimit-bucket'];
      if (bucket !== undefined) buckets.set(route.name, bucket);
      if (isBan(answer)) close(allCalls, banMs);
      else if (status === 429) close(isGlobal(answer) ? botCalls : keyOf(route), waitOf(answer, now()) ?? 0);
      else if (headers['x-ratelimit-remaining'] === '0') {
        close(keyOf(route), retryAfter(headers['x-ratelimit-reset-after'], now()) ?? 0);
      }
    },
  };
}

/** The limits that are nobody's bucket: of the address we call from, and of the bot. */
const allCalls = 'all';
const botCalls = 'bot';

/** What limits see of a path, `/channels/1/messages/2`. */
export function routeOf(method: HttpRequest['method'], path: string): Route {
  const [, top = '', id = '', token = ''] = (path.split('?')[0] ?? '').split('/');
  const open = top === 'webhooks';
  const major = open ? `${id}/${token}` : ['channels', 'guilds'].includes(top) ? id : '';
  const rest = (path.split('?')[0] ?? '').replace(major, '').replaceAll(/\d{5,}/g, ':id');
  return { name: `${method} ${rest}`, major: `${top}/${major}`, open };
}

/**
 * The answer of whoever stands before Discord to an address that is shut out: no limits and no time are named, or it is no JSON (contract
 * A2.3, discord-api-docs#5810). To go on would make it longer.
 */
export function isBan({ status, headers, json }: Limiting): boolean {
  if (status === 429) return waitOf({ headers, json }, 0) === undefined;
  return status === 403 && json === undefined;
}

/** How long a 429 says to wait, as the body or the header has it: seconds with decimals (contract A2.3). Milliseconds. */
export function waitOf(
  { headers, json }: Pick<Limiting, 'headers' | 'json'>,
  now: number,
): number | undefined {
  const told = fieldOf(json, 'retry_after');
  return retryAfter(typeof told === 'number' ? String(told) : headers['retry-after'], now);
}

function isGlobal({ headers, json }: Limiting): boolean {
  return headers['x-ratelimit-global'] === 'true' || fieldOf(json, 'global') === true;
}

function fieldOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;
}

/** A limit is used up: worth another try after so many milliseconds. */
export function busy(afterMs: number): CardwireError {
  return new CardwireError('discord-busy', { when: 'later', afterMs: Math.ceil(afterMs) });
}
