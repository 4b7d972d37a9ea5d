import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type MattermostSim, startMattermostSim } from './sim.ts';

let sim: MattermostSim;
let integration: Server;
let answer: { status?: number; type?: string; text?: string } = {};
let bodies: string[] = [];

beforeEach(async () => {
  sim = await startMattermostSim();
  sim.addUser('bob');
  answer = {};
  bodies = [];
  integration = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(answer.status ?? 200, answer.type ? { 'content-type': answer.type } : {});
      response.end(answer.text ?? '');
    });
  });
  await new Promise<void>((resolve) => integration.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await sim.stop();
  integration.closeAllConnections();
  integration.close();
});

const address = () => `http://127.0.0.1:${(integration.address() as AddressInfo).port}/card`;

async function call(method: string, path: string, body?: unknown, token = sim.tokens.bot) {
  const response = await fetch(`${sim.url}/api/v4${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}

describe('the fake Mattermost, as the contract saw the real one', () => {
  test('a bot posts only where it is, threads hang under roots, pending_post_id is one post', async () => {
    const channel_id = sim.townSquare.id;
    expect((await call('POST', '/posts', { channel_id, message: 'x' })).status).toBe(403);
    await call('POST', `/channels/${channel_id}/members`, { user_id: sim.bot.id });
    const root = await call('POST', '/posts', { channel_id, message: 'root' });
    const reply = { channel_id, message: 'reply', root_id: root.json.id, pending_post_id: `${sim.bot.id}:1` };
    const first = await call('POST', '/posts', reply);
    const again = await call('POST', '/posts', reply);
    expect([root.status, again.json.id]).toEqual([201, first.json.id]);
    const wrong = await call('POST', '/posts', { channel_id, message: 'x', root_id: first.json.id });
    expect([wrong.status, wrong.json.id]).toEqual([400, 'api.post.create_post.root_id.app_error']);
    expect((await call('GET', '/users/me', undefined, 'wrong')).status).toBe(401);
    expect((await call('POST', '/posts', { channel_id: 'unknown', message: 'x' })).status).toBe(403);
    expect((await call('POST', '/posts', { channel_id, message: '😀'.repeat(16_383) })).status).toBe(201);
    expect((await call('POST', '/posts', { channel_id, message: 'x'.repeat(16_384) })).status).toBe(400);
    expect((await call('PATCH', `/posts/${root.json.id}`, { message: 'x' })).status).toBe(404);
  });

  test('a command shows what the contract says for every kind of answer', async () => {
    sim.addCommand('card', address());
    const run = async () => sim.as('bob').command('town-square', '/CARD a\nb ');
    expect(await run()).toEqual({ shown: [] });
    expect(new URLSearchParams(bodies[0]).get('text')).toBe('a\nb ');
    expect(new URLSearchParams(bodies[0]).get('command')).toBe('/card');
    answer = { text: 'plain' };
    expect(await run()).toEqual({ shown: ['plain'] });
    answer = { type: 'application/json', text: '' };
    expect((await run()).error).toBe("Command with a trigger of 'card' failed.");
    answer = { status: 401 };
    expect((await run()).error).toContain('returned response 401 Unauthorized');
    answer = { type: 'application/json', text: '{"response_type":"bogus","text":"x"}' };
    expect(await run()).toEqual({ shown: [] });
  });

  test('response_url works five times and for thirty minutes', async () => {
    sim.addCommand('card', address());
    await sim.as('bob').command('town-square', '/card @bob. x');
    const form = new URLSearchParams(bodies[0]);
    expect(form.getAll('user_mentions')).toEqual(['bob']);
    const use = (url: string) => fetch(url, { method: 'POST', body: 'later' });
    const url = form.get('response_url') ?? '';
    for (let at = 0; at < 5; at += 1) expect((await use(url)).status).toBe(200);
    expect((await use(url)).status).toBe(400);
    expect(sim.ephemerals('bob')).toHaveLength(5);
    sim.world.passTime(31 * 60 * 1000);
    expect((await use(url)).status).toBe(404);
  });

  test('clicks are unsigned, contexts stay on the server, ids with a dash are dead', async () => {
    const actions = [
      { id: 'ok', name: 'Ok', type: 'button', integration: { url: address(), context: { secret: 1 } } },
      { id: 'no-k', name: 'Dead', type: 'button', integration: { url: address() } },
    ];
    const props = { attachments: [{ actions }] };
    const post = sim.as('bob').post('town-square', '', { props });
    const { user, token } = sim.addUser('eva');
    expect(user.username).toBe('eva');
    const read = await call('GET', `/posts/${post.id}`, undefined, token);
    expect(read.text).not.toContain('secret');
    answer = { type: 'application/json', text: '{"ephemeral_text":"done"}' };
    expect(await sim.as('eva').click(post.id, 'Ok')).toEqual({ shown: ['done'] });
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ user_name: 'eva', context: { secret: 1 } });
    expect((await sim.as('eva').click(post.id, 'Dead')).error).toBeDefined();
    answer = { status: 204 };
    expect((await sim.as('eva').click(post.id, 'Ok')).error).toBe('Action integration error.');
  });

  test('dialogs open by trigger alone while it lives, and may be forged when sent', async () => {
    sim.addCommand('card', address());
    await sim.as('bob').command('town-square', '/card');
    const trigger_id = new URLSearchParams(bodies[0]).get('trigger_id');
    const dialog = { title: 'New card', callback_id: 'create', state: 's', elements: [] };
    const open = (more = {}) =>
      call(
        'POST',
        '/actions/dialogs/open',
        { trigger_id, url: address(), dialog: { ...dialog, ...more } },
        '',
      );
    expect((await open()).status).toBe(200);
    expect(sim.as('bob').dialog()?.title).toBe('New card');
    expect((await open({ title: 'x'.repeat(25) })).status).toBe(200);
    expect([sim.dialogs.length, sim.world.warnings.length]).toEqual([1, 1]);
    await sim.as('bob').submitDialog({ title: 'a' }, { state: 'forged' });
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({ state: 'forged', user_id: sim.as('bob').user.id });
    sim.world.passTime(31_000);
    expect((await open()).json.id).toBe('interactive_message.decode_trigger_id.expired');
  });

  test('a rate limit is plain text with doubled headers', async () => {
    sim.faults.next({ kind: 'rate-limit' });
    const { status, headers, text } = await call('GET', '/users/me');
    expect([status, headers.get('retry-after'), text]).toEqual([429, '1, 1', 'limit exceeded\n']);
  });

  test('work can be done without the answer arriving', async () => {
    sim.townSquare.members.add(sim.bot.id);
    sim.faults.next({ kind: 'done-then-reset', on: /POST .*\/posts/ });
    await expect(call('POST', '/posts', { channel_id: sim.townSquare.id, message: 'x' })).rejects.toThrow();
    expect(sim.world.postsIn('town-square')).toHaveLength(1);
  });
});
