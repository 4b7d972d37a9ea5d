import type { Answer } from './answer.ts';
import type { World } from './world.ts';

/** The window of contract A2.3. */
const WINDOW = 10 * 60_000;

/** Counts what Discord calls invalid requests, by the one address that calls this fake. */
export interface InvalidRequests {
  /** When they were: epoch milliseconds. */
  readonly times: readonly number[];
  isBanned(): boolean;
  count(answer: Answer): void;
}

/** Contract A2.3: 10,000 answers of 401, 403 or 429 in ten minutes; a 429 with the scope `shared` does not count. */
export function createInvalidRequests(world: World): InvalidRequests {
  const times: number[] = [];
  return {
    times,
    isBanned: () => times.filter((at) => world.now() - at < WINDOW).length >= world.limits.invalid,
    count: ({ status, headers }) => {
      const isShared = headers?.['x-ratelimit-scope'] === 'shared';
      if ([401, 403, 429].includes(status) && !isShared) times.push(world.now());
    },
  };
}

/** Contract A2.3: the ban's answer comes from Cloudflare, without any header of the rate limits. */
export const banned: Answer = { status: 429, text: 'error code: 1015' };
