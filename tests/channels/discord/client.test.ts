import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createClient, userAgent } from '../../../lib/channels/discord/client.ts';
import { escapeMarkdown, unescapeMarkdown } from '../../../lib/channels/discord/escape.ts';
import type { HttpRequest, HttpResponse } from '../../../lib/http/http.ts';

/** A client whose calls are answered with this. */
function clientOf(response: Partial<HttpResponse>) {
  const calls: HttpRequest[] = [];
  const http = {
    send: async (request: HttpRequest) => {
      calls.push(request);
      return { status: 200, headers: {}, contentType: '', text: '', json: undefined, ...response };
    },
  };
  return {
    calls,
    client: createClient({ url: 'https://x.org/api/v10/', token: 'secret', http, now: () => 0 }),
  };
}

test('says who calls, with the version there is', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  expect(userAgent).toMatch(/^DiscordBot \(https:\/\/[^\s,]+, [\d.]+\)$/);
  expect(userAgent).toContain(`, ${version})`);
});

test('shows its token to the bot’s routes, and to no interaction', async () => {
  const { calls, client } = clientOf({ json: {} });
  await client.ask('GET', '/users/@me');
  await client.ask('POST', '/webhooks/11111/token', {});
  expect(calls.map(({ url, headers }) => [url, headers?.Authorization])).toEqual([
    ['https://x.org/api/v10/users/@me', 'Bot secret'],
    ['https://x.org/api/v10/webhooks/11111/token', undefined],
  ]);
});

test.each([
  [200, undefined],
  [404, undefined],
  [302, undefined],
])('what is no answer of Discord (%i) is not believed', async (status, json) => {
  const { client } = clientOf({ status, json });
  await expect(client.ask('GET', '/channels/11111')).rejects.toMatchObject({
    code: status === 302 ? 'discord-redirected' : 'discord-not-understood',
  });
});

test('a name that was made harmless reads as it was written', () => {
  const name = '#42 fix_it **now** @everyone <@1> ||x||';
  expect(unescapeMarkdown(escapeMarkdown(name))).toBe(name);
});
