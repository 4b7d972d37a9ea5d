import { describe, expect, test } from '@jest/globals';
import { listenToTaiga } from './listen.ts';
import { addStatus } from './seed.ts';

/** The fake itself: what the product relies on when it is tested against it. */

const taiga = listenToTaiga();
const { start, call, create, patch, login, signIn, column } = taiga;

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
    await taiga.sim.asUser('ann').rename(json.id, 'By a person');
    await taiga.sim.asUser('ann').moveCard(json.id, 'Ready');
    expect((await patch(token, json.id, { subject: 'By the bridge', version: 1 })).status).toBe(200);
    expect(taiga.sim.world.stories[0]?.subject).toBe('By the bridge');
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
    taiga.sim.world.applications.push({ id: 'app', name: 'Cardwire' });
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
      project_id: taiga.sim.project.id,
      bulk_stories: lines,
    });
    const path = `/userstories?project=${taiga.sim.project.id}`;
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
    expect((await call('GET', `/userstories?project=${taiga.sim.project.id}`, root)).json).toEqual([]);
    expect((await call('GET', `/userstories/${json.id}`, root)).status).toBe(404);
    expect((await call('GET', `/userstories/${json.id}`)).status).toBe(401);
    const eve = await signIn('eve');
    expect((await patch(eve, json.id, { comment: 'hello', version: 1 })).status).toBe(200);
    expect((await patch(eve, json.id, { comment: 'hello', subject: 'x', version: 1 })).status).toBe(403);
    taiga.sim.project.blockedCode = 'blocked-by-staff';
    expect((await patch(token, json.id, { comment: 'hello', version: 1 })).status).toBe(451);
  });

  test('replace all custom attributes, whatever the version', async () => {
    const token = await start();
    taiga.sim.project.customAttributes.push(
      { id: 71, name: 'Email', type: 'text' },
      { id: 72, name: 'Size', type: 'text' },
    );
    const { json } = await create(token);
    const path = `/userstories/custom-attributes-values/${json.id}`;
    await call('PATCH', path, token, { attributes_values: { 71: 'a@b.test' }, version: 1 });
    const second = await call('PATCH', path, token, { attributes_values: { 72: '4' }, version: 1 });
    expect(second.json).toMatchObject({ attributes_values: { 72: '4' }, version: 3 });
    expect(taiga.got.at(-1)?.body.change.diff.custom_attributes).toMatchObject({
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
    const body = { project_id: taiga.sim.project.id, us_id: json.id, bulk_tasks: 'A\nB', milestone_id: null };
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
    form.set('project', String(taiga.sim.project.id));
    form.set('object_id', String(json.id));
    const response = await fetch(`${taiga.sim.url}/api/v1/userstories/attachments`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    await taiga.sim.settled();
    expect(response.status).toBe(201);
    expect(taiga.got.at(-1)?.body.change.diff.attachments.new).toMatchObject([{ filename: 'a.txt' }]);
  });

  test('move the cards of a deleted column without a word', async () => {
    const token = await start();
    const extra = addStatus(taiga.sim.world, taiga.sim.project, 'userstory', 'Extra');
    const { json } = await create(token, { status: extra.id });
    taiga.got.length = 0;
    const ann = await signIn('ann');
    expect((await call('DELETE', `/userstory-statuses/${extra.id}`, ann)).status).toBe(400);
    await call('DELETE', `/userstory-statuses/${extra.id}?moveTo=${column('New')}`, ann);
    expect((await call('GET', `/userstories/${json.id}`, token)).json.status).toBe(column('New'));
    expect(taiga.got).toEqual([]);
  });
});
