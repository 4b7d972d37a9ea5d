import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { failureOf } from '../open.ts';
import { bridgeOf, callsOf, openedByAnn, startTaiga } from './open.ts';

/** To whoever may not see something Taiga gives an empty list of it, or says that it does not exist (taiga.md A2.2): that is no proof. */

let sim: TaigaSim;
let board: Board;
let id: CardId;
beforeEach(async () => {
  ({ sim, board } = await startTaiga());
  id = await openedByAnn(sim);
});
afterEach(() => sim.stop());

const ann = () => sim.asUser('ann');
const mayNot = (right: string) => {
  const { memberships } = sim.project;
  const role = memberships.find(({ userId }) => userId === bridgeOf(sim).id);
  if (role) role.permissions = role.permissions.filter((each) => each !== right);
};
const look = async (cursor = '') => {
  const { details, said, ...snapshot } = await board.changedSince(cursor);
  return { ...snapshot, said, steps: details.get(id)?.steps };
};

test('tasks that may not be seen are not there, and are not said to be gone', async () => {
  await ann().addTask(Number(id), 'Order parts');
  const before = await look();
  expect([before.steps?.length, (await board.stepsOn(id))?.length]).toEqual([1, 1]);
  mayNot('view_tasks');
  const after = await look(before.cursor);
  expect([after.steps, await board.stepsOn(id), after.left]).toEqual([undefined, undefined, []]);
  expect(JSON.parse(after.cursor).tasks).toEqual(JSON.parse(before.cursor).tasks);
});

test('nor where a list is refused instead', async () => {
  sim.faults.add({ kind: 'status', status: 403 }, { path: /\/tasks/, times: 9 });
  mayNot('view_tasks');
  expect([(await look()).steps, await board.stepsOn(id)]).toEqual([undefined, undefined]);
});

test('nor where it is refused by somebody in between, whatever our rights are', async () => {
  await ann().addTask(Number(id), 'Order parts');
  sim.faults.add({ kind: 'status', status: 403 }, { path: /\/tasks/, times: 9 });
  expect([(await look()).steps, await board.stepsOn(id)]).toEqual([undefined, undefined]);
});

test('of a board without tasks the right to see some is asked for, which is one call', async () => {
  await board.columns();
  const calls = await callsOf(sim, async () => expect((await look()).steps).toEqual([]));
  expect(calls).toEqual(['GET /userstories', 'GET /tasks', 'GET /projects/by_slug']);
});

test('whoever is shut out is not told that there are no comments any more', async () => {
  await ann().comment(Number(id), 'Which pump?');
  expect(await board.commentsOn(id)).toHaveLength(1);
  sim.project.memberships = sim.project.memberships.filter(({ userId }) => userId !== bridgeOf(sim).id);
  expect(await failureOf(board.commentsOn(id))).toMatchObject({ code: 'taiga-board-not-found' });
});
