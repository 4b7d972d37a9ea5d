import { afterEach, expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { opens, replies } from './sight.ts';

let house: House;
let sweeper: Sweeper;
afterEach(() => house.stop());

async function open(): Promise<void> {
  house = await openHouse();
  sweeper = sweeperFor(house);
}

const MINUTE = 60_000;
const loseWebhooks = () => {
  for (const hook of house.wekan.world.integrations) hook.enabled = false;
};
const logged = (event: string) => sweeper.lines.filter((line) => line.includes(`"${event}"`)).length;
const boardCalls = async (work: () => Promise<unknown>) => {
  const before = house.wekan.requests.length;
  await work();
  return house.wekan.requests.length - before;
};

test('of two calls of the schedule at once, one looks; before its time has come, none', async () => {
  await open();
  const { card, post } = await opens(house, 'tom', 'Fix the pump');
  await sweeper.sweep();
  loseWebhooks();
  await house.wekan.asUser('ann').comment(card._id, 'On it');
  house.pass(5 * MINUTE);
  const before = logged('board-swept');
  await Promise.all([sweeper.run(), sweeper.run(), sweeper.run()]);
  expect(logged('board-swept')).toBe(before + 1);
  house.pass(MINUTE);
  expect(await boardCalls(sweeper.run)).toBe(0);
  await house.lapse(MINUTE);
  expect(replies(house, post)).toHaveLength(1);
});

test('a board that is away is tried again when its time comes, and what was missed is told then', async () => {
  await open();
  const { card, post } = await opens(house, 'tom', 'Fix the pump');
  await sweeper.sweep();
  loseWebhooks();
  await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
  house.pass(5 * MINUTE);
  house.wekan.faults.add({ kind: 'html', status: 502 }, { times: 1 });
  await sweeper.run();
  expect(logged('sweep-failed')).toBe(1);
  expect((await house.store.sweeps.state({ team: 'ops', board: 'main' }))?.failed).toMatch(/^wekan-/);
  house.pass(MINUTE);
  expect(await boardCalls(sweeper.run)).toBe(0);
  await sweeper.sweep();
  expect(replies(house, post)).toEqual(['Caught up: moved from **To Do** to **Doing**']);
  expect((await house.store.sweeps.state({ team: 'ops', board: 'main' }))?.failed).toBeUndefined();
});

test('a team that does not want it is left alone; one that wants it seldom is looked at seldom', async () => {
  await open();
  const set = (reconcile: { readonly on: boolean; readonly minutes: number }) =>
    house.store.teams.put({
      id: 'ops',
      settings: storeTeam({ ...house.team, reconcile }, keysFor('stored-secrets')),
    });
  await opens(house, 'tom', 'Fix the pump');
  await set({ on: false, minutes: 5 });
  house.pass(10 * MINUTE);
  expect(await boardCalls(sweeper.run)).toBe(0);
  await set({ on: true, minutes: 30 });
  house.pass(2 * MINUTE);
  expect(await boardCalls(sweeper.run)).toBeGreaterThan(0);
  house.pass(20 * MINUTE);
  expect(await boardCalls(sweeper.run)).toBe(0);
  house.pass(10 * MINUTE);
  expect(await boardCalls(sweeper.run)).toBeGreaterThan(0);
});
