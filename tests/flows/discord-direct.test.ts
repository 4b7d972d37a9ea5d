import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newCode, readCode } from '../../lib/domain/code.ts';
import { type DiscordHouse, openDiscordHouse } from './discord-house.ts';
import { types } from './discord-sight.ts';

/** Alone with the bot no server is named: who is no member of the team has to be on a server of it. */
let all: DiscordHouse;
beforeAll(async () => {
  all = await openDiscordHouse();
  all.discord.addGuild('others');
  all.discord.addChannel('attic', { guild: 'others' });
  all.discord.addUser('oto', { guild: 'others' });
});
afterAll(() => all.stop());

/** Types a command alone with the bot and gives what the person was told since. */
const alone = async (name: string, line: string, options?: Parameters<typeof types>[4]) =>
  (await types(all, name, all.discord.direct(name).id, line, options)).join('\n');

const titles = () => all.house.wekan.world.cards.map(({ title }) => title);

test('somebody of another server is told how to connect it, and nothing else is done', async () => {
  for (const [line, options] of [
    ['/card create', { title: 'From nowhere' }],
    ['/card list', {}],
    ['/card board', { board: 'wrong' }],
    ['/card help', {}],
    ['/card link', { code: newCode() }],
  ] as const) {
    const told = await alone('oto', line, options);
    expect(told).toMatch(/on no server that is connected to a team yet[\s\S]*\/card connect/);
    expect(told).not.toMatch(/\bops\b|\bmain\b/);
  }
  expect(titles()).toEqual([]);
});

test('the text comes back, so that nobody types it twice', async () => {
  expect(await alone('oto', '/card create', { title: 'Mend the fence' })).toContain('Mend the fence');
});

test('there are no suggestions for them', async () => {
  const direct = all.discord.direct('oto').id;
  const suggested = () =>
    all.discord.as('oto').autocompletes(direct, '/card move', { card: '#1', column: '' }, 'column');
  expect((await suggested()).choices).toEqual([]);
  await all.house.settle();
  expect((await suggested()).choices).toEqual([]);
});

test('members and guests of the team’s server are served', async () => {
  await alone('tom', '/card create', { title: 'From a member' });
  await alone('eva', '/card create', { title: 'From a guest' });
  await all.house.lapse(60_000);
  expect(titles()).toEqual(['From a member', 'From a guest']);
});

test('a member is served wherever they are', async () => {
  const { discord, house } = all;
  discord.guild.members.delete(discord.world.user('tom').id);
  await alone('tom', '/card create', { title: 'From afar' });
  await house.lapse(60_000);
  expect(titles()).toContain('From afar');
});

test('a guest who has left the server is not', async () => {
  const { discord } = all;
  discord.guild.members.delete(discord.world.user('eva').id);
  expect(await alone('eva', '/card list')).toMatch(/mit einem Team verbunden|connected to a team/);
});

test('a server that joins brings its people with it, at once', async () => {
  const { discord, house } = all;
  const code = newCode();
  await house.store.codes.give('ops', readCode(code) ?? '', { kind: 'connect', connection: 'talk' });
  await discord.as('oto').types('attic', '/card connect', { code });
  await house.settle();
  await alone('oto', '/card create', { title: 'From a friend' });
  await house.lapse(60_000);
  expect(titles()).toContain('From a friend');
});

test('an outage refuses nobody for good', async () => {
  const { discord, house } = all;
  discord.faults.add({ kind: 'status', status: 500 }, { path: /\/members\// });
  await alone('oto', '/card create', { title: 'Sooner or later' });
  discord.faults.clear();
  await house.lapse(60_000);
  expect(titles()).toContain('Sooner or later');
});
