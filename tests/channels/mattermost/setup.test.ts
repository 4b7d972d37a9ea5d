import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChannelSetup, SetupPlace } from '../../../lib/channels/channel.ts';
import { openChannelSetup } from '../../../lib/channels/registry.ts';
import { createHttp } from '../../../lib/http/create-http.ts';
import { type MattermostSim, startMattermostSim } from '../../sims/mattermost/sim.ts';

let sim: MattermostSim;
beforeEach(async () => {
  sim = await startMattermostSim();
});
afterEach(() => sim.stop());

function open(more: { token?: string; workspace?: string } = {}) {
  const access = { product: 'mattermost', url: sim.url, private: true } as const;
  return openChannelSetup(
    { ...access, token: sim.tokens.bot, workspace: 'eng', command: 'card', ...more },
    { http: createHttp({ allowPrivate: true }), now: Date.now },
  );
}

const doors = 'https://doors.example.org/mattermost-command/ops/chat.2';
const addressOf = (token: string) => `${doors}/${token}`;

/** Runs the one step that Mattermost has: the command is made or mended. */
function makeCommand(setup: ChannelSetup, token: string | undefined, more: Partial<SetupPlace> = {}) {
  const [step] = setup.steps({
    team: 'ops',
    connection: { id: 'chat', command: 'card' },
    admin: { variable: 'CARDWIRE_MATTERMOST_ADMIN_TOKEN', token },
    ...{ byHand: undefined, before: false, checking: false, baseUrl: 'https://doors.example.org' },
    addressOf: (_, seal) => addressOf(seal?.proof ?? ''),
    show: () => {},
    ...more,
  });
  if (!step) throw new Error('there is no step');
  return step.run();
}

const mended = 'mended: its address is set again';

describe('setting up a workspace', () => {
  test('finds the bot and the workspace, by name or id', async () => {
    const found = { self: sim.bot.id, bot: '@cardwire', found: { workspace: sim.team.id } };
    const told = 'as @cardwire, in the workspace eng';
    expect(await (await open()).connect()).toEqual({ ...found, told });
    const byId = await open({ workspace: sim.team.id });
    expect(await byId.connect()).toEqual({ ...found, told });
  });

  test('knows what people call a room, unless it is none that the bot sees', async () => {
    const setup = await open();
    const { id } = sim.addChannel('ops-board', { bot: true });
    expect(await setup.nameOf(id)).toBe('ops-board');
    expect(await setup.nameOf('a'.repeat(26))).toBeUndefined();
  });

  test('says in words what is wrong with the token, the workspace or the bot', async () => {
    const text = (key: string) => ({ retry: { when: 'never' }, say: { key } });
    await expect((await open({ token: 'wrong' })).connect()).rejects.toMatchObject(
      text('mattermost-token-refused'),
    );
    await expect((await open({ workspace: 'nowhere' })).connect()).rejects.toMatchObject(
      text('mattermost-no-workspace'),
    );
    sim.team.members.delete(sim.bot.id);
    await expect((await open()).connect()).rejects.toMatchObject(text('mattermost-no-workspace'));
  });

  test('finds rooms, but no private one that the bot is not in', async () => {
    const setup = await open();
    const secret = sim.addChannel('secret', { private: true });
    expect(await setup.room('town-square')).toBe(sim.townSquare.id);
    expect(await setup.room('Town-Square')).toBe(sim.townSquare.id);
    expect(await setup.room('nowhere')).toBeUndefined();
    expect(await setup.room('secret')).toBeUndefined();
    secret.members.add(sim.bot.id);
    expect(await setup.room('secret')).toBe(secret.id);
  });

  test('joins a public room by itself, a private one by an administrator, else asks', async () => {
    const setup = await open();
    const square = { id: sim.townSquare.id, name: 'town-square' };
    expect(await setup.join(square)).toBe('joined');
    expect(await setup.join(square)).toBe('is in it');
    const secret = { id: sim.addChannel('secret', { private: true }).id, name: 'secret' };
    expect(await setup.join(secret)).toMatchObject({ title: 'Room secret: invite @cardwire' });
    expect(await setup.join(secret, sim.tokens.admin)).toBe('joined');
  });

  test('says of a room that it was archived, although the bot is in it as before', async () => {
    const setup = await open();
    const square = { id: sim.townSquare.id, name: 'town-square' };
    await setup.join(square);
    sim.townSquare.archived = true;
    await expect(setup.join(square)).rejects.toMatchObject({ code: 'refused-mattermost-room-archived' });
  });

  test('makes the command, keeps it, and mends it without touching how people made it look', async () => {
    const setup = await open();
    const run = () => makeCommand(setup, sim.tokens.admin);
    expect(await run()).toBe('made');
    const [command] = sim.world.commands.values();
    if (!command) throw new Error('there is no command');
    expect(command).toMatchObject({ trigger: 'card', method: 'P', team_id: sim.team.id });
    expect(command.url).toBe(addressOf(command.token));
    expect(await run()).toBe('stands as it should');
    command.url = 'https://elsewhere.example.org/prod/mattermost-command/ops/talk.1/seal';
    command.description = 'Ours';
    expect(await run()).toBe(mended);
    const [left, ...others] = sim.world.commands.values();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ url: addressOf(command.token), description: 'Ours' });
  });

  test('a command that was made but not addressed is mended by the next run', async () => {
    const setup = await open();
    const run = () => makeCommand(setup, sim.tokens.admin);
    sim.faults.next({ kind: { status: 500 }, on: /PUT / });
    await expect(run()).rejects.toMatchObject({ retry: { when: 'later' } });
    expect(await run()).toBe(mended);
    expect(sim.world.commands.size).toBe(1);
  });

  test('leaves a command alone that calls something else, or another team of ours', async () => {
    const setup = await open();
    const run = () => makeCommand(setup, sim.tokens.admin);
    const command = sim.addCommand('card', '');
    for (const url of [
      'https://jira.example.org/hook',
      'https://doors.example.org/mattermost-command/hr/chat.1/seal',
    ]) {
      command.url = url;
      await expect(run()).rejects.toMatchObject({ say: { key: 'mattermost-command-taken' } });
      expect(command.url).toBe(url);
    }
    const help = { connection: { id: 'chat', command: 'help' } };
    await expect(makeCommand(setup, sim.tokens.admin, help)).rejects.toMatchObject({
      say: { key: 'mattermost-command-taken' },
    });
    // As somebody may have made it by hand, for now.
    command.url = 'https://doors.example.org';
    expect(await run()).toBe(mended);
  });

  test('somebody who is no administrator may not', async () => {
    const { token } = sim.addUser('tom');
    await expect(makeCommand(await open(), token)).rejects.toMatchObject({
      code: 'mattermost-admin-needed',
      say: { key: 'mattermost-admin-needed', values: { variable: 'CARDWIRE_MATTERMOST_ADMIN_TOKEN' } },
    });
  });
});
