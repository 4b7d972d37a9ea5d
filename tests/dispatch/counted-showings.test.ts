import { beforeEach, expect, test } from '@jest/globals';
import { CardwireError, never } from '../../lib/domain/errors.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { card, looks, openShownRoom, type ShownRoom, said } from './shown-room.ts';

/** Showings of another look of a card are counted beside its number: a look at the board compares what they have shown. */

const board = { team: 'ops', board: 'kanban' };
let room: ShownRoom;
beforeEach(async () => {
  room = openShownRoom();
  await room.store.cards.meet({ ...board, card }, 7);
});

let at = 0;
/** The card is shown as it looks by the board's ids. */
async function shows(look: string, column: string, more: Partial<CardFace> = {}): Promise<void> {
  at += 1;
  room.clock.now += 60_000;
  await room.arrives({ happening: said(`c${at}`), face: looks(at, column, { number: 7, look, ...more }) });
}
/** How many were counted, and which of them the conversation knows as its last. */
const counted = async () => [(await room.store.sweeps.met(board))[0]?.shown, (await room.thread()).nth];

test('the first one counts, and each other look after it, not what is told of the same one', async () => {
  await shows('a', 'To do');
  expect(await counted()).toEqual([1, 1]);
  await shows('a', 'To do');
  expect(await counted()).toEqual([1, 1]);
  await shows('b', 'Doing');
  await shows('a', 'To do');
  expect(await counted()).toEqual([3, 3]);
});

test('what is refused does not count, nor what has no number, and the last one that did is kept', async () => {
  await shows('a', 'To do');
  room.fault = new CardwireError('chat-refused', never);
  await shows('b', 'Doing').catch(() => undefined);
  room.fault = undefined;
  expect(await counted()).toEqual([1, 1]);
  await shows('b', 'Doing', { number: undefined });
  expect(await counted()).toEqual([1, 1]);
});

test('where the number means another card by now nothing is counted, and all is shown', async () => {
  await room.store.cards.meet({ ...board, card: 'new' as typeof card }, 7);
  await shows('a', 'To do');
  expect([await counted(), room.showings.length]).toEqual([[undefined, undefined], 1]);
});
