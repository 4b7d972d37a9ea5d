import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openAddress } from '../../lib/domain/address.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { bit } from '../sims/discord/permissions.ts';
import { type DiscordWorld, startDiscordWorld } from './discord-world.ts';
import { deploymentKey } from './far-world.ts';

let world: DiscordWorld;
beforeEach(async () => {
  world = await startDiscordWorld();
});
afterEach(() => world.stop());

const stepOf = (shown: readonly string[], title: string) => shown.find((line) => line.includes(title));
const inGeneral = '{ channel: talk, room: "#general" }';

describe('setting Discord up', () => {
  test('registers the commands, sets the address and tells the link, all with the bot’s token', async () => {
    const { sim } = world;
    const { result, shown } = await world.run({ rooms: inGeneral });
    expect(result).toMatchObject({ failed: 0, stored: true, todos: [] });
    expect(shown).toContain(`ok Sign in to discord for talk: as @${sim.bot.username}, on the server eng`);
    expect(shown).toContain('ok Join general of talk: can speak there');
    expect(shown).toContain('ok Command /card of talk: made');
    expect(shown).toContain('ok Address of talk: set');
    const link = `https://discord.com/oauth2/authorize?client_id=${sim.application.id}&scope=bot+applications.commands&permissions=309237730304`;
    expect(stepOf(shown, 'Link that brings talk')).toContain(link);
    expect(sim.world.commands.get('global')?.map(({ name }) => name)).toEqual(['card', 'Create card']);

    const { endpoint, id, verifyKey } = sim.application;
    expect(endpoint).toBe(result.addresses.talk);
    expect(
      openAddress(new URL(endpoint).pathname, createKeyring(deploymentKey)('discord-interaction')),
    ).toEqual({
      ...{ source: 'discord-interaction', team: 'ops', connection: 'talk', generation: 1 },
      caller: `${id}.${verifyKey}`,
    });
    const { channels, teamChannels } = await world.team();
    expect(channels.talk).toEqual({
      ...{ product: 'discord', id: 'talk', generation: 1, url: sim.url, private: true, command: 'card' },
      ...{ token: sim.application.token, self: sim.bot.id, development: false },
      ...{ application: id, publicKey: verifyKey, server: sim.guild.id },
    });
    expect(teamChannels).toMatchObject([{ conversation: `discord:talk:${sim.general.id}:` }]);
  });

  test('twice writes nothing, and a check neither', async () => {
    await world.run({ rooms: inGeneral });
    const before = world.writes();
    const again = await world.run({ rooms: inGeneral });
    const checked = await world.check();
    expect(world.writes()).toEqual(before);
    for (const { shown, result } of [again, checked]) {
      expect(result).toMatchObject({ failed: 0, todos: [] });
      expect(shown).toContain('ok Command /card of talk: stands as it should');
      expect(shown).toContain('ok Address of talk: stands as it should');
    }
  });

  test('and a check calls a room by its name, where that can be read', async () => {
    await world.run({ rooms: inGeneral });
    const team = await world.team();
    const unnamed = team.teamChannels.map(({ conversation }) => ({ conversation, tell: [] }));
    await world.keep({ ...team, teamChannels: unnamed });
    expect((await world.check()).shown).toContain('ok Join general of talk: can speak there');
    world.sim.deny('general', bit.VIEW_CHANNEL);
    const { shown } = await world.check();
    expect(stepOf(shown, `Join room ${world.sim.general.id} of talk`)).toBeDefined();
  });

  test('mends commands and address that were changed', async () => {
    await world.run();
    const { sim } = world;
    sim.world.commands.set('global', sim.world.commands.get('global')?.slice(1) ?? []);
    sim.application.endpoint = sim.application.endpoint.replace(/[^/]+$/, 'another-seal');
    const { shown } = await world.check();
    expect(shown).toContain('ok Command /card of talk: mended: it is registered anew');
    expect(shown).toContain('ok Address of talk: mended: it is set again');
    expect(sim.world.commands.get('global')).toHaveLength(2);
  });

  test('in development keeps the commands to the one server, and takes them away from there later', async () => {
    const { sim } = world;
    const sizes = () =>
      [sim.world.commands.get('global'), sim.world.commands.get(sim.guild.id)].map((all = []) => all.length);
    await world.run({ talk: 'development: true' });
    expect(sizes()).toEqual([0, 2]);
    const { shown } = await world.run({ talk: 'development: true' });
    expect(shown).toContain('ok Command /card of talk: stands as it should, on this server alone');
    await world.run({ talk: 'command: karte' });
    expect(sizes()).toEqual([2, 0]);
  });

  test('finds server and room by id as well, whatever else is called so', async () => {
    const { sim } = world;
    sim.addGuild('eng');
    sim.addChannel('general', { guild: 'eng', type: 5 });
    const [twice] = (await world.run()).shown.filter((line) => line.startsWith('failed'));
    expect(twice).toContain('several servers called eng');
    const talk = `server: "${sim.guild.id}"`;
    const rooms = (room: string) => `{ channel: talk, room: "${room}" }`;
    const ambiguous = await world.run({ talk, rooms: rooms('general') });
    expect(stepOf(ambiguous.shown, 'Room general')).toContain('Several channels');
    const found = await world.run({ talk, rooms: rooms(sim.general.id) });
    expect(found.result).toMatchObject({ failed: 0, stored: true });
  });
});

