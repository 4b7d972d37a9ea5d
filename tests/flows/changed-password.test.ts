import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const people = ['tom', 'ann', 'guest'];
const signIns = () => house.wekan.requests.filter(({ path }) => path === '/users/login').length;
const titles = () => house.wekan.world.cards.map(({ title }) => title);

/** Somebody changes the password of our account: its tokens die with the old one. */
function changePassword(password: string): void {
  const { world } = house.wekan;
  const account = world.users.find(({ username }) => username === 'cardwire');
  if (account) account.password = password;
  world.tokens = [];
}

test('what is in flight when the board’s password changes waits, hammers no log-in, and is done with the new one', async () => {
  await types(house, 'tom', '/card Before');
  changePassword('another password');
  const [before, since] = [signIns(), house.now()];
  const asked = people.flatMap((name) => [1, 2].map((number) => [name, `${name} ${number}`] as const));
  for (const [name, title] of asked) await house.mattermost.as(name).command('town-square', `/card ${title}`);
  for (let minutes = 0; minutes < 2; minutes++) await house.lapse(60_000);
  expect(titles()).toEqual(['Before']);
  // Contract A2.1: ten refused ones in a minute shut the account out. One rests for half of it, whoever asks.
  expect(signIns() - before).toBeLessThanOrEqual(1 + Math.ceil((house.now() - since) / 30_000));

  const main = house.team.boards.main;
  if (!main) throw new Error('the team has a board');
  const boards = { main: { ...main, password: 'another password' } } as typeof house.team.boards;
  await house.store.teams.put({
    id: 'ops',
    settings: storeTeam({ ...house.team, boards }, keysFor('stored-secrets')),
  });
  const then = signIns();
  for (let minutes = 0; minutes < 6; minutes++) await house.lapse(60_000);
  expect(titles().toSorted()).toEqual(['Before', ...asked.map(([, title]) => title)].toSorted());
  // One for all of them.
  expect(signIns() - then).toBe(1);
  expect(await house.store.graveyard.list('ops')).toEqual([]);
});
