import { expect, test } from '@jest/globals';
import { playHistories } from './history.ts';
import { calm, type House } from './house.ts';

/** Boards are looked at every five minutes. */
const EVERY = 300_000;

/** One more look at every board. Gives what it has found, and the cards that it has read for it. */
async function look(house: House) {
  const [known, before] = [house.records.accepted.length, house.workers.passed.length];
  house.clock.advanceTo(house.clock.now + EVERY);
  await house.sweep();
  await house.play(calm);
  const calls = house.workers.passed.slice(before).filter(({ side }) => side === 'board');
  return {
    found: house.records.accepted.slice(known).map(({ event }) => event),
    read: calls.flatMap(({ label }) => (/ \/api\/(cards|v1\/userstories)\/\w+$/.test(label) ? [label] : [])),
  };
}

test('where nothing happens any more, looks come to rest: they find nothing, and read no card', async () => {
  const houses: House[] = [];
  await playHistories(60, 20_261_122, (house) => void houses.push(house));
  let read = 0;
  for (const house of houses) {
    // What the end of a history has put right is seen once, and so is what was told of that.
    for (let at = 0; at < 3; at += 1) read += (await look(house)).read.length;
    expect(await look(house)).toEqual({ found: [], read: [] });
  }
  expect(read).toBeGreaterThan(houses.length / 2);
}, 300_000);
