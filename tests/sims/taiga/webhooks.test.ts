import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { listenToTaiga } from './listen.ts';

/** The webhooks of the fake: what the door relies on when it is tested against it. */

const taiga = listenToTaiga();
const { start, call, create, patch, signIn, column } = taiga;

describe('webhooks', () => {
  test('are signed over the bytes as Python writes them', async () => {
    await start();
    await taiga.sim.asUser('ann').createCard({ title: 'Naïve ☃ pump' });
    const [hook] = taiga.got;
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
    expect(taiga.got.map(({ body }) => body.by.username)).toEqual(['cardwire', 'cardwire']);
    expect(taiga.got[0]?.body.data.external_reference).toEqual(['cardwire', 'x']);
    expect(taiga.got[1]?.body.change).toMatchObject({
      comment: 'moved',
      diff: { status: { from: 'New', to: 'Ready' }, kanban_order: {} },
    });
  });

  test('of a comment that is edited, deleted, restored, are in its author’s name', async () => {
    await start();
    const { id } = await taiga.sim.asUser('ann').createCard({ title: 'Fix pump' });
    const { id: comment } = await taiga.sim.asUser('bob').comment(id, 'hello');
    const ann = taiga.sim.asUser('ann');
    await ann.deleteComment(comment);
    await ann.restoreComment(comment);
    await ann.editComment(comment, 'hello!');
    const [, first, removed, restored, edited] = taiga.got.map(({ body }) => body);
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
    const ann = taiga.sim.asUser('ann');
    const { id } = await ann.createCard({ title: 'Fix pump' });
    await ann.addTask(id, 'Visit');
    taiga.got.length = 0;
    await patch(token, id, { watchers: [], version: 1 });
    await patch(token, id, { subject: 'Fix pump', version: 2 });
    await ann.renameColumn('Ready', 'Ready to go');
    await ann.tick(id, 'Visit');
    expect(taiga.got.map(({ body }) => body.type)).toEqual(['task']);
    expect(taiga.sim.world.stories[0]).toMatchObject({ isClosed: true, version: 3 });
    await ann.comment(id, 'done?');
    expect(taiga.got[1]?.body.change.diff).toMatchObject({ is_closed: { from: false, to: true } });
  });

  test('do not tell of a deletion where somebody has dragged another card past it', async () => {
    await start();
    const ann = taiga.sim.asUser('ann');
    const [one, two] = [await ann.createCard({ title: 'One' }), await ann.createCard({ title: 'Two' })];
    const dates = [one.modifiedAt, two.modifiedAt];
    await ann.moveCard(two.id, 'New');
    expect([one.modifiedAt, two.modifiedAt, two.version]).toEqual([...dates, 1]);
    taiga.got.length = 0;
    await ann.delete(one.id);
    expect(taiga.got).toEqual([]);
    await ann.comment(two.id, 'So long');
    await ann.delete(two.id);
    expect(taiga.got.map(({ body }) => body.action)).toEqual(['change', 'delete']);
  });

  test('come without order when workers send them, and again when somebody resends them', async () => {
    await start();
    taiga.sim.hooks.hold();
    const ann = taiga.sim.asUser('ann');
    const { id } = await ann.createCard({ title: 'Fix pump' });
    await ann.moveCard(id, 'Ready');
    expect(taiga.got).toEqual([]);
    await taiga.sim.hooks.release('reversed');
    expect(taiga.got.map(({ body }) => body.action)).toEqual(['change', 'create']);
    const [sent] = taiga.sim.hooks.sent;
    if (sent) await taiga.sim.hooks.repeat(sent);
    expect(taiga.got[2]?.raw).toBe(taiga.got[0]?.raw);
  });

  test('are made, tested and read by project administrators alone', async () => {
    const token = await start();
    const url = taiga.sim.world.webhooks[0]?.url;
    const body = { project: taiga.sim.project.id, name: 'x', url, key: 'key' };
    expect((await call('POST', '/webhooks', token, body)).status).toBe(403);
    expect((await call('GET', `/webhooks?project=${taiga.sim.project.id}`, token)).json).toEqual([]);
    const ann = await signIn('ann');
    const { status, json } = await call('POST', '/webhooks', ann, body);
    expect(status).toBe(201);
    expect((await call('POST', `/webhooks/${json.id}/test`, ann)).json).toMatchObject({ status: 200 });
    expect(taiga.got[0]?.body).toMatchObject({ action: 'test', type: 'test', data: { test: 'test' } });
  });

  test('do not come for a task without a story, and without workers its call breaks', async () => {
    const token = await start();
    const body = { project: taiga.sim.project.id, subject: 'Alone' };
    expect((await call('POST', '/tasks', token, body)).status).toBe(201);
    expect(taiga.got).toEqual([]);
    await taiga.sim.stop();
    const again = await start({ celery: false });
    expect((await call('POST', '/tasks', again, body)).status).toBe(500);
    expect(taiga.sim.world.tasks).toHaveLength(1);
  });
});
