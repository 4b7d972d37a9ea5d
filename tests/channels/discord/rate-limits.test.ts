import { describe, expect, test } from '@jest/globals';
import { createRateLimits, isBan, routeOf, waitOf } from '../../../lib/channels/discord/rate-limits.ts';

const answer = (status: number, headers: Record<string, string> = {}, json?: unknown) => ({
  ...{ status, headers, json },
});
const used = (after: string, bucket = 'b') =>
  answer(200, {
    'x-ratelimit-bucket': bucket,
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': after,
  });

describe('limits', () => {
  test.each([
    ['/channels/11111/messages?limit=1', 'POST /channels//messages', 'channels/11111'],
    ['/channels/11111/messages/22222', 'POST /channels//messages/:id', 'channels/11111'],
    ['/guilds/11111/members/22222', 'POST /guilds//members/:id', 'guilds/11111'],
    ['/users/@me/channels', 'POST /users/@me/channels', 'users/'],
    [
      '/webhooks/11111/tok-en/messages/@original',
      'POST /webhooks//messages/@original',
      'webhooks/11111/tok-en',
    ],
  ])('%s belongs to its route and its place', (path, name, major) => {
    expect(routeOf('POST', path)).toEqual({ name, major, open: path.startsWith('/webhooks/') });
  });

  test('a bucket that is used up is not called again before its time, others are', () => {
    let now = 1_000;
    const limits = createRateLimits(() => now);
    const post = (channel: string) => routeOf('POST', `/channels/${channel}/messages`);
    limits.learn(post('11111'), used('0.75'));
    expect(() => limits.check(post('11111'))).toThrow(
      expect.objectContaining({ code: 'discord-busy', retry: { when: 'later', afterMs: 750 } }),
    );
    expect(() => limits.check(post('22222'))).not.toThrow();
    expect(() => limits.check(routeOf('GET', '/channels/11111'))).not.toThrow();
    now += 750;
    expect(() => limits.check(post('11111'))).not.toThrow();
  });

  test('routes of one bucket share it', () => {
    const limits = createRateLimits(() => 0);
    const [add, edit] = [routeOf('POST', '/channels/11111/messages'), routeOf('PATCH', '/channels/11111')];
    limits.learn(edit, answer(200, { 'x-ratelimit-bucket': 'b', 'x-ratelimit-remaining': '1' }));
    limits.learn(add, used('1'));
    expect(() => limits.check(edit)).toThrow();
  });

  test('the limit of all calls holds the bot up, and no interaction', () => {
    const limits = createRateLimits(() => 0);
    const route = routeOf('POST', '/channels/11111/messages');
    limits.learn(route, answer(429, { 'x-ratelimit-global': 'true' }, { retry_after: 2.5, global: true }));
    expect(() => limits.check(routeOf('GET', '/users/@me'))).toThrow(
      expect.objectContaining({ retry: { when: 'later', afterMs: 2_500 } }),
    );
    expect(() => limits.check(routeOf('POST', '/webhooks/11111/token'))).not.toThrow();
  });

  test('after a ban nothing is called, interactions neither', () => {
    let now = 0;
    const limits = createRateLimits(() => now);
    limits.learn(routeOf('GET', '/users/@me'), answer(429, {}, undefined));
    for (const path of ['/users/@me', '/webhooks/11111/token', '/channels/11111']) {
      expect(() => limits.check(routeOf('GET', path))).toThrow();
    }
    now += 15 * 60_000;
    expect(() => limits.check(routeOf('GET', '/users/@me'))).not.toThrow();
  });

  test('the body says more exactly than the header how long to wait', () => {
    expect(waitOf(answer(429, { 'retry-after': '1' }, { retry_after: 0.35 }), 0)).toBe(350);
    expect(waitOf(answer(429, { 'retry-after': '2' }, undefined), 0)).toBe(2_000);
  });

  test.each([
    [429, { 'retry-after': '1' }, undefined, false],
    [429, {}, { retry_after: 1 }, false],
    [429, {}, { code: 0, message: 'You are being blocked from accessing our API temporarily' }, true],
    [403, {}, undefined, true],
    [403, {}, { code: 50_001 }, false],
    [500, {}, undefined, false],
  ])('%i with %j and %j is a ban: %j', (status, headers, json, expected) => {
    expect(isBan(answer(status, headers, json))).toBe(expected);
  });
});
