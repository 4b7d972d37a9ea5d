import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createHttp } from '../../lib/http/create-http.ts';
import type { Resolve } from '../../lib/http/guard.ts';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import { openHouse } from '../flows/house.ts';
import { cardPost, heard, look, types } from '../flows/sight.ts';
import { toldOn } from './scan.ts';

const MINUTE = 60_000;
let all: DiscordHouse;
beforeAll(async () => {
  all = await openDiscordHouse({ timeoutMs: 4_000 });
  // Discord's own: a late door is an error.
  all.discord.world.deadline = 3_000;
});
afterAll(() => all.stop());
afterEach(() => {
  all.house.wekan.faults.clear();
  all.discord.faults.clear();
});
const cards = () => all.house.wekan.world.cards.map(({ title }) => title);
const interactionCalls = () => all.discord.requests.filter(({ path }) => path.startsWith('/webhooks/'));
const toDirect = (name: string) => all.discord.messages(all.discord.direct(name).id).map(({ text }) => text);

describe('17 cold start and slow board on a Discord command', () => {
  test('the door answers before the board does; what it holds open is edited when it is done', async () => {
    const { discord, house } = all;
    const tom = discord.as('tom');
    await tom.types('general', '/card create', { title: '§Before' });
    await house.lapse(MINUTE);
    house.wekan.faults.add({ kind: 'slow', ms: 1_500 }, { method: 'POST', path: /\/cards$/ });
    expect(await tom.types('general', '/card create', { title: '§Slow board' })).toEqual({ shown: [] });
    const shown = () => discord.messages('general').filter(({ text }) => text.includes('§Slow board'));
    expect(shown()).toEqual([]);
    await house.settle();
    expect(shown()).toHaveLength(1);
    expect(cards().filter((title) => title === '§Slow board')).toHaveLength(1);
    expect(discord.ephemerals('tom')).toEqual([]);
    const before = discord.ephemerals('tom').length;
    await tom.types('general', '/card show', { card: '#1' });
    await house.settle();
    expect(discord.ephemerals('tom').slice(before)).toHaveLength(1);
  });

  test('after 14 min the token is taken for dead: the answer comes as a message of its own', async () => {
    const { discord, house } = all;
    house.wekan.faults.add({ kind: 'status', status: 503 }, { times: 1_000 });
    await discord.as('tom').types('general', '/card move', { card: '#1', column: 'Doing' });
    await discord.as('tom').types('general', '/card create', { title: '§Late board' });
    await house.settle();
    expect(
      discord
        .ephemerals('tom')
        .map(({ text }) => text)
        .join(),
    ).toMatch(/kept/);
    house.pass(14 * MINUTE + 1_000);
    const [calls, direct] = [interactionCalls().length, toDirect('tom').length];
    house.wekan.faults.clear();
    for (let times = 0; times < 4; times += 1) await house.lapse(2 * MINUTE);
    expect(interactionCalls()).toHaveLength(calls);
    expect(toDirect('tom').slice(direct).join('\n')).toMatch(/is in \*\*Doing\*\* now/);
    const shown = discord.messages('general').filter(({ text }) => text.includes('§Late board'));
    expect(shown).toHaveLength(1);
    expect(cards().filter((title) => title === '§Late board')).toHaveLength(1);
  });

  test('18 a token that has died before its time: the same way', async () => {
    const { discord, house } = all;
    const direct = toDirect('tom').length;
    discord.faults.add({ kind: 'code', status: 404, code: 10_015 }, { path: /^\/webhooks\//, times: 50 });
    await discord.as('tom').types('general', '/card move', { card: '#1', column: 'Review' });
    for (let times = 0; times < 3; times += 1) await house.lapse(MINUTE);
    expect(toDirect('tom').slice(direct).join('\n')).toMatch(/is in \*\*Review\*\* now/);
  });
});

describe('18 addresses that others name', () => {
  let evil: Server;
  const hits: string[] = [];
  beforeAll(async () => {
    evil = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    }).listen(0, '127.0.0.1');
    await once(evil, 'listening');
  });
  afterAll(() => {
    evil.closeAllConnections();
    evil.close();
    expect(hits).toEqual([]);
  });
  const evilUrl = () => `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;

  test.each<[string, () => string]>([
    ['169.254.169.254', () => 'http://169.254.169.254/latest/meta-data'],
    ['[::1]', () => `http://[::1]:${(evil.address() as AddressInfo).port}/hooks/commands/abc`],
    ['another server', () => `${evilUrl()}/hooks/commands/${'a'.repeat(26)}`],
    ['a file', () => 'file:///etc/passwd'],
  ])(
    'a response_url pointing at %s is not called; the answer comes as a direct message',
    async (_what, url) => {
      const { house } = all;
      const command = [...house.mattermost.world.commands.values()][0];
      const tom = house.mattermost.world.user('tom');
      const before = heard(house, 'tom').length;
      const form = new URLSearchParams({
        ...{ token: command?.token ?? '', team_id: house.mattermost.team.id, channel_name: 'town-square' },
        ...{
          channel_id: house.mattermost.townSquare.id,
          user_id: tom.id,
          user_name: 'tom',
          command: '/card',
        },
        ...{ text: 'search §nothing', trigger_id: `t${Math.random()}`, response_url: url() },
      });
      const { status } = await fetch(command?.url ?? '', { method: 'POST', body: form });
      expect(status).toBe(200);
      for (let times = 0; times < 3; times += 1) await house.lapse(MINUTE);
      expect(heard(house, 'tom').slice(before)).toEqual([expect.stringContaining('nothing')]);
    },
  );

  test('an expired response_url: the same way', async () => {
    const { house } = all;
    house.wekan.faults.add({ kind: 'status', status: 503 }, { times: 1_000 });
    await types(house, 'tom', '/card move #1 done');
    house.pass(31 * MINUTE);
    const before = heard(house, 'tom').length;
    house.wekan.faults.clear();
    for (let times = 0; times < 4; times += 1) await house.lapse(2 * MINUTE);
    expect(heard(house, 'tom').slice(before)).toEqual([expect.stringMatching(/is in \*\*Done\*\* now/)]);
  });

  test('a redirect of the board or of the chat is followed nowhere', async () => {
    const { house } = all;
    const headers = { Location: `${evilUrl()}/elsewhere` };
    house.wekan.faults.add({ kind: 'status', status: 302, headers }, { method: 'POST', path: /\/comments$/ });
    await types(house, 'tom', '/card comment #1 §redirected');
    const away = { status: 307, headers };
    house.mattermost.faults.next({ on: /POST .*\/posts$/, kind: away, times: 1 });
    await house.mattermost.as('tom').command('town-square', '/card §Redirected');
    for (let times = 0; times < 3; times += 1) await house.lapse(2 * MINUTE);
    expect(look(cardPost(house, 'team', '§Redirected')).fields.Column).toBe('To Do');
    house.logged.length = 0;
  });

  test('a board on a private address is refused where the team does not allow it, before any call', async () => {
    const house = await openHouse((team) => {
      const { main } = team.boards;
      return main ? { ...team, boards: { main: { ...main, private: false } } } : team;
    });
    expect(await types(house, 'tom', '/card §Private')).toEqual([expect.stringMatching(/private/i)]);
    expect(house.wekan.requests).toEqual([]);
    await house.stop();
  });

  test('DNS rebinding: a name is resolved once, and any private answer refuses it', async () => {
    let asked = 0;
    const resolve = ((_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
      asked += 1;
      const found = [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ];
      callback(null, found);
    }) as unknown as Resolve;
    const http = createHttp({ allowPrivate: false, resolve });
    const url = `${evilUrl().replace('127.0.0.1', 'rebinding.example.org')}/`;
    await expect(http.send({ method: 'GET', url })).rejects.toMatchObject({ code: 'http-address-refused' });
    expect(asked).toBe(1);
  });
});

test('27 log scan during the rows above', () => {
  expect(toldOn(all.house, { 'the Discord bot’s token': all.discord.application.token })).toEqual([]);
  expect(all.house.logged).toEqual([]);
});