test('names are found whatever form of Unicode they are written in', async () => {
  const { sim } = world;
  const { id } = sim.addChannel('Menü'.normalize('NFD'));
  sim.guild.name = 'Küche'.normalize('NFD');
  const rooms = `{ channel: talk, room: ${'menü'.normalize('NFC')} }`;
  const { result } = await world.run({ talk: `server: ${'küche'.normalize('NFC')}`, rooms });
  expect(result).toMatchObject({ failed: 0, stored: true });
  const item = await world.far.teams.get('ops');
  expect(item?.settings).toContain(`discord:talk:${id}:`);
});

describe('what is wrong is told, and nothing stored', () => {
  test.each<[string, Parameters<DiscordWorld['run']>[0], RegExp]>([
    [
      'a token that is none',
      { env: { DISCORD: 'wrong' } },
      /^failed Sign in to discord .*refuses the token of the bot/,
    ],
    [
      'a server the bot is not on',
      { talk: 'server: elsewhere' },
      /^failed Sign in .*no server called elsewhere\. It is on: eng\. To bring it to one, open https:\/\/discord\.com\S+ and let it: View Channels, Send Messages, Embed Links, Read Message History, Create Public Threads, Send Messages in Threads/,
    ],
    [
      'a room that is not there',
      { rooms: '{ channel: talk, room: nowhere }' },
      /^failed Room nowhere of talk/,
    ],
    [
      'doors that are not up',
      { baseUrl: 'http://127.0.0.1:9' },
      /^failed Address of talk: Discord has called http:\/\/127\.0\.0\.1:9 .*public https/,
    ],
  ])('%s', async (_what, change, line) => {
    const { result, shown } = await world.run(change);
    expect(shown).toContainEqual(expect.stringMatching(line));
    expect(result).toMatchObject({ failed: 1, stored: false });
    expect(JSON.stringify(shown)).not.toContain(world.sim.application.token);
  });

  test('an application that serves somebody else', async () => {
    const { application } = world.sim;
    for (const [endpoint, line] of [
      ['https://bots.example.org/interactions', /calls something else already/],
      [`${world.doorsUrl}/discord-interaction/hr/talk.1/1.2/seal`, /serves the team hr already/],
    ] as const) {
      application.endpoint = endpoint;
      const { result, shown } = await world.run();
      expect(stepOf(shown, 'Address of talk')).toMatch(line);
      expect([result.stored, application.endpoint]).toEqual([false, endpoint]);
      expect(world.writes()).toEqual([]);
    }
  });

  test('an application with commands of somebody else', async () => {
    const { world: discord } = world.sim;
    const theirs = [
      { id: '1', version: '1', type: 1, name: 'music', body: { name: 'music', description: 'Plays' } },
    ];
    discord.commands.set('global', theirs);
    const { shown } = await world.run();
    expect(stepOf(shown, 'Command /card')).toContain('commands that are not ours');
    expect(discord.commands.get('global')).toBe(theirs);
  });
});

describe('what the bot may not do is left to a person', () => {
  test('speaking in a room, by the names of the permissions', async () => {
    world.sim.deny('general', bit.EMBED_LINKS);
    const { result } = await world.run({ rooms: inGeneral });
    expect(result).toMatchObject({ failed: 0, stored: true });
    expect(result.todos[0]?.title).toContain('Room general: let @');
    expect(result.todos[0]?.lines[1]).toBe('  Embed Links');
  });

  test('looking into a room', async () => {
    world.sim.addChannel('board', { private: true });
    const { result } = await world.run({ rooms: '{ channel: talk, room: board }' });
    expect(result.todos[0]?.lines[1]).toBe('  View Channels, Send Messages, Embed Links');
  });

  test('a server that joined and has taken the bot off is told by a check', async () => {
    await world.run();
    const { sim, far } = world;
    const guild = sim.addGuild('friends');
    const room = sim.addChannel('board', { guild: 'friends' });
    const joined = { connection: 'talk', server: guild.id, conversation: `discord:talk:${room.id}:` };
    await far.teams.join('ops', joined);
    expect((await world.check()).result.todos).toEqual([]);
    guild.members.delete(sim.bot.id);
    const { result } = await world.check();
    expect(result.todos[0]?.lines.at(-1)).toContain('taken off the server');
  });
});

describe('servers that joined', () => {
  const joined = {
    connection: 'talk',
    server: '111111111111111111',
    conversation: 'discord:talk:222222222222222222:',
  };

  test('stay when the team is set up again, and go with their connection', async () => {
    await world.run();
    await world.far.teams.join('ops', joined);
    await world.run();
    expect((await world.team()).joined).toEqual([joined]);
    await world.run({ gone: true });
    expect(await world.team()).not.toHaveProperty('joined');
  });
});
