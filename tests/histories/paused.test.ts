import { expect, test } from '@jest/globals';
import { calm, type House, openHouse } from './house.ts';
import { violationsOf } from './invariants.ts';
import { accept } from './operator.ts';

/** A room that refuses what is said in it, until it is put right. */

const quiet = 60_000;

async function says(house: House, card: number, text: string): Promise<void> {
  const { board, sign } = house.worlds[0];
  await board.person('ann').comment(board.cards()[card]?.id ?? '', `${sign} ${text}`);
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + quiet);
}

const posts = (house: House) => house.worlds[0].mattermost.posts().filter(({ room }) => room === 'team');
const news = (house: House) => posts(house).flatMap(({ part, text }) => (part === 'news' ? [text] : []));

async function withTwoCards(): Promise<House> {
  const house = await openHouse();
  await house.worlds[0].mattermost
    .person('tom')
    .type('dev', { verb: 'create', options: { title: '§OPS pump' } });
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + quiet);
  await says(house, 0, 'first');
  return house;
}

test('what was said while a room was paused is told by its number there, once, on the card that wakes it and on others', async () => {
  const house = await withTwoCards();
  const { mattermost } = house.worlds[0];
  mattermost.refuse({ room: 'team' });
  for (const text of ['second', 'third']) await says(house, 0, text);
  await says(house, 1, 'fourth');
  expect(news(house)).toEqual([expect.stringContaining('first')]);
  await accept(house, house.worlds[0]);
  await says(house, 0, 'fifth');
  await says(house, 1, 'sixth');
  const told = news(house).slice(1);
  expect(told.filter((text) => text.startsWith('Caught up')).sort()).toEqual([
    'Caught up: 2 comments',
    'Caught up: one comment',
  ]);
  expect(told).toHaveLength(4);
  expect(violationsOf(house)).toEqual([]);
});
