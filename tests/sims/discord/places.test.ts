import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { callerOf } from './caller.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';
import { bit } from './permissions.ts';
import { type DiscordSim, openDiscord } from './sim.ts';

let sim: DiscordSim;
let endpoint: Endpoint;
let call: ReturnType<typeof callerOf>;

beforeEach(async () => {
  sim = await openDiscord();
  sim.addUser('eva');
  call = callerOf(sim);
  endpoint = await openEndpoint(sim.application.verifyKey);
  await sim.setEndpoint(endpoint.url);
  const commands = [
    { name: 'card', description: 'Cards', options: [{ type: 11, name: 'file', description: 'A file' }] },
    { name: 'here', description: 'Guilds only', contexts: [0] },
  ];
  await call('PUT', `/applications/${sim.application.id}/commands`, commands);
});
afterEach(async () => {
  await endpoint.stop();
  await sim.stop();
});

const hook = () => `/webhooks/${sim.application.id}/${endpoint.got.at(-1)?.token}`;
const last = () => endpoint.got.at(-1) ?? {};

describe('where people are, in the fake Discord', () => {
  test('a direct conversation has a user and no member, and only the commands for it', async () => {
    const { id } = sim.direct('eva');
    await sim.as('eva').types(id, '/card');
    expect(last()).toMatchObject({ user: { username: 'eva' }, context: 1, channel: { type: 1 } });
    expect(last()).not.toHaveProperty('member');
    expect(last()).not.toHaveProperty('guild_id');
    await expect(sim.as('eva').types(id, '/here')).rejects.toThrow('no command');
  });

  test('a thread says whose it is; a channel that the bot cannot see still takes commands', async () => {
    const { id } = sim.as('eva').post('general', 'the pump');
    const thread = sim.as('eva').opensThread('general', 'pump', { message: id });
    await sim.as('eva').types(thread.id, '/card');
    expect(last()).toMatchObject({ channel: { id, type: 11, parent_id: sim.general.id } });
    const hidden = sim.addChannel('hidden', { private: true, members: ['eva'] });
    expect(await sim.as('eva').types('hidden', '/card')).toEqual({ shown: [] });
    expect(BigInt(String(last().app_permissions)) & bit.VIEW_CHANNEL).toBe(0n);
    await call('PATCH', `${hook()}/messages/@original`, { content: 'done' });
    expect(sim.ephemerals('eva').at(-1)).toMatchObject({ channel: hidden.id, text: 'done' });
  });

  test('a private thread is for its members', async () => {
    sim.addUser('tom');
    const { id } = sim.as('eva').opensThread('general', 'secret', { private: true });
    const say = () => call('POST', `/channels/${id}/messages`, { content: 'x' });
    expect((await say()).json.code).toBe(50001);
    sim.world.channel(id).thread?.members.add(sim.bot.id);
    expect((await say()).status).toBe(200);
    const member = (name: string) => call('GET', `/channels/${id}/thread-members/${sim.world.user(name).id}`);
    expect([(await member('eva')).status, (await member('tom')).status]).toEqual([200, 404]);
  });

  test('a forum takes posts and no messages', async () => {
    const { id } = sim.addChannel('ideas', { type: 15 });
    const direct = await call('POST', `/channels/${id}/messages`, { content: 'x' });
    expect(direct.json.code).toBe(40058);
    const post = await call('POST', `/channels/${id}/threads`, {
      name: 'Pump',
      message: { content: 'It leaks' },
    });
    expect([post.status, post.json.id]).toEqual([201, post.json.message.id]);
    expect(sim.messages(post.json.id).map(({ text }) => text)).toEqual(['It leaks']);
  });

  test('a guild without the bot: its commands work, its channels do not', async () => {
    const { id } = sim.addGuild('other', { bot: 'commands' });
    sim.world.join(sim.world.guild(id), sim.as('eva').user.id);
    const room = sim.addChannel('room', { guild: id });
    expect(await sim.as('eva').types(room.id, '/card')).toEqual({ shown: [] });
    expect(last()).toMatchObject({ guild_id: id, authorizing_integration_owners: { '0': id } });
    expect((await call('POST', `/channels/${room.id}/messages`, { content: 'x' })).json.code).toBe(50001);
  });

  test('installed by a person alone: five follow-ups and no more', async () => {
    const { id } = sim.addGuild('other', { bot: false });
    const eva = sim.as('eva').user;
    sim.world.join(sim.world.guild(id), eva.id);
    const room = sim.addChannel('room', { guild: id });
    await expect(sim.as('eva').types(room.id, '/card')).rejects.toThrow('no command');
    eva.installed = true;
    await sim.as('eva').types(room.id, '/card');
    expect(last()).toMatchObject({ authorizing_integration_owners: { '1': eva.id } });
    await call('PATCH', `${hook()}/messages/@original`, { content: 'first' });
    const more = () => call('POST', hook(), { content: 'more', flags: 64 });
    for (let at = 0; at < 5; at += 1) expect((await more()).status).toBe(200);
    expect((await more()).json.code).toBe(40094);
  });

  test('the first follow-up after a deferral is its answer, as private as the deferral was', async () => {
    await sim.as('eva').types('general', '/card', { file: { name: 'a.txt', bytes: 'the plan' } });
    const data = last().data as { resolved: { attachments: Record<string, { url: string }> } };
    const [file] = Object.values(data.resolved.attachments);
    expect(await (await fetch(file?.url ?? '')).text()).toBe('the plan');
    await call('POST', hook(), { content: 'public?' });
    expect(sim.ephemerals('eva').map(({ text }) => text)).toEqual(['public?']);
    await call('POST', hook(), { content: 'public!' });
    expect(sim.messages('general').map(({ text }) => text)).toEqual(['public!']);
  });

  test('whoever kicks the bot takes its commands with it', async () => {
    sim.world.kickBot(sim.guild);
    await expect(sim.as('eva').types('general', '/card')).rejects.toThrow('no command');
    const path = `/applications/${sim.application.id}/guilds/${sim.guild.id}/commands`;
    expect((await call('PUT', path, [])).json.code).toBe(50001);
    expect((await call('GET', '/users/@me/guilds')).json).toEqual([]);
  });

  test('a deleted channel is unknown, and its threads with it', async () => {
    const thread = sim.as('eva').opensThread('general', 'pump');
    sim.as('eva').deletesChannel('general');
    for (const { id } of [sim.general, thread]) {
      expect((await call('POST', `/channels/${id}/messages`, { content: 'x' })).json.code).toBe(10003);
    }
  });
});
