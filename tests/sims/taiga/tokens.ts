import { createHmac, randomUUID } from 'node:crypto';
import type { Site } from './site.ts';
import type { SimUser } from './world.ts';

/** A2.1: a JWT whose `exp` tells its end, and both kinds at once. */
export function giveTokens(site: Site, user: SimUser) {
  return { auth_token: give(site, user, 'access'), refresh: give(site, user, 'refresh') };
}

function give(site: Site, { id }: SimUser, kind: 'access' | 'refresh'): string {
  const expires = site.now() + site.lifetimes[kind];
  const claims = { token_type: kind, exp: Math.floor(expires / 1000), jti: randomUUID(), user_id: id };
  const unsigned = [{ typ: 'JWT', alg: 'HS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const token = `${unsigned}.${createHmac('sha256', 'the fake’s secret').update(unsigned).digest('base64url')}`;
  site.world.tokens.push({ token, kind, userId: id, expires, denied: false });
  return token;
}
