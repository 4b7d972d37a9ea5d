import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import { startWekanSim, type WekanSim } from '../../sims/wekan/sim.ts';
import { openWekan } from './open.ts';

let sim: WekanSim;
let board: Board;

beforeEach(async () => {
  sim = await startWekanSim();
  board = await openWekan(sim);
});
afterEach(() => sim.stop());

const byAnn = async (title: string, column = 'To Do') =>
  (await sim.asUser('ann').createCard({ title, column }))._id;

async function calls<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly count: number }> {
  const before = sim.requests.length;
  return { answer: await work(), count: sim.requests.length - before };
}

describe('what changed since on Wekan', () => {
  test('costs one call for the columns, one for all files, and one more for each column in which something changed', async () => {
    await byAnn('A');
    const b = await byAnn('B', 'Doing');
    const { cursor } = await board.changedSince('');
    const quiet = await calls(() => board.changedSince(cursor));
    expect([quiet.count, quiet.answer.changed]).toEqual([2, []]);
    await sim.asUser('ann').rename(b, 'B2');
    const busy = await calls(() => board.changedSince(quiet.answer.cursor));
    expect([busy.count, busy.answer.changed]).toEqual([3, [b]]);
  });

  test('misses no card that leaves without a trace for longer than six looks', async () => {
    const a = await byAnn('A');
    await byAnn('B');
    let { cursor } = await board.changedSince('');
    sim.world.cards = sim.world.cards.filter(({ _id }) => _id !== a);
    const left: string[] = [];
    for (let look = 0; look < 6; look += 1) {
      const snapshot = await board.changedSince(cursor);
      left.push(...snapshot.left);
      cursor = snapshot.cursor;
    }
    expect(left).toEqual([a]);
  });

  test('takes a card that only moved for neither new nor gone', async () => {
    const a = await byAnn('A');
    const { cursor } = await board.changedSince('');
    await sim.asUser('ann').moveCard(a, 'Review');
    expect(await board.changedSince(cursor)).toMatchObject({ changed: [a], arrived: [], left: [] });
  });

  test('takes no card for a new one that comes back with its column', async () => {
    const a = await byAnn('A', 'Doing');
    const doing = sim.world.lists.find(({ title }) => title === 'Doing');
    if (!doing) throw new Error('no such column');
    const first = await board.changedSince('');
    doing.archived = true;
    const second = await board.changedSince(first.cursor);
    expect(second).toMatchObject({ changed: [], left: [a] });
    const third = await board.changedSince(second.cursor);
    doing.archived = false;
    const b = await byAnn('B', 'Doing');
    const fourth = await board.changedSince(third.cursor);
    expect(fourth).toMatchObject({ changed: [a, b], arrived: [b], left: [] });
    expect(JSON.parse(fourth.cursor).away).toEqual({});
  });

  test('remembers of columns that went no more than one item of the table holds, the last ones', async () => {
    const cards = Array.from({ length: 1_000 }, (_, at) => `card${String(at).padStart(13, '0')}`);
    const away = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`list${at}`, cards]));
    const { cursor } = await board.changedSince('');
    const next = await board.changedSince(JSON.stringify({ ...JSON.parse(cursor), away }));
    expect(Object.keys(JSON.parse(next.cursor).away)).toEqual([25, 26, 27, 28, 29].map((at) => `list${at}`));
    expect(next.cursor.length).toBeLessThan(150_000);
  });

  test('goes on where a look of an older version has ended', async () => {
    const a = await byAnn('A');
    const { away: _, ...old } = JSON.parse((await board.changedSince('')).cursor);
    const b = await byAnn('B');
    expect(await board.changedSince(JSON.stringify(old))).toMatchObject({ changed: [a, b], arrived: [b] });
  });

  test('sees a card leave that moved before, though its first column told of neither', async () => {
    const a = await byAnn('A');
    const first = await board.changedSince('');
    await sim.asUser('ann').moveCard(a, 'Review');
    const { cursor } = await board.changedSince(first.cursor);
    await sim.asUser('ann').archive(a);
    expect(await board.changedSince(cursor)).toMatchObject({ changed: [], left: [a] });
  });
});
