import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { callerOf } from './caller.ts';
import { bit } from './permissions.ts';
import { type DiscordSim, openDiscord } from './sim.ts';

let sim: DiscordSim;
let call: ReturnType<typeof callerOf>;

beforeEach(async () => {
  sim = await openDiscord();
  sim.addUser('eva');
  call = callerOf(sim);
});
afterEach(() => sim.stop());

const post = (body: unknown, channel = sim.general.id) => call('POST', `/channels/${channel}/messages`, body);

describe('the fake Discord, as the contract tells of the real one', () => {
  test('wants the version, the user agent and the token', async () => {
    expect((await call('GET', '/users/@me')).json).toMatchObject({ username: 'cardwire', bot: true });
    const agent = await call('GET', '/users/@me', undefined, { 'user-agent': 'axios/1.0' });
    expect([agent.status, agent.json.code]).toEqual([403, 40333]);
    expect((await call('GET', '/users/@me', undefined, { authorization: 'Bot x' })).status).toBe(401);
    const old = await fetch(`${sim.world.origin}/api/users/@me`, {
      headers: { 'user-agent': 'DiscordBot (https://a.b, 1)' },
    });
    expect(await old.json()).toMatchObject({ code: 50041 });
    expect((await call('GET', '/channels/general')).json.code).toBe(50035);
  });

  test('the same nonce is the same message for some minutes, and a deleted one is not made again', async () => {
    const body = { content: 'once', nonce: 'n1', enforce_nonce: true };
    const first = await post(body);
    expect((await post(body)).json.id).toBe(first.json.id);
    expect((await post({ content: 'other', nonce: 'n1' })).json.id).not.toBe(first.json.id);
    await call('DELETE', `/channels/${sim.general.id}/messages/${first.json.id}`);
    expect((await post(body)).json.id).toBe(first.json.id);
    sim.world.passTime(5 * 60_000);
    expect((await post(body)).json.id).not.toBe(first.json.id);
  });

  test('what breaks a limit or is not known is refused with the place where it stands', async () => {
    const long = await post({ content: 'x'.repeat(2001) });
    expect(long.json).toMatchObject({
      code: 50035,
      errors: { content: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } },
    });
    expect((await post({ content: '😀'.repeat(2000) })).status).toBe(200);
    expect((await post({ content: '' })).json.code).toBe(50006);
    expect((await post({ text: 'x' })).json.code).toBe(50035);
  });

  test('pings by default, and only whom allowed_mentions names', async () => {
    const [eva, tom] = [sim.as('eva').user, sim.addUser('tom')];
    await post({ content: `<@${eva.id}> @everyone`, allowed_mentions: { parse: [] } });
    expect(sim.world.pings).toEqual([]);
    await post({ content: `<@${eva.id}> <@${tom.id}>`, allowed_mentions: { users: [tom.id] } });
    expect([sim.pings('eva').length, sim.pings('tom').length]).toEqual([0, 1]);
    const both = { parse: ['users'], users: [eva.id] };
    expect((await post({ content: 'x', allowed_mentions: both })).json.code).toBe(50035);
    await post({ content: '@everyone' });
    expect(sim.pings('eva').map(({ by }) => by)).toEqual(['everyone']);
    const theirs = sim.as('eva').post('general', 'hello');
    await post({ content: 'hi', message_reference: { message_id: theirs.id } });
    expect(sim.pings('eva').at(-1)?.by).toBe('reply');
  });

  test('a thread has its message’s id, sleeps after a while, wakes when something is said', async () => {
    const { id } = (await post({ content: 'card' })).json;
    const path = `/channels/${sim.general.id}/messages/${id}/threads`;
    const made = await call('POST', path, { name: 'card', auto_archive_duration: 60 });
    expect([made.status, made.json.id, made.json.type]).toEqual([201, id, 11]);
    expect((await call('POST', path, { name: 'again' })).json.code).toBe(160004);
    const reply = await post({ content: 'news' }, id);
    expect(sim.messages(id).map(({ text }) => text)).toEqual(['news']);
    expect(sim.messages('general').map(({ thread }) => thread)).toEqual([id]);
    sim.world.passTime(61 * 60_000);
    const edit = () => call('PATCH', `/channels/${id}/messages/${reply.json.id}`, { content: 'edited' });
    expect((await edit()).json.code).toBe(50083);
    await post({ content: 'more' }, id);
    expect((await edit()).status).toBe(200);
    await call('PATCH', `/channels/${id}`, { locked: true });
    expect((await post({ content: 'x' }, id)).json.code).toBe(160005);
  });

  test('lists newest first, what others wrote without its text', async () => {
    const first = sim.as('eva').post('general', 'secret');
    sim.as('eva').post('general', `<@${sim.bot.id}> hello`);
    await post({ content: 'mine' });
    const list = await call('GET', `/channels/${sim.general.id}/messages?limit=3`);
    expect(list.json.map(({ content }: { content: string }) => content)).toEqual([
      'mine',
      `<@${sim.bot.id}> hello`,
      '',
    ]);
    const after = await call('GET', `/channels/${sim.general.id}/messages?after=${first.id}&limit=1`);
    expect(after.json[0].content).toContain('hello');
  });

  test('permissions: 50001 unseen, 50013 not allowed, 10003 unknown, and silence after a kick', async () => {
    const hidden = sim.addChannel('hidden', { private: true, members: ['eva'] });
    expect((await post({ content: 'x' }, hidden.id)).json.code).toBe(50001);
    expect((await post({ content: 'x' }, '1')).json.code).toBe(10003);
    sim.deny('general', bit.SEND_MESSAGES);
    expect((await post({ content: 'x' })).json).toMatchObject({ code: 50013 });
    sim.world.kickBot(sim.guild);
    expect((await post({ content: 'x' })).json.code).toBe(50001);
    expect((await call('GET', `/guilds/${sim.guild.id}`)).json.code).toBe(10004);
  });

  test('a direct conversation is one, and may be closed', async () => {
    const eva = sim.as('eva').user;
    const { id } = (await call('POST', '/users/@me/channels', { recipient_id: eva.id })).json;
    expect((await call('POST', '/users/@me/channels', { recipient_id: eva.id })).json.id).toBe(id);
    expect((await post({ content: 'hello' }, id)).status).toBe(200);
    eva.dms = false;
    expect((await post({ content: 'hello' }, id)).json.code).toBe(50007);
    sim.guild.members.delete(eva.id);
    expect((await post({ content: 'hello' }, id)).json.code).toBe(50278);
  });

  test('files come as a form and go by signed links', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ attachments: [{ id: 0, filename: 'plan ä.txt' }] }));
    form.set('files[0]', new Blob(['the plan']), 'x');
    const sent = await post(form);
    const { url } = sent.json.attachments[0];
    expect(await (await fetch(url)).text()).toBe('the plan');
    expect((await fetch(url.split('?')[0])).status).toBe(404);
    sim.world.passTime(48 * 3_600_000);
    expect((await fetch(url)).status).toBe(404);
  });

  test('counts by bucket, tells when to come again, and bans who does not listen', async () => {
    sim.world.limits.bucket = { limit: 1, ms: 5000 };
    const first = await post({ content: 'a' });
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    const second = await post({ content: 'b' });
    expect([second.status, second.headers.get('x-ratelimit-scope')]).toEqual([429, 'user']);
    expect(second.json.retry_after).toBeLessThanOrEqual(5);
    sim.world.limits.invalid = 2;
    sim.faults.add({ kind: 'rate-limit', seconds: 1, scope: 'shared' });
    await post({ content: 'c' });
    expect(sim.invalid).toHaveLength(1);
    await post({ content: 'd' });
    const ban = await call('GET', '/users/@me');
    expect([ban.status, ban.text, ban.headers.get('retry-after')]).toEqual([429, 'error code: 1015', null]);
  });

  test('work can be done without the answer arriving', async () => {
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /messages$/ });
    await expect(post({ content: 'done' })).rejects.toThrow();
    expect(sim.messages('general').map(({ text }) => text)).toEqual(['done']);
  });
});
