import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addStatus } from './seed.ts';
import { startTaigaSim, type TaigaSim, type TaigaSimOptions } from './sim.ts';

/** The fake itself: what the product relies on when it is tested against it. */

let sim: TaigaSim;
let receiver: Server;
let got: { headers: IncomingHttpHeaders; raw: string; body: ReturnType<typeof JSON.parse> }[];

beforeEach(async () => {
  got = [];
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    got.push({ headers: request.headers, raw, body: JSON.parse(raw) });
    response.end();
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  receiver.close();
  await sim.stop();
});

async function start(options: TaigaSimOptions = {}): Promise<string> {
  sim = await startTaigaSim(options);
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/x`;
  sim.world.webhooks.push({ id: 9001, project: sim.project.id, name: 'x', url, key: 'kéy' });
  return signIn();
}

async function call(
  method: string,
  path: string,
  token = '',
  body?: object,
  more: Record<string, string> = {},
) {
  const headers = {
    'Content-Type': 'application/json',
    ...(token === '' ? {} : { Authorization: `${token.includes(' ') ? '' : 'Bearer '}${token}` }),
    ...more,
  };
  const response = await fetch(`${sim.url}/api/v1${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  await sim.settled();
  return { status: response.status, json: isJson ? JSON.parse(text) : undefined, headers: response.headers };
}

const login = (username: string) =>
  call('POST', '/auth', '', { type: 'normal', username, password: `${username}-password` });

async function signIn(username = 'cardwire'): Promise<string> {
  return (await login(username)).json.auth_token;
}

const create = (token: string, more: object = {}) =>
  call('POST', '/userstories', token, { project: sim.project.id, subject: 'Fix pump', ...more });
const patch = (token: string, id: number, body: object) => call('PATCH', `/userstories/${id}`, token, body);
const column = (name: string) =>
  sim.world.statuses.find((status) => status.name === name && status.project === sim.project.id)?.id;

describe('webhooks', () => {
  test('are signed over the bytes as Python writes them', async () => {
    await start();
    await sim.asUser('ann').createCard({ title: 'Naïve ☃ pump' });
    const [hook] = got;
    const signature = createHmac('sha1', 'kéy')
      .update(hook?.raw ?? '')
      .digest('hex');
    expect(hook?.headers).toMatchObject({
      'x-taiga-webhook-signature': signature,
      'x-hub-signature': `sha1=${signature}`,
    });
    expect(hook?.raw).toContain('{"action": "create", "type": "userstory", "by": {"id": ');
    expect(hook?.raw).toContain('"subject": "Naïve ☃ pump", ');
  });

  test('tell of REST writes too, in the name of the account', async () => {
    const token = await start();
    const { json: story } = await create(token, { external_reference: ['cardwire', 'x'] });
    await patch(token, story.id, { status: column('Ready'), comment: 'moved', version: 1 });
    expect(got.map(({ body }) => body.by.username)).toEqual(['cardwire', 'cardwire']);
    expect(got[0]?.body.data.external_reference).toEqual(['cardwire', 'x']);
    expect(got[1]?.body.change).toMatchObject({
      comment: 'moved',
      diff: { status: { from: 'New', to: 'Ready' }, kanban_order: {} },
    });
  });

  test('of a comment that is edited, deleted, restored, are in its author’s name', async () => {
    await start();
    const { id } = await sim.asUser('ann').createCard({ title: 'Fix pump' });
    const { id: comment } = await sim.asUser('bob').comment(id, 'hello');
    const ann = sim.asUser('ann');
    await ann.deleteComment(comment);
    await ann.restoreComment(comment);
    await ann.editComment(comment, 'hello!');
    const [, first, removed, restored, edited] = got.map(({ body }) => body);
    expect([first, removed, restored, edited].map(({ by }) => by.username)).toEqual([
      'bob',
      'bob',
      'bob',
      'bob',
    ]);
    expect(removed.change.delete_comment_date).not.toBeNull();
    expect(restored.change).toEqual(first.change);
    expect(restored.date).not.toBe(first.date);
    expect(edited.change.comment_versions).toMatchObject([{ comment: 'hello' }]);
  });

  test('are silent about order, watchers, columns, and a story closed by its tasks', async () => {
    const token = await start();
    const ann = sim.asUser('ann');
    const { id } = await ann.createCard({ title: 'Fix pump' });
    await ann.addTask(id, 'Visit');
    got = [];
    await patch(token, id, { watchers: [], version: 1 });
    await patch(token, id, { subject: 'Fix pump', version: 2 });
    await ann.renameColumn('Ready', 'Ready to go');
    await ann.tick(id, 'Visit');
    expect(got.map(({ body }) => body.type)).toEqual(['task']);
    expect(sim.world.stories[0]).toMatchObject({ isClosed: true, version: 3 });
    await ann.comment(id, 'done?');
    expect(got[1]?.body.change.diff).toMatchObject({ is_closed: { from: false, to: true } });
  });

  test('come without order when workers send them, and again when somebody resends them', async () => {
    await start();
    sim.hooks.hold();
    const ann = sim.asUser('ann');
    const { id } = await ann.createCard({ title: 'Fix pump' });
    await ann.moveCard(id, 'Ready');
    expect(got).toEqual([]);
    await sim.hooks.release('reversed');
    expect(got.map(({ body }) => body.action)).toEqual(['change', 'create']);
    const [sent] = sim.hooks.sent;
    if (sent) await sim.hooks.repeat(sent);
    expect(got[2]?.raw).toBe(got[0]?.raw);
  });

  test('are made, tested and read by project administrators alone', async () => {
    const token = await start();
    const url = sim.world.webhooks[0]?.url;
    const body = { project: sim.project.id, name: 'x', url, key: 'key' };
    expect((await call('POST', '/webhooks', token, body)).status).toBe(403);
    expect((await call('GET', `/webhooks?project=${sim.project.id}`, token)).json).toEqual([]);
    const ann = await signIn('ann');
    const { status, json } = await call('POST', '/webhooks', ann, body);
    expect(status).toBe(201);
    expect((await call('POST', `/webhooks/${json.id}/test`, ann)).json).toMatchObject({ status: 200 });
    expect(got[0]?.body).toMatchObject({ action: 'test', type: 'test', data: { test: 'test' } });
  });

  test('do not come for a task without a story, and without workers its call breaks', async () => {
    const token = await start();
    const body = { project: sim.project.id, subject: 'Alone' };
    expect((await call('POST', '/tasks', token, body)).status).toBe(201);
    expect(got).toEqual([]);
    await sim.stop();
    const again = await start({ celery: false });
    expect((await call('POST', '/tasks', again, body)).status).toBe(500);
    expect(sim.world.tasks).toHaveLength(1);
  });
});

describe('versions', () => {
  test('are judged against the fields of the history', async () => {
    const token = await start();
    const { json } = await create(token);
    expect((await patch(token, json.id, { subject: 'x' })).json).toEqual({
      version: 'The version parameter is not valid',
    });
    await patch(token, json.id, { status: column('Ready'), version: 1 });
    const conflict = await patch(token, json.id, { status: column('Done'), version: 1 });
    expect([conflict.status, conflict.json]).toEqual([
      400,
      { version: "The version doesn't match with the current one" },
    ]);
    expect((await patch(token, json.id, { tags: ['vip'], version: 1 })).status).toBe(200);
    expect((await patch(token, json.id, { comment: 'always', version: 0 })).status).toBe(200);
  });

  test('are blind to drags', async () => {
    const token = await start();
    const { json } = await create(token);
    await sim.asUser('ann').rename(json.id, 'By a person');
    await sim.asUser('ann').moveCard(json.id, 'Ready');
    expect((await patch(token, json.id, { subject: 'By the bridge', version: 1 })).status).toBe(200);
    expect(sim.world.stories[0]?.subject).toBe('By the bridge');
  });
});

describe('answers', () => {
  test('give a refresh token once', async () => {
    await start();
    const { refresh } = (await login('cardwire')).json;
    const { status, json } = await call('POST', '/auth/refresh', '', { refresh });
    expect([status, Object.keys(json)]).toEqual([200, ['auth_token', 'refresh']]);
    const second = await call('POST', '/auth/refresh', '', { refresh });
    expect([second.status, second.json.code]).toEqual([401, 'token_not_valid']);
    expect((await call('GET', '/users/me', 'made-up')).status).toBe(401);
    expect((await call('POST', '/auth', '', { username: 'x' })).status).toBe(400);
  });

  test('end after the lifetime of a token, and never for an application’s', async () => {
    let now = 1_800_000_000_000;
    const token = await start({ now: () => now, lifetimes: { access: 1000 } });
    sim.world.applications.push({ id: 'app', name: 'Cardwire' });
    const { json } = await call('POST', '/application-tokens/authorize', token, {
      application: 'app',
      state: 's',
    });
    const validate = () =>
      call('POST', '/application-tokens/validate', '', {
        application: 'app',
        auth_code: json.auth_code,
        state: 's',
      });
    const given = await validate();
    expect((await validate()).status).toBe(404);
    now += 1000;
    expect((await call('GET', '/users/me', token)).status).toBe(401);
    expect((await call('GET', '/users/me', `Application ${given.json.token}`)).json.username).toBe(
      'cardwire',
    );
  });

  test('come in pages, and there is nothing past the last one', async () => {
    const token = await start();
    const lines = Array.from({ length: 31 }, (_, at) => `Story ${at}`).join('\n');
    await call('POST', '/userstories/bulk_create', token, {
      project_id: sim.project.id,
      bulk_stories: lines,
    });
    const path = `/userstories?project=${sim.project.id}`;
    const first = await call('GET', path, token);
    expect([first.json.length, first.headers.get('x-pagination-count')]).toEqual([30, '31']);
    expect((await call('GET', `${path}&page=2`, token)).json).toHaveLength(1);
    expect((await call('GET', `${path}&page=3`, token)).status).toBe(404);
    const all = await call('GET', path, token, undefined, { 'x-disable-pagination': 'True' });
    expect(all.json).toHaveLength(31);
    expect(all.json[0]).not.toHaveProperty('description');
    expect((await call('GET', `${path}&external_reference=x`, token)).json).toHaveLength(30);
  });

  test('hide what one may not see, and tell a blocked project', async () => {
    const token = await start();
    const { json } = await create(token);
    const root = await signIn('root');
    expect((await call('GET', `/userstories?project=${sim.project.id}`, root)).json).toEqual([]);
    expect((await call('GET', `/userstories/${json.id}`, root)).status).toBe(404);
    expect((await call('GET', `/userstories/${json.id}`)).status).toBe(401);
    const eve = await signIn('eve');
    expect((await patch(eve, json.id, { comment: 'hello', version: 1 })).status).toBe(200);
    expect((await patch(eve, json.id, { comment: 'hello', subject: 'x', version: 1 })).status).toBe(403);
    sim.project.blockedCode = 'blocked-by-staff';
    expect((await patch(token, json.id, { comment: 'hello', version: 1 })).status).toBe(451);
  });

  test('replace all custom attributes, whatever the version', async () => {
    const token = await start();
    sim.project.customAttributes.push(
      { id: 71, name: 'Email', type: 'text' },
      { id: 72, name: 'Size', type: 'text' },
    );
    const { json } = await create(token);
    const path = `/userstories/custom-attributes-values/${json.id}`;
    await call('PATCH', path, token, { attributes_values: { 71: 'a@b.test' }, version: 1 });
    const second = await call('PATCH', path, token, { attributes_values: { 72: '4' }, version: 1 });
    expect(second.json).toMatchObject({ attributes_values: { 72: '4' }, version: 3 });
    expect(got.at(-1)?.body.change.diff.custom_attributes).toMatchObject({
      new: [{ name: 'Size' }],
      deleted: [{ name: 'Email' }],
    });
    expect((await call('PATCH', path, token, { attributes_values: { 1: 'x' }, version: 1 })).status).toBe(
      400,
    );
  });

  test('make tasks in bulk within a sprint only', async () => {
    const token = await start();
    const { json } = await create(token);
    const body = { project_id: sim.project.id, us_id: json.id, bulk_tasks: 'A\nB', milestone_id: null };
    expect((await call('POST', '/tasks/bulk_create', token, body)).json).toEqual({
      milestone_id: ['This field is required.'],
    });
  });

  test('give no id for a comment; the history has it', async () => {
    const token = await start();
    const { json } = await create(token);
    const { json: answer } = await patch(token, json.id, { comment: 'hello', version: 1 });
    expect(answer).toMatchObject({ id: json.id, version: 2, comment: '' });
    const history = await call('GET', `/history/userstory/${json.id}?type=comment`, token);
    expect(history.json).toMatchObject([{ comment: 'hello', user: { username: 'cardwire' } }]);
  });

  test('find a story by its number, and take files as a form', async () => {
    const token = await start();
    const { json } = await create(token);
    const found = await call('GET', `/userstories/by_ref?project__slug=ops&ref=${json.ref}`, token);
    expect(found.json.id).toBe(json.id);
    const form = new FormData();
    form.set('attached_file', new Blob(['x']), 'a.txt');
    form.set('project', String(sim.project.id));
    form.set('object_id', String(json.id));
    const response = await fetch(`${sim.url}/api/v1/userstories/attachments`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    await sim.settled();
    expect(response.status).toBe(201);
    expect(got.at(-1)?.body.change.diff.attachments.new).toMatchObject([{ filename: 'a.txt' }]);
  });

  test('move the cards of a deleted column without a word', async () => {
    const token = await start();
    const extra = addStatus(sim.world, sim.project, 'userstory', 'Extra');
    const { json } = await create(token, { status: extra.id });
    got = [];
    const ann = await signIn('ann');
    expect((await call('DELETE', `/userstory-statuses/${extra.id}`, ann)).status).toBe(400);
    await call('DELETE', `/userstory-statuses/${extra.id}?moveTo=${column('New')}`, ann);
    expect((await call('GET', `/userstories/${json.id}`, token)).json.status).toBe(column('New'));
    expect(got).toEqual([]);
  });
});
