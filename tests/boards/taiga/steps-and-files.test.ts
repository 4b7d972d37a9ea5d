import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardAction, CardId } from '../../../lib/domain/card.ts';
import { createHttp } from '../../../lib/http/create-http.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { boardDeps, failureOf, file, marker, markerLine } from '../open.ts';
import { callsOf, openedByAnn, openTaiga, startTaiga } from './open.ts';

let sim: TaigaSim;
let board: Board;
let id: CardId;
beforeEach(async () => {
  ({ sim, board } = await startTaiga());
  id = await openedByAnn(sim);
  await board.columns();
});
afterEach(() => sim.stop());

const apply = (action: CardAction) => board.apply(id, action, marker);
const add = (item: string) => apply({ type: 'add-step', item });
/** The story goes while the server works on what hangs on it. */
const goesMeanwhile = async () => {
  await board.read(id);
  await sim.asUser('ann').delete(Number(id));
};

describe('a new step', () => {
  test('is an open task of the story that says who asked', async () => {
    const calls = await callsOf(sim, () => add('Order parts'));
    expect(calls).toEqual(['GET /userstories/:id', 'GET /tasks', 'POST /tasks']);
    expect(sim.world.tasks).toMatchObject([
      {
        subject: 'Order parts',
        story: Number(id),
        status: sim.project.defaultTaskStatus,
        description: markerLine,
      },
    ]);
  });

  test('that Taiga has stored without an answer is not added again', async () => {
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /\/tasks$/ });
    expect((await failureOf(add('Order parts'))).retry.when).toBe('later');
    await add('Order parts');
    expect(sim.world.tasks).toHaveLength(1);
  });

  test('of a story that is gone is refused', async () => {
    await goesMeanwhile();
    expect((await failureOf(add('Order parts'))).say?.key).toBe('card-gone');
    expect(sim.world.tasks).toEqual([]);
  });
});

describe('a file', () => {
  test('goes by the same name in every look and in the webhook: the one that it is kept under', async () => {
    await apply(file);
    const name = 'pumpe-gross.png';
    expect(await board.filesOn(id)).toMatchObject([{ name }]);
    expect((await board.changedSince('')).details.get(id)?.files).toMatchObject([{ name }]);
    expect(sim.world.entries.at(-1)?.shown).toMatchObject({ attachments: { new: [{ filename: name }] } });
  });

  test('comes to the story with its name, and a line that says who sent it', async () => {
    const calls = await callsOf(sim, () => apply(file));
    expect(calls).toEqual(['GET /userstories/:id', 'POST /userstories/attachments']);
    expect(sim.world.attachments).toMatchObject([
      { item: 'userstory', objectId: Number(id), name: file.name, size: 4, description: markerLine },
    ]);
  });

  test('that is too large for the proxy, or to be sent at all, is refused by its name', async () => {
    sim.faults.add({ kind: 'status', status: 413 }, { method: 'POST' });
    const refused = { key: 'board-file-refused', values: { name: file.name } };
    expect((await failureOf(apply(file))).say).toEqual(refused);
    board = await openTaiga(sim, {
      ...boardDeps(),
      http: createHttp({ allowPrivate: true, maxBytes: 50_000 }),
    });
    expect((await failureOf(apply({ ...file, bytes: new Uint8Array(50_000) }))).say).toEqual(refused);
  });

  test('of a died run is found by its line, and no other of that name', async () => {
    await sim.asUser('ann').attachment(Number(id), file.name);
    expect(await board.findApplied(id, file, marker)).toBeUndefined();
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST' });
    expect((await failureOf(apply(file))).retry.when).toBe('later');
    expect((await board.findApplied(id, file, marker))?.id).toBe(id);
  });

  test('for a story that is gone is refused', async () => {
    await goesMeanwhile();
    expect((await failureOf(apply(file))).say?.key).toBe('card-gone');
  });
});
