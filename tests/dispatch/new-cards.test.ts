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

test('a new card is met as it is, with what was said on it', async () => {
  const said = (...ids: string[]) => ids.map((id) => ({ id, author: 'ann', says: 'x' }));
  const state = await on.sweep(notBegun);
  const { id } = await opens('New');
  on.comments = { [id]: said('c1') };
  const second = await on.sweep(state);
  expect(on.queued).toMatchObject([
    { change: { kind: 'create' }, more: [{ kind: 'comment', comment: 'c1' }] },
  ]);
  expect(await on.store.sweeps.met(key)).toMatchObject([
    { card: id, number: 1, look: expect.any(String), gone: false },
  ]);
  on.comments = { [id]: said('c1', 'c2') };
  await on.sweep(second);
  expect(on.found()).toEqual([{ kind: 'comment', step: 'added', comment: 'c2', card: id }]);
});

test('one whose webhook has come is not told once more, nor what becomes of it where it is shown nowhere', async () => {
  const state = await on.sweep(notBegun);
  const card = await opens('New');
  await on.store.cards.meet({ ...key, card: card.id }, 1, true);
  const second = await on.sweep(state);
  expect(on.queued).toEqual([]);
  await on.move(card, 'c1');
  await on.sweep(second);
  expect(on.queued).toEqual([]);
});

test('one that is gone again is none', async () => {
  const state = await on.sweep(notBegun);
  await opens('New');
  await on.sweep(state, {}, { board: { ...on.board, read: async () => undefined } });
  expect([on.queued, await on.store.sweeps.met(key)]).toEqual([[], []]);
});

test('what is said on one is found, though the run that found the card died before it was done', async () => {
  const state = await on.sweep(notBegun);
  const { id } = await opens('New');
  const { parts } = on.looking();
  const dies = async () => {
    throw new Error('died');
  };
  const store = { ...parts.store, sweeps: { ...parts.store.sweeps, saw: dies } };
  await expect(on.sweep(state, {}, { parts: { ...parts, store } })).rejects.toThrow('died');
  on.comments = { [id]: [{ id: 'c1', author: 'ann', says: 'x' }] };
  await on.sweep(state);
  expect(on.found()).toEqual([{ kind: 'comment', step: 'added', comment: 'c1', card: id }]);
});
