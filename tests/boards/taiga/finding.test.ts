import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import { writeLocator } from '../../../lib/boards/taiga/comment-locator.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { draft, failureOf, marker, markerLine } from '../open.ts';
import { callsOf, openedByAnn, otherProject, startTaiga, storyOf, userOf } from './open.ts';

let sim: TaigaSim;
let board: Board;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2027, 0, 15);
  ({ sim, board } = await startTaiga({ front: 'https://tree.example.org/taiga', now: () => now }));
});
afterEach(() => sim.stop());

const user = (name: string) => Number(userOf(sim, name));
const stored = (id: string) => storyOf(sim, id);
const byAnn = (title = 'By Ann', project?: number) => openedByAnn(sim, title, project);
const others = () => otherProject(sim);

const calls = (work: () => Promise<unknown>) => callsOf(sim, work);

test('a comment is gone with its story, also when that was read a moment ago', async () => {
  const id = await byAnn();
  const { id: comment } = await sim.asUser('ann').comment(Number(id), 'Still dripping');
  await board.read(id);
  expect(await board.comment(id, comment)).toMatchObject({ text: 'Still dripping' });
  await sim.asUser('ann').delete(Number(id));
  expect(await board.comment(id, comment)).toBeUndefined();
});

describe('finding cards', () => {
  test('asks for no more rows than are wanted, and lets the server filter', async () => {
    await board.columns();
    await byAnn('Pump one');
    await byAnn('Pump two');
    expect(await calls(() => board.search({ text: 'pump', limit: 1 }))).toEqual(['GET /userstories']);
    expect(await board.search({ text: 'pump', limit: 1 })).toHaveLength(1);
  });

  test('never mixes in another project, and believes no empty list when shut out', async () => {
    await byAnn('Pump', others().id);
    expect(await board.search({ text: 'Pump', limit: 5 })).toEqual([]);
    await byAnn('Pump');
    expect(await board.search({ text: 'Pump', limit: 5 })).toHaveLength(1);
    sim.project.memberships = sim.project.memberships.filter(({ userId }) => userId !== user('cardwire'));
    for (const call of [
      () => board.search({ text: 'Pump', limit: 5 }),
      () => board.changedSince(''),
      () => board.findCreated(draft, marker, new Date(now)),
      () => board.read(String(sim.world.stories[0]?.id) as CardId),
    ]) {
      expect((await failureOf(call())).say?.key).toBe('board-forbidden');
    }
  });

  test('by number takes one call, also from the archive; tasks have numbers too but are no cards', async () => {
    const id = await byAnn();
    const { ref } = await sim.asUser('ann').addTask(Number(id), 'Order parts');
    await board.apply(id, { type: 'archive' }, marker);
    expect(await calls(() => board.search({ number: 1, limit: 1 }))).toEqual(['GET /userstories/by_ref']);
    expect((await board.search({ number: 1, limit: 1 }))[0]).toMatchObject({ id, archived: true });
    expect(await board.search({ number: ref, limit: 1 })).toEqual([]);
  });

  test('by due date looks at the end of the day', async () => {
    const id = await byAnn();
    await sim.asUser('ann').due(Number(id), '2027-01-15');
    const overdue = (dueBefore: string) => board.search({ dueBefore, limit: 5 });
    expect(await overdue('2027-01-15T20:00:00.000Z')).toEqual([]);
    expect(await overdue('2027-01-15T23:00:00.000Z')).toHaveLength(1);
  });
});

describe('links', () => {
  const at = (path: string) => board.cardOfLink(`https://tree.example.org/taiga${path}`);

  test('of both hosts are known, one that was met needs no call', async () => {
    const id = await byAnn();
    expect(await at('/project/ops/us/1')).toBe(id);
    expect(await board.cardOfLink(`${sim.url}/project/ops/us/1?x=1#y`)).toBe(id);
    await board.read(id);
    expect(await calls(() => at('/project/ops/us/1?kanban-status=7'))).toEqual([]);
  });

  test('of a task lead to its story', async () => {
    const id = await byAnn();
    const { ref } = await sim.asUser('ann').addTask(Number(id), 'Order parts');
    expect(await at(`/project/ops/task/${ref}`)).toBe(id);
  });

  test('of anything else are no cards, without asking', async () => {
    await byAnn();
    expect(await at('/project/ops/us/99')).toBeUndefined();
    const none = ['/project/other/us/1', '/project/ops/issue/1', '/project/ops/us/1/x', '/project/ops', '/'];
    for (const path of none)
      expect(await calls(async () => expect(await at(path)).toBeUndefined())).toEqual([]);
    expect(await board.cardOfLink('https://tree.example.org/project/ops/us/1')).toBeUndefined();
  });
});

