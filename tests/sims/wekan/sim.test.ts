import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recommendedAttributes } from './payload.ts';
import { startWekanSim, type WekanSim, type WekanSimOptions } from './sim.ts';

/** The fake itself: what the product relies on when it is tested against it. */

let sim: WekanSim;
let receiver: Server;
let got: { headers: IncomingHttpHeaders; body: Record<string, unknown>; titleThen: string | undefined }[];

beforeEach(async () => {
  got = [];
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()),
      titleThen: sim.world.cards[0]?.title,
    });
    response.end();
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  receiver.close();
  await sim.stop();
});

async function start(options: WekanSimOptions = {}, token = 'secret'): Promise<void> {
  sim = await startWekanSim(options);
  sim.world.integrations.push({
    _id: 'hook',
    boardId: sim.board._id,
    type: 'outgoing-webhooks',
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/x`,
    title: '',
    token,
    activities: ['all'],
    enabled: true,
  });
}

async function call(method: string, path: string, body?: object, token?: string) {
  const response = await fetch(sim.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text };
}

async function signIn(username = 'cardwire'): Promise<string> {
  const { text } = await call('POST', '/users/login', { username, password: `${username}-password` });
  return JSON.parse(text).token;
}

describe('webhooks', () => {
  test('are sent as the real server sends them', async () => {
    await start();
    const card = await sim.asUser('ann').createCard({ title: 'Fix pump' });
    await sim.asUser('ann').moveCard(card._id, 'Doing');
    expect(got[0]?.headers).toMatchObject({ 'x-wekan-token': 'secret', 'transfer-encoding': 'chunked' });
    expect(got[0]?.headers).not.toHaveProperty('user-agent');
    expect(Object.keys(got[1]?.body ?? {})).toEqual([
      ...['text', 'cardId', 'listId', 'oldListId', 'boardId', 'user', 'username', 'card', 'swimlaneId'],
      'description',
    ]);
    expect(got[1]?.body).toMatchObject({ user: 'Ann Lee', username: 'ann', description: 'act-moveCard' });
  });

  test('carry what the operator asks for, and no username on old servers', async () => {
    await start({ attributes: recommendedAttributes, old: true }, '');
    await sim.asUser('ann').createCard({ title: 'Fix pump' });
    expect(got[0]?.body).toHaveProperty('activityId');
    expect(got[0]?.body).toHaveProperty('userId');
    expect(got[0]?.body).not.toHaveProperty('username');
    expect(got[0]?.headers).not.toHaveProperty('x-wekan-token');
  });

  test('of a new title run ahead of the write', async () => {
    await start({ hookDelayMs: 100 });
    const ann = sim.asUser('ann');
    const card = await ann.createCard({ title: 'Old' });
    await ann.rename(card._id, 'New');
    expect(got[1]).toMatchObject({
      body: { card: 'Old', description: 'act-a-changedTitle' },
      titleThen: 'Old',
    });
    expect(card.title).toBe('New');
  });

  test('are not sent for people who are no members, nor for types that are not wanted', async () => {
    await start();
    await sim.asUser('root').createCard({ title: 'By a stranger' });
    const [hook] = sim.world.integrations;
    if (hook) hook.activities = ['act-moveCard'];
    await sim.asUser('ann').createCard({ title: 'Not wanted' });
    expect(got).toEqual([]);
  });

  test('are not sent for what comes over REST', async () => {
    await start();
    const token = await signIn('ann');
    const { _id } = await sim.asUser('ann').createCard({ title: 'Fix pump' });
    const list = sim.world.lists[0]?._id;
    const base = `/api/boards/${sim.board._id}`;
    await call('PUT', `${base}/lists/${list}/cards/${_id}`, { title: 'New' }, token);
    await call('POST', `${base}/cards/${_id}/comments`, { comment: 'hello' }, token);
    expect(sim.world.cards[0]?.title).toBe('New');
    expect(sim.world.comments).toHaveLength(1);
    expect(got).toHaveLength(1);
  });
});

describe('answers', () => {
  test('refuse in three styles', async () => {
    await start();
    const base = `/api/boards/${sim.board._id}`;
    const a = await call('GET', `${base}/lists`);
    expect([a.status, JSON.parse(a.text)]).toMatchObject([
      200,
      { errorType: 'Meteor.Error', statusCode: 401 },
    ]);
    const b = await call('GET', `${base}/cards/x/comments`);
    expect([b.status, JSON.parse(b.text)]).toEqual([401, { error: 'Unauthorized' }]);
    const c = await call('PUT', `${base}/lists/x/cards/x`, { title: 'x' });
    expect([c.status, c.type]).toEqual([401, 'text/html; charset=utf-8']);
  });

  test('take a bad token for an anonymous caller', async () => {
    await start();
    expect((await call('GET', '/api/user', undefined, 'made-up')).text).toContain('Unauthorized');
  });

  test('say yes to a write whose list is stale, and do nothing', async () => {
    await start();
    const token = await signIn();
    const { _id } = await sim.asUser('ann').createCard({ title: 'Old' });
    const other = sim.world.lists[1]?._id;
    const path = `/api/boards/${sim.board._id}/lists/${other}/cards/${_id}`;
    expect(await call('PUT', path, { title: 'New' }, token)).toMatchObject({
      status: 200,
      text: `{"_id":"${_id}"}`,
    });
    expect(sim.world.cards[0]?.title).toBe('Old');
    expect(await call('GET', path, undefined, token)).toMatchObject({ status: 200, text: '', type: null });
    expect((await call('PUT', path, { unknown: 1 }, token)).status).toBe(404);
  });

  test('ignore labels on create and want a swimlane', async () => {
    await start();
    const token = await signIn();
    const path = `/api/boards/${sim.board._id}/lists/${sim.world.lists[0]?._id}/cards`;
    expect((await call('POST', path, { title: 'x' }, token)).status).toBe(500);
    const swimlaneId = sim.world.swimlanes[0]?._id;
    await call('POST', path, { title: 'x', swimlaneId, labelIds: [sim.board.labels[0]?._id] }, token);
    expect(sim.world.cards).toMatchObject([{ cardNumber: 1, labelIds: [] }]);
    expect((await call('GET', path, undefined, token)).text).not.toContain('cardNumber');
  });

  test('are the app itself for unknown paths', async () => {
    await start();
    expect(await call('GET', '/api/nowhere')).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(await call('POST', '/api/nowhere', {})).toMatchObject({ status: 405, text: '' });
  });
});
