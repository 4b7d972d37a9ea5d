import { expect, test } from '@jest/globals';
import { straight } from './board-side.ts';
import type { Doing } from './doings.ts';
import { playHistory } from './history.ts';
import { calm, oneClock, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';
import { perform } from './perform.ts';

/** Histories of mail that broke a promise once. */

/** Something that Tom does in the first team, this long after what was before. */
function after(gap: number, what: Doing['what'], more: Partial<Doing> = {}): Doing {
  const tom = { team: 0, person: 'tom', room: 1, card: 0, column: 0, travel: straight } as const;
  return { ...tom, gap, what, ...more };
}

function played(doings: readonly Doing[]) {
  return playHistory({ doings, faults: [], turns: 0, looked: false, clocks: oneClock, echo: straight });
}

test('what SES tells once more is not told to the team again, and blocks nobody who wrote meanwhile', async () => {
  const house = await played([
    after(0, 'mail-create'),
    after(11_000, 'mail-bounce'),
    after(400_000, 'mail-create'),
    after(400_000, 'mail-bounce', { card: 1 }),
    after(11_000, 'mail-create'),
  ]);
  expect(violationsOf(house)).toEqual([]);
  expect(house.office.posted).toHaveLength(3);
});

test('an answer to a mail of before the key was changed is a comment', async () => {
  const house = await played([
    after(0, 'mail-create'),
    after(11_000, 'rotate-key'),
    after(400_000, 'rotate-key'),
    after(11_000, 'mail-reply'),
  ]);
  expect(violationsOf(house)).toEqual([]);
  const [world] = house.worlds;
  const comments = world.board.cards().flatMap(({ id }) => world.board.texts(id).comments);
  expect(comments).toEqual([expect.stringContaining('§OPS mail-reply 3 end')]);
});

test('what waited for its writer before the key was changed is done once they confirm a later mail', async () => {
  const house = await played([
    after(0, 'mail-stranger'),
    after(11_000, 'rotate-key'),
    after(400_000, 'rotate-key'),
    // What the same address is asked is said once a day.
    after(100_000_000, 'mail-stranger'),
    after(11_000, 'mail-confirm'),
  ]);
  expect(violationsOf(house)).toEqual([]);
  const titles = house.worlds[0].board.cards().map(({ view }) => view.title);
  expect(titles).toEqual([
    expect.stringContaining('old card'),
    expect.stringContaining('mail-stranger 0'),
    expect.stringContaining('mail-stranger 3'),
  ]);
});

test('a mail whose run died after asking is one card, also when it is confirmed before the next run', async () => {
  const house = await openHouse();
  let asked = false;
  const dying: Script = {
    choose: calm.choose,
    faultFor: ({ side }) => {
      if (side !== 'mail' || asked) return 'none';
      asked = true;
      return 'kill-done';
    },
  };
  await perform(house, after(0, 'mail-stranger'), 0);
  await house.play(dying, house.clock.now + 90_000);
  await perform(house, after(0, 'mail-confirm'), 1);
  await house.play(calm);
  expect(asked).toBe(true);
  expect(violationsOf(house)).toEqual([]);
  const titles = house.worlds[0].board.cards().map(({ view }) => view.title);
  expect(titles).toEqual([expect.stringContaining('old card'), expect.stringContaining('mail-stranger 0')]);
});

test('a mail that waits for a board half a day is not taken for many: it is a card when the board is back', async () => {
  const house = await openHouse();
  const back = house.clock.now + 12 * 3_600_000;
  const away: Script = {
    choose: calm.choose,
    faultFor: ({ side }) => (side === 'board' && house.clock.now < back ? 'status-500' : 'none'),
  };
  await perform(house, after(0, 'mail-stranger', { team: 2 }), 0);
  await house.play(away);
  expect(violationsOf(house)).toEqual([]);
  const titles = house.worlds[2].board.cards().map(({ view }) => view.title);
  expect(titles).toEqual([expect.stringContaining('old card'), expect.stringContaining('mail-stranger 0')]);
});

test('an answer that waits for SES half a day is sent when SES is back', async () => {
  const house = await openHouse();
  const back = house.clock.now + 12 * 3_600_000;
  const away: Script = {
    choose: calm.choose,
    faultFor: ({ side }) => (side === 'mail' && house.clock.now < back ? 'ses-busy' : 'none'),
  };
  await perform(house, after(0, 'mail-stranger'), 0);
  await house.play(away);
  expect(violationsOf(house)).toEqual([]);
  expect(house.office.posted).toHaveLength(1);
});
