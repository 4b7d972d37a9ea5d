import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openAddress } from '../../lib/domain/address.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { setUp } from '../../lib/setup/set-up.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import { loadTeam } from '../../lib/teams/stored.ts';
import { deploymentKey, type FarWorld, partsOf, startFarWorld } from './far-world.ts';

let world: FarWorld;
beforeEach(async () => {
  world = await startFarWorld();
});
afterEach(() => world.stop());

/** Sets the world's team up, with its file and environment changed as a test needs it. */
async function run(
  change: { yaml?: string; env?: Record<string, string>; without?: string; revoke?: string[] } = {},
) {
  const env = { ...world.env, ...change.env };
  if (change.without !== undefined) delete env[change.without];
  const { parts, shown } = partsOf(world, env);
  const { file, problems } = readTeamFile(change.yaml ?? world.yaml, env);
  if (!file) throw new Error(`the file of this test is wrong: ${JSON.stringify(problems)}`);
  return { result: await setUp(file, parts, change.revoke), shown };
}

async function storedTeam() {
  const item = await world.teams.get('ops');
  return item && loadTeam(item.settings, createKeyring(deploymentKey)('stored-secrets'));
}

const pathOf = (url: string | undefined) => new URL(url ?? '').pathname;
const commands = () => [...world.mattermost.world.commands.values()];
const webhooks = () => world.wekan.world.integrations;

describe('setting a team up', () => {
  test('in an empty world makes all there is to make and stores the team', async () => {
    const { result, shown } = await run();
    expect(shown).toEqual([
      'ok Sign in to wekan for kanban: board “Ops”: new cards go to “To Do”, done is “Done”',
      'ok Sign in to mattermost for chat: as @cardwire, in the workspace eng',
      expect.stringMatching(/^ok Room ops-board of chat: found/),
      'ok Join ops-board of chat: joined',
      'ok Command /card of chat: made',
      'ok Store the settings of ops: secrets encrypted',
      expect.stringMatching(/^ok Webhook of kanban: made/),
    ]);
    expect(result).toMatchObject({ failed: 0, stored: true, todos: [] });

    const team = await storedTeam();
    const room = world.mattermost.world.channel('ops-board');
    const column = (title: string) => world.wekan.world.lists.find((list) => list.title === title)?._id;
    expect(team).toMatchObject({
      id: 'ops',
      language: 'de',
      members: { people: [{ name: 'ann' }], room: { connection: 'chat', room: room.id } },
      teamChannels: [{ conversation: `mattermost:chat:${room.id}:`, tell: ['create', 'move'] }],
    });
    expect(team?.boards.kanban).toMatchObject({
      generation: 1,
      url: world.wekan.url,
      password: 'cardwire-password',
      self: world.wekan.world.users.find(({ username }) => username === 'cardwire')?._id,
      board: world.wekan.board._id,
      intake: column('To Do'),
      done: column('Done'),
    });
    expect(team?.channels.chat).toMatchObject({
      generation: 1,
      token: world.mattermost.tokens.bot,
      self: world.mattermost.bot.id,
      workspace: world.mattermost.team.id,
    });
    expect(room.members).toContain(world.mattermost.bot.id);
  });

  test('gives out addresses that open with what the far side must show', async () => {
    const { result } = await run();
    const [command] = commands();
    const [webhook] = webhooks();
    expect([command?.url, webhook?.url]).toEqual([result.addresses.chat, result.addresses.kanban]);
    const commandKey = deriveKey(deploymentKey, 'mattermost-command');
    const hookKey = deriveKey(deploymentKey, 'wekan-webhook');
    expect(openAddress(pathOf(command?.url), [commandKey], command?.token)).toEqual({
      source: 'mattermost-command',
      team: 'ops',
      connection: 'chat',
      generation: 1,
    });
    expect(openAddress(pathOf(command?.url), [commandKey])).toBeUndefined();
    expect(openAddress(pathOf(webhook?.url), [hookKey])).toMatchObject({
      source: 'wekan-webhook',
      connection: 'kanban',
    });
    expect(webhook?.token).toMatch(/^[\w-]{43}$/);
  });

  test('keeps secrets out of the table, the progress and the result', async () => {
    const { result, shown } = await run();
    const item = await world.teams.get('ops');
    const { bot, admin } = world.mattermost.tokens;
    for (const secret of ['cardwire-password', bot, admin, deploymentKey]) {
      expect(`${item?.settings} ${shown.join()} ${JSON.stringify(result)}`).not.toContain(secret);
    }
  });

  test('twice changes nothing', async () => {
    const first = await run();
    const [before, ...more] = [commands(), webhooks()].map((all) => structuredClone(all));
    const second = await run();
    expect([commands(), webhooks()]).toEqual([before, ...more]);
    expect(second.result.addresses).toEqual(first.result.addresses);
    expect(second.shown).toContain('ok Join ops-board of chat: is in it');
  });

  test('with --revoke makes new addresses and kills the old ones', async () => {
    const first = await run();
    const second = await run({ revoke: ['kanban'] });
    expect(second.result.addresses.kanban).toContain('/kanban.2/');
    expect(second.result.addresses.chat).toBe(first.result.addresses.chat);
    expect(webhooks().map(({ url }) => url)).toEqual([second.result.addresses.kanban]);
    expect((await storedTeam())?.boards.kanban?.generation).toBe(2);
    await expect(run({ revoke: ['mail'] })).rejects.toThrow('there is no connection mail to revoke');
  });
});

test('a connection that is gone from the file is left to be tidied up, its generation is remembered', async () => {
  await run();
  const { result } = await run({ yaml: world.yaml.replace('kanban:', 'board:') });
  expect(result.todos).toMatchObject([
    { title: 'Connection kanban is gone from the file: tidy up after it' },
  ]);
  expect((await storedTeam())?.retired).toEqual({ kanban: 1 });
  expect((await run()).result.addresses.kanban).toContain('/kanban.2/');
});

