import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { callsOf, openedByAnn, startTaiga, userOf } from './open.ts';

let sim: TaigaSim;
let board: Board;
let id: CardId;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2027, 0, 15);
  ({ sim, board } = await startTaiga({ now: () => now }));
  id = await openedByAnn(sim);
});
afterEach(() => sim.stop());

const ann = () => sim.asUser('ann');
const lookAfter = async (cursor: string) => {
  now += 300_000;
  return board.changedSince(cursor);
};

/** A comment is a change of the task that it stands on (taiga.md A2.8), and of nothing on its story. */
describe('what was said on tasks', () => {
  test('since the last look is found with the story, and read as its comment', async () => {
    const task = await ann().addTask(Number(id), 'Order parts');
    await ann().comment(task.id, 'Long ago');
    const first = await board.changedSince('');
    expect(first.said.size).toBe(0);
    now += 300_000;
    const { id: entry } = await ann().comment(task.id, 'Ordered');
    const second = await board.changedSince(first.cursor);
    const [head, ...none] = second.said.get(id) ?? [];
    expect([head, none]).toEqual([
      expect.objectContaining({ id: `task:${task.id}:${entry}`, author: userOf(sim, 'ann') }),
      [],
    ]);
    expect([second.changed, await board.commentsOn(id)]).toEqual([[], []]);
    expect(await board.comment(id, head?.id ?? '')).toMatchObject({
      ...{ id: head?.id, text: 'Ordered', on: 'Order parts' },
    });
    const third = await lookAfter(second.cursor);
    expect(third.said.size).toBe(0);
    const calls = await callsOf(sim, () => board.changedSince(third.cursor));
    expect(calls.filter((call) => call.includes('history'))).toEqual([]);
  });

  test('within a second of what was seen is found, and what was seen is not found again', async () => {
    const task = await ann().addTask(Number(id), 'Order parts');
    let { cursor } = await lookAfter('');
    for (const text of ['Ordered', 'Paid', 'They are here']) {
      now += 300;
      const { id: entry } = await ann().comment(task.id, text);
      const snapshot = await board.changedSince(cursor);
      expect(snapshot.said.get(id)?.map((head) => head.id)).toEqual([`task:${task.id}:${entry}`]);
      cursor = snapshot.cursor;
      expect((await board.changedSince(cursor)).said.size).toBe(0);
    }
    now += 300;
    await ann().tick(Number(id), 'Order parts');
    expect((await board.changedSince(cursor)).said.size).toBe(0);
  });

  test('since a look that had nothing to ask for counts from a second after it', async () => {
    const task = await ann().addTask(Number(id), 'Order parts');
    await ann().comment(task.id, 'Ordered');
    const first = await board.changedSince('');
    now += 900;
    await ann().comment(task.id, 'Paid');
    const second = await board.changedSince(first.cursor);
    expect(second.said.size).toBe(0);
    now += 900;
    await ann().comment(task.id, 'They are here');
    const { newest: _, ...older } = JSON.parse(first.cursor).tasks;
    const third = await board.changedSince(JSON.stringify({ ...JSON.parse(first.cursor), tasks: older }));
    expect([third.said.get(id)?.length, (await board.changedSince(second.cursor)).said.size]).toEqual([1, 1]);
  });

  test('before a look of an older version is taken as told', async () => {
    const task = await ann().addTask(Number(id), 'Order parts');
    const { tasks: _, ...old } = JSON.parse((await board.changedSince('')).cursor);
    now += 300_000;
    await ann().comment(task.id, 'Ordered');
    const { said, cursor } = await board.changedSince(JSON.stringify(old));
    expect(said.size).toBe(0);
    now += 300_000;
    await ann().comment(task.id, 'They are here');
    expect((await board.changedSince(cursor)).said.get(id)).toHaveLength(1);
  });

  test('on many is found in several looks, each comment once', async () => {
    const tasks = [];
    for (let at = 0; at < 40; at += 1) tasks.push(await ann().addTask(Number(id), `Task ${at}`));
    let { cursor } = await lookAfter((await lookAfter('')).cursor);
    for (const { id: task } of tasks) {
      now += 10_000;
      await ann().comment(task, 'Ordered');
    }
    const found: number[] = [];
    for (let look = 0; look < 3; look += 1) {
      const snapshot = await lookAfter(cursor);
      found.push(snapshot.said.get(id)?.length ?? 0);
      cursor = snapshot.cursor;
    }
    expect(found).toEqual([30, 10, 0]);
  });
});
