import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { judgeLink } from '../../../lib/channels/email/link-request.ts';
import { linkToken, openLinkToken } from '../../../lib/channels/email/link-token.ts';
import { mailLink } from '../../../lib/channels/email/links.ts';
import { sealAddress } from '../../../lib/domain/address.ts';
import { createDoor } from '../../../lib/doors/door.ts';
import type { Event } from '../../../schemas/event.ts';
import { type ServedDoors, serveDoors } from '../../doors/serve.ts';
import { captureLog } from '../../flows/capture-log.ts';
import { linkKeys } from './mail-world.ts';

const address = { source: 'mail-link', team: 'ops', connection: 'mail', generation: 3 };
const id = 'xa7ygpe30c24w';

let doors: ServedDoors;
let queued: Event[];
let stored: string[];
let asked: string[];
let broken: boolean;
const { log, lines } = captureLog();

beforeEach(async () => {
  [queued, stored, asked, broken] = [[], [], [], false];
  doors = await serveDoors({
    'mail-link': createDoor({
      ...{ source: 'mail-link', keys: linkKeys[0], judge: judgeLink, log },
      enqueue: async (events) => {
        if (broken) throw new Error('no queue');
        queued.push(...events);
      },
      locate: async (key) => {
        asked.push(key);
        return stored.includes(key) ? `https://store.example.org/${key}?good=now` : undefined;
      },
    }),
  });
});
afterEach(() => doors.stop());

const door = () => ({ url: doors.url + sealAddress(address, linkKeys), keys: linkKeys });

const call = (url: string, options: RequestInit = {}) => fetch(url, { redirect: 'manual', ...options });

test.each(['confirm', 'unsubscribe'] as const)(
  'a GET of %s shows a page with a button, and does nothing',
  async (action) => {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await call(mailLink(door(), action, id), { method });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const page = await answer.text();
      if (method === 'GET') expect(page).toMatch(/<form method="post"><button>[^<]+<\/button><\/form>/);
      expect(page).not.toMatch(/<script|src=|https?:/);
    }
    expect(queued).toEqual([]);
  },
);

test.each([
  ['en', 'has a link of its own'],
  ['de', 'hat einen eigenen Link'],
])('a confirmation (%s) says that what else waits is asked for by another link', async (language, words) => {
  const options = { method: 'POST', headers: { 'accept-language': language } };
  expect(await (await call(mailLink(door(), 'confirm', id), options)).text()).toContain(words);
});

test.each(['confirm', 'unsubscribe'] as const)(
  'a POST of %s queues what was asked for, and says so',
  async (action) => {
    const answer = await call(mailLink(door(), action, id), { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('<form');
    expect(queued).toMatchObject([
      {
        ...{ kind: 'command', team: 'ops', connection: 'mail', generation: 3, unproven: true, reply: {} },
        input: { by: 'link', action, token: id },
      },
    ]);
  },
);

test('a mail program’s one click is such a POST', async () => {
  const answer = await call(mailLink(door(), 'unsubscribe', id), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  expect(queued).toHaveLength(1);
});

test('the page is in the language of the browser', async () => {
  const page = async (language: string) =>
    (await call(mailLink(door(), 'confirm', id), { headers: { 'accept-language': language } })).text();
  expect(await page('de-AT,de;q=0.9,en;q=0.8')).toContain('<html lang="de">');
  expect(await page('fr,en;q=0.5,de;q=0.3')).toContain('<html lang="en">');
  expect(await page('fr')).toContain('<html lang="en">');
  // A country is no language.
  expect(await page('tr-DE,tr;q=0.9,en;q=0.8')).toContain('<html lang="en">');
});

test('sends on to the mail as it came, while it is kept', async () => {
  const url = mailLink(door(), 'original', '0107019a-6f1c');
  const gone = await call(url);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('30 days')]);
  stored.push('in/0107019a-6f1c');
  const there = await call(url);
  expect(there.status).toBe(302);
  expect(there.headers.get('location')).toBe('https://store.example.org/in/0107019a-6f1c?good=now');
  expect(there.headers.get('referrer-policy')).toBe('no-referrer');
  expect(asked).toEqual(['in/0107019a-6f1c', 'in/0107019a-6f1c']);
  expect((await call(url, { method: 'POST' })).status).toBe(405);
});

test('what we have not sealed is no good: another action, another id, another key, nothing at all', async () => {
  const token = linkToken('confirm', id, linkKeys);
  const { url } = door();
  const queries = [
    `do=unsubscribe&t=${token}`,
    `do=confirm&t=${token.replace('x', 'y')}`,
    `do=confirm&t=${linkToken('confirm', id, ['0'.repeat(64)])}`,
    `do=confirm&t=${token}x`,
    `do=original&t=../../etc.${token.split('.')[1]}`,
    'do=confirm',
    `t=${token}`,
    '',
  ];
  for (const query of queries) {
    for (const method of ['GET', 'POST']) {
      const answer = await call(`${url}?${query}`, { method });
      expect([query, method, answer.status]).toEqual([query, method, 404]);
    }
  }
  expect(
    (await call(`${doors.url}/mail-link/ops/mail.3/${'x'.repeat(43)}?do=confirm&t=${token}`)).status,
  ).toBe(401);
  expect(queued).toEqual([]);
  expect(asked).toEqual([]);
});

test('only GET, HEAD and POST mean something', async () => {
  expect((await call(mailLink(door(), 'confirm', id), { method: 'PUT' })).status).toBe(405);
});

test('without the queue nobody is told that it is done', async () => {
  broken = true;
  const answer = await call(mailLink(door(), 'unsubscribe', id), { method: 'POST' });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('press the button again');
});

test('a token outlives a rotated key for as long as both are good', () => {
  const [next, old] = ['1'.repeat(64), '2'.repeat(64)];
  const token = linkToken('unsubscribe', id, [old]);
  expect(openLinkToken('unsubscribe', token, [next, old])).toBe(id);
  expect(openLinkToken('unsubscribe', token, [next])).toBeUndefined();
});

test('nothing that lets anyone in is logged', () => {
  expect(lines.join('\n')).not.toMatch(/mail-link\/|xa7ygpe30c24w|store\.example/);
});
