import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MOST_A_MINUTE } from '../../lib/dispatch/rate-gate.ts';
import { type House, openHouse } from './house.ts';
import { types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

/** Minutes are the clock's: what is counted together has to happen in one. */
const nextMinute = () => house.lapse(60_000 - (house.now() % 60_000));

test('more than a person can type in a minute is refused with their words, and a flood is not even answered', async () => {
  await nextMinute();
  const person = house.mattermost.as('guest').user.id;
  // What came earlier in this minute, as the counter knows it.
  for (let count = 0; count < MOST_A_MINUTE - 1; count++)
    await house.store.rates.count('ops', 'chat', person);
  await types(house, 'guest', '/card The last one');
  expect((await types(house, 'guest', '/card One too many')).join()).toMatch(
    /more than 120 commands[\s\S]*\/card One too many/,
  );
  await types(house, 'ann', '/card Somebody else');
  for (let count = 0; count < MOST_A_MINUTE; count++) await house.store.rates.count('ops', 'chat', person);
  expect(await types(house, 'guest', '/card A flood')).toEqual([]);
  await nextMinute();
  await types(house, 'guest', '/card A minute later');
  const titles = house.wekan.world.cards.map(({ title }) => title);
  expect(titles).toEqual(['The last one', 'Somebody else', 'A minute later']);
});
