import { expect, test } from '@jest/globals';
import { check } from './check.ts';
import { calm, type House, openHouse } from './house.ts';
import { violationsOf } from './invariants.ts';

/** Rooms that are gone for good, and such as an operator's check wakes: played in the team that has two chats. */

const quiet = 60_000;

async function says(house: House, text: string): Promise<void> {
  const { board, sign } = house.worlds[1];
  await board.person('ann').comment(board.cards()[0]?.id ?? '', `${sign} ${text}`);
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + quiet);
}

const saidIn = ({ worlds }: House, chat: 0 | 1, part: string) =>
  (worlds[1].chats[chat]?.posts() ?? []).flatMap((post) =>
    post.room === 'team' && post.part === part ? [post.text] : [],
  );

test.each([
  [0, 1],
  [1, 0],
] as const)('of a room that somebody deleted the team hears once in another one: %i', async (gone, other) => {
  const house = await openHouse();
  await says(house, 'first');
  house.worlds[1].chats[gone]?.deleteRoom('team');
  for (const text of ['second', 'third']) await says(house, text);
  // At most it is tried once more, which is no news.
  await check(house, house.worlds[1]);
  await says(house, 'fourth');
  const told = saidIn(house, other, 'answer').filter((text) => text.includes('are not told there'));
  expect(told).toHaveLength(1);
  expect(saidIn(house, other, 'news')).toHaveLength(4);
  expect(violationsOf(house)).toEqual([]);
});

test('a check wakes a room once all is well, and not before', async () => {
  const house = await openHouse();
  const [, world] = house.worlds;
  await says(house, 'first');
  world.mattermost.refuse({ room: 'team' });
  await says(house, 'second');
  world.mattermost.refuse('token');
  expect(await check(house, world)).toBeGreaterThan(0);
  world.mattermost.accept();
  await says(house, 'third');
  expect(saidIn(house, 0, 'news')).toEqual([expect.stringContaining('first')]);
  expect(await check(house, world)).toBe(0);
  await says(house, 'fourth');
  expect(saidIn(house, 0, 'news').join('\n')).toContain('fourth');
  expect(saidIn(house, 0, 'news').join('\n')).toContain('Caught up: 2 comments');
  expect(violationsOf(house)).toEqual([]);
});
