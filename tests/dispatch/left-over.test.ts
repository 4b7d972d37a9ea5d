import { beforeEach, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { notBegun } from '../../lib/store/sweeps.ts';
import { key, openSweptBoard, type SweptBoard, withoutRoom } from './swept-board.ts';

/** Which cards a look takes, which it leaves alone, and which it leaves to the next one. */

let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

const opens = (title: string) =>
  on.board.create({ title, description: '', assignees: [], labels: [] }, { id: title, origin: '' });
const archive = (card: CardId) => on.board.apply(card, { type: 'archive' }, { id: 'x', origin: '' });
const none = { calls: 0 };

test('first those that were left over, then those that left the board, that changed, that nobody has looked at', async () => {
  const [over, gone, moved] = [
    await on.shownCard('Over'),
    await on.shownCard('Gone'),
    await on.shownCard('Moved'),
  ];
  const state = await on.sweep(notBegun);
  const unseen = await on.shownCard('Unseen');
  const known = { ...state, cursor: (await on.board.changedSince(state.cursor)).cursor };
  await on.move(moved, 'c1');
  await archive(gone.id);
  const { left } = await on.sweep({ ...known, left: [{ card: over.id }] }, none);
  expect(left.map(({ card }) => card)).toEqual([over, gone, moved, unseen].map(({ id }) => id));
});

test('a new card that is changed before its turn has come is a new one all the same', async () => {
  let state = await on.sweep(notBegun);
  const card = await opens('New');
  state = await on.sweep(state, none);
  expect(state.left).toEqual([{ card: card.id, isNew: true }]);
  await on.move(card, 'c1');
  state = await on.sweep(state);
  expect([on.found(), state.left]).toEqual([[{ kind: 'create', card: card.id }], []]);
});

test('cards that nobody has met are not asked for, whether they change or go', async () => {
  const card = await opens('Old');
  let state = await on.sweep(notBegun);
  expect(on.calls).toEqual([]);
  await on.move(card, 'c1');
  state = await on.sweep(state);
  await archive(card.id);
  await on.sweep(state);
  expect([on.calls, on.queued]).toEqual([[], []]);
});

test('a new card is left over only where a room hears of it', async () => {
  await on.shownCard('Followed');
  const state = await on.sweep(notBegun);
  const { id } = await opens('New');
  expect((await on.sweep(state, none, { team: withoutRoom })).left).toEqual([]);
  expect((await on.sweep(state, none)).left).toEqual([{ card: id, isNew: true }]);
});

test('a card whose number means another one by now is looked at when it goes, not when it changes', async () => {
  const card = await on.shownCard('Pump');
  let state = await on.sweep(notBegun);
  await on.store.cards.meet({ ...key, card: 'new' as CardId }, 1, true);
  await on.move(card, 'c1');
  state = await on.sweep(state);
  expect(on.calls).not.toContain(`read ${card.id}`);
  await archive(card.id);
  await on.sweep(state);
  expect(on.queued).toMatchObject([{ change: { kind: 'move', card: card.id }, more: [{ kind: 'archive' }] }]);
});

test('a look has come to its end when the last card alone is to be looked at once more', async () => {
  const cards = [await on.shownCard('One'), await on.shownCard('Two')];
  const state = await on.sweep(notBegun);
  const before = on.clock.now;
  on.clock.now += 1_000;
  for (const [at, ended] of [before, on.clock.now].entries()) {
    for (const card of cards) await on.move(card, 'c1');
    on.broken = cards[at]?.id;
    expect(await on.sweep(state)).toMatchObject({ ended, failed: 'board-unreachable' });
  }
});

test('a look at a card that nobody hears of any more leaves it as it was seen', async () => {
  const card = await on.shownCard('Pump');
  const state = await on.sweep(notBegun, {}, { team: withoutRoom });
  const [before] = await on.store.sweeps.met(key);
  await on.store.cards.unfollow({ ...key, card: card.id }, 'mattermost:chat:room:');
  await on.move(card, 'c1');
  await on.sweep(state, {}, { team: withoutRoom });
  expect([on.calls, await on.store.sweeps.met(key)]).toEqual([[], [before]]);
});

test('a card of which a run that died has written its number alone is passed over', async () => {
  await on.shownCard('Pump');
  const { parts } = on.looking();
  const store = { ...parts.store, cards: { ...parts.store.cards, get: async () => undefined } };
  await on.sweep(notBegun, {}, { team: withoutRoom, parts: { ...parts, store } });
  expect([on.calls, on.queued]).toEqual([[], []]);
});

test('steps that a board is asked for are compared with what the comments are', async () => {
  const card = await on.shownCard('Pump');
  const step = (done: boolean) => [{ id: 's', name: 'Paint it', done, state: '' }];
  let now = step(false);
  const board = {
    ...on.board,
    can: { ...on.board.can, stepsListed: false },
    stepsOn: async () => now,
  };
  const state = await on.sweep(notBegun, {}, { board });
  now = step(true);
  on.comments = { [card.id]: [{ id: 'c1', author: 'ann', says: 'x' }] };
  await on.sweep(state, {}, { board });
  expect(on.queued).toMatchObject([
    { change: { kind: 'checklist', step: 'ticked' }, more: [{ kind: 'comment', comment: 'c1' }] },
  ]);
});