describe('what is wrong is told, all of it, and nothing is stored or made', () => {
  test.each([
    ['a wrong bot token', { env: { TOKEN: 'wrong' } }, /^failed Sign in to mattermost for chat: /],
    ['a wrong password', { env: { PW: 'wrong' } }, /^failed Sign in to wekan for kanban: /],
  ])('%s', async (_what, change, line) => {
    const { result, shown } = await run(change);
    expect(shown).toContainEqual(expect.stringMatching(line));
    expect(shown).toContainEqual(expect.stringMatching(/^ok Sign in/));
    expect(shown.join()).not.toContain('wrong');
    expect(result).toMatchObject({ failed: 1, stored: false, addresses: {} });
  });

  test.each([
    ['a board that is not there', ['board: Ops', 'board: Opps'], /^failed Sign in to wekan .*Opps|Ops/],
    [
      'a column that is not there',
      ['board: Ops', 'board: Ops, done: Dnoe'],
      /did you mean “Done”\?\. The columns are: To Do, Doing/,
    ],
    ['a workspace that is not there', ['workspace: eng', 'workspace: engg'], /^failed Sign in to mattermost/],
    [
      'a room that is not there',
      ['room: ops-board', 'room: ops-bord'],
      /^failed Room ops-bord of chat: @cardwire sees no room/,
    ],
    [
      'a server that is not there',
      [/url: "http[^"]*\/"/, 'url: "http://127.0.0.1:9"'],
      /^failed Sign in to wekan .*nobody answers there/,
    ],
    [
      'a private address without leave',
      ['private: true', 'private: false'],
      /^failed Sign in to wekan .*private network/,
    ],
  ] as const)('%s', async (_what, [from, to], line) => {
    const { result, shown } = await run({ yaml: world.yaml.replace(from, to) });
    expect(shown).toContainEqual(expect.stringMatching(line));
    expect(result).toMatchObject({ failed: 1, stored: false });
  });

  test("an administrator's token that is none", async () => {
    const { result, shown } = await run({ env: { CARDWIRE_MATTERMOST_ADMIN_TOKEN: 'wrong' } });
    expect(shown).toContainEqual(
      expect.stringMatching(
        /^failed Command \/card of chat: Mattermost refuses the token in CARDWIRE_MATTERMOST_ADMIN_TOKEN\./,
      ),
    );
    expect(result.stored).toBe(false);
  });

  test('several wrongs at once', async () => {
    const { result } = await run({ env: { TOKEN: 'wrong', PW: 'wrong' } });
    expect(result).toMatchObject({ failed: 2, stored: false });
  });

  afterEach(async () => {
    expect(await world.teams.get('ops')).toBeUndefined();
    expect([...commands(), ...webhooks()]).toEqual([]);
  });
});

describe('what our accounts may not do is left to a person', () => {
  test('the command, without an administrator: how to make it, then what to paste', async () => {
    const without = 'CARDWIRE_MATTERMOST_ADMIN_TOKEN';
    const first = await run({ without });
    expect(first.result).toMatchObject({ failed: 0, stored: true });
    expect(first.result.addresses.chat).toBeUndefined();
    const lines = first.result.todos.flatMap(({ lines: some }) => some).join('\n');
    expect(lines).toContain(`set ${without} to an administrator's`);
    expect(lines).toContain('Command Trigger Word  card');

    const made = world.mattermost.addCommand('card', 'https://cards.example.org');
    const yaml = world.yaml.replace('token: env:TOKEN', 'token: env:TOKEN, commandToken: env:MADE');
    const second = await run({ yaml, without, env: { MADE: made.token } });
    const address = second.result.addresses.chat;
    expect(second.result.todos.flatMap(({ lines: some }) => some).join('\n')).toContain(address);
    const key = deriveKey(deploymentKey, 'mattermost-command');
    expect(openAddress(pathOf(address), [key], made.token)).toMatchObject({ connection: 'chat' });
  });

  test('the command, set up before with an administrator and now without: to see that it answers', async () => {
    const without = 'CARDWIRE_MATTERMOST_ADMIN_TOKEN';
    await run();
    const again = await run({ without });
    expect(again.result.todos[0]?.lines[0]).toBe('If /card help answers, there is nothing to do. If not:');
    const revoked = await run({ without, revoke: ['chat'] });
    expect(revoked.result.todos[0]?.title).toContain('make it');
  });

  test('a private room the bot is not in is not seen; one it is in needs no join', async () => {
    world.mattermost.addChannel('secret', { private: true, bot: true });
    const yaml = world.yaml.replaceAll('ops-board', 'secret');
    const { shown } = await run({ yaml, without: 'CARDWIRE_MATTERMOST_ADMIN_TOKEN' });
    expect(shown).toContain('ok Join secret of chat: is in it');
  });

  test('the webhook, without the right to make it: what to paste', async () => {
    const member = world.wekan.board.members.find(({ isAdmin, userId }) => isAdmin && userId === selfId());
    if (member) member.isAdmin = false;
    const { result, shown } = await run();
    expect(shown).toContainEqual(expect.stringMatching(/^todo Webhook of kanban: .*paste it by hand/));
    expect(result).toMatchObject({ failed: 0, stored: true });
    expect(result.todos[0]?.lines).toContainEqual(expect.stringContaining(result.addresses.kanban ?? '-'));
    expect(webhooks()).toEqual([]);
  });
});

const selfId = () => world.wekan.world.users.find(({ username }) => username === 'cardwire')?._id;
