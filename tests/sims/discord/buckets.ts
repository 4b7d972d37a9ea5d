import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** What a call used of its bucket. */
export interface Use {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when there was nothing left to use: seconds until there is. */
  readonly wait?: { readonly seconds: number; readonly global: boolean };
}

/** Counts calls as Discord does (contract A2.3): a bucket for each route and top-level thing, one for all calls of the bot. */
export function createBuckets(world: World): (route: string, path: string) => Use {
  const buckets = new Map<string, { used: number; until: number }>();

  function use(key: string, limit: number, ms: number) {
    const now = world.now();
    const there = buckets.get(key);
    const bucket = there && there.until > now ? there : { used: 0, until: now + ms };
    buckets.set(key, bucket);
    const full = bucket.used >= limit;
    if (!full) bucket.used += 1;
    return {
      full,
      remaining: limit - bucket.used,
      seconds: (bucket.until - now) / 1000,
      until: bucket.until,
    };
  }

  return (route, path) => {
    const { limit, ms } = world.limits.bucket;
    const name = createHash('md5').update(route).digest('hex');
    const mine = use(`${name} ${majorOf(path)}`, limit, ms);
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(mine.remaining),
      'x-ratelimit-reset': (mine.until / 1000).toFixed(3),
      'x-ratelimit-reset-after': mine.seconds.toFixed(3),
      'x-ratelimit-bucket': name,
    };
    if (mine.full) return { headers, wait: { seconds: mine.seconds, global: false } };
    // Contract A1.2: what goes by an interaction's token is not under the bot's limit.
    if (/^\/(interactions|webhooks)\//.test(path)) return { headers };
    const all = use('global', world.limits.global, 1000);
    return all.full ? { headers: {}, wait: { seconds: all.seconds, global: true } } : { headers };
  };
}

/** Contract A2.3: the channel, the guild, or the webhook with its token. */
function majorOf(path: string): string {
  return /^\/(channels|guilds)\/\d+|^\/webhooks\/\d+\/[^/]+/.exec(path)?.[0] ?? '';
}

/** The headers and body of a 429 (contract A2.3). `Retry-After` is in whole seconds, the body's is not. */
export function limited(seconds: number, global: boolean, scope = global ? 'global' : 'user') {
  return {
    status: 429,
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    json: { message: 'You are being rate limited.', retry_after: seconds, global },
  };
}