describe('a stored comment', () => {
  test('is found by its id and by what a webhook tells of it, until it is deleted', async () => {
    const id = await byAnn();
    const { id: entry } = await sim.asUser('tom').comment(Number(id), `On it.\n\n${markerLine}`);
    const locator = writeLocator(
      { type: 'userstory', id: Number(id), author: user('tom') },
      `On it.\n\n${markerLine}`,
    );
    for (const comment of [entry, locator]) {
      expect(await board.comment(id, comment)).toEqual({
        id: entry,
        text: 'On it.',
        at: expect.any(Number),
        author: { id: String(user('tom')), username: 'tom', name: 'Tom Ortiz' },
      });
    }
    await sim.asUser('ann').editComment(entry, 'Done.');
    expect(await board.comment(id, locator)).toBeUndefined();
    expect((await board.comment(id, entry))?.text).toBe('Done.');
    await sim.asUser('ann').deleteComment(entry);
    expect(await board.comment(id, entry)).toBeUndefined();
  });

  test('of a task is found on its story, and on no other card', async () => {
    const [id, other] = [await byAnn(), await byAnn('Another')];
    const task = await sim.asUser('ann').addTask(Number(id), 'Order parts');
    await sim.asUser('tom').comment(task.id, 'Ordered.');
    const locator = writeLocator({ type: 'task', id: task.id, author: user('tom') }, 'Ordered.');
    expect((await board.comment(id, locator))?.text).toBe('Ordered.');
    expect(await board.comment(other, locator)).toBeUndefined();
  });

  test('is known by who deleted it, as long as it does not come back: of two that say the same, the last one', async () => {
    const id = await byAnn();
    const locator = writeLocator({ type: 'userstory', id: Number(id), author: user('tom') }, 'Done.');
    const says = async () => (await sim.asUser('tom').comment(Number(id), 'Done.')).id;
    const [one, two] = [await says(), await says()];
    const deleter = () => board.deleterOf?.(id, locator);
    expect(await deleter()).toBeUndefined();
    await sim.asUser('bob').deleteComment(two);
    expect(await deleter()).toBe(String(user('bob')));
    now += 1_000;
    await sim.asUser('ann').deleteComment(one);
    expect(await deleter()).toBe(String(user('ann')));
    await sim.asUser('ann').restoreComment(one);
    expect(await deleter()).toBe(String(user('bob')));
    await sim.asUser('ann').delete(Number(id));
    expect(await deleter()).toBeUndefined();
  });

  test('of a task is known by who deleted it', async () => {
    const id = await byAnn();
    const task = await sim.asUser('ann').addTask(Number(id), 'Order parts');
    const { id: entry } = await sim.asUser('tom').comment(task.id, 'Ordered.');
    const locator = writeLocator({ type: 'task', id: task.id, author: user('tom') }, 'Ordered.');
    await sim.asUser('bob').deleteComment(entry);
    expect(await board.deleterOf?.(id, locator)).toBe(String(user('bob')));
  });
});

test('comments are listed and found however many there are: a history has pages', async () => {
  const id = await byAnn();
  const ann = sim.asUser('ann');
  const { id: first } = await ann.comment(Number(id), 'First');
  for (let count = 1; count < 201; count += 1) await ann.comment(Number(id), `${count}`);
  const heads = await board.commentsOn(id);
  expect([heads.length, heads[0]?.id]).toEqual([201, first]);
  expect((await board.comment(id, first))?.text).toBe('First');
  expect(await calls(() => board.comment(id, heads.at(-1)?.id ?? ''))).toEqual([
    'GET /history/userstory/:id',
  ]);
});

describe('what changed since', () => {
  test('tells of a card that was dragged, which gets no new date, and of nothing else', async () => {
    const ids = [await byAnn('A'), await byAnn('B'), await byAnn('C')];
    await sim.asUser('ann').moveCard(Number(ids[1]), 'Ready');
    const { cursor } = await board.changedSince('');
    now += 3_600_000;
    const dragged = stored(ids[0] ?? '');
    const { modifiedAt } = dragged;
    await board.changedSince(cursor);
    await sim.asUser('ann').moveCard(dragged.id, 'In progress');
    dragged.modifiedAt = modifiedAt;
    await sim.asUser('ann').rename(Number(ids[1]), 'B2');
    now += 3_600_000;
    const { changed, cursor: next } = await board.changedSince(cursor);
    expect([...changed].sort()).toEqual([ids[0], ids[1]].sort());
    expect(await board.changedSince(next)).toMatchObject({ changed: [], arrived: [], left: [] });
  });

  test('begins anew with a cursor that is none', async () => {
    const id = await byAnn();
    for (const cursor of ['{}', 'x', '{"since":1}']) {
      expect((await board.changedSince(cursor)).changed).toEqual([id]);
    }
  });
});
