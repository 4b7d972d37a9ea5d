import { beforeEach, expect, test } from '@jest/globals';
import { notBegun, unheard } from '../../lib/store/sweeps.ts';
import { key, openSweptBoard, type SweptBoard, withoutRoom } from './swept-board.ts';

let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

const opens = (title: string) =>
  on.board.create({ title, description: '', assignees: [], labels: [] }, { id: title, origin: '' });

test('a card that came to the board is told as one, once; those that stood there before are not', async () => {
  await opens('Old');
  let { state, found } = await on.swept(notBegun);
  expect([found, on.queued]).toEqual([0, []]);
  const card = await opens('New');
  ({ state, found } = await on.swept(state));
  expect([found, on.found()]).toEqual([1, [{ kind: 'create', card: card.id }]]);
  ({ found } = await on.swept(state));
  expect([found, on.queued]).toEqual([0, []]);
});

test('nobody asks for a new card where no room hears of every card', async () => {
  await on.shownCard('Followed');
  const state = await on.sweep(notBegun, {}, { team: withoutRoom });
  await opens('New');
  await on.sweep(state, { turns: 0 }, { team: withoutRoom });
  expect([on.calls, on.queued]).toEqual([[], []]);
});

test('a card that nobody would hear of is passed over, and is not in the way again', async () => {
  const card = await on.shownCard('Pump');
  await on.store.cards.unfollow({ ...key, card: card.id }, 'mattermost:chat:room:');
  await on.sweep(notBegun, {}, { team: withoutRoom });
  expect((await on.store.sweeps.met(key)).map(({ look }) => look)).toEqual([unheard]);
});
