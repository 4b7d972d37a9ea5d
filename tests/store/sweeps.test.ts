import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { notBegun, wasShownSince } from '../../lib/store/sweeps.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let store: Store;
beforeEach(async () => {
  opened = await openTable();
  store = createStore(opened.table, () => opened.clock.now);
});
afterEach(() => opened.stop());

const key = { team: 'ops', board: 'kanban' };

test('keeps of a card when it was seen', async () => {
  await store.cards.meet({ ...key, card: 'c' as CardId }, 7);
  await store.sweeps.saw(key, { card: 'c' as CardId, number: 7, look: 'x', gone: true });
  expect(await store.sweeps.met(key)).toMatchObject([{ card: 'c', gone: true, seenAt: opened.clock.now }]);
});

test('counts how often another look of a card was shown, and how many of these were looked at since', async () => {
  const c = { ...key, card: 'c' as CardId };
  const met = async () => (await store.sweeps.met(key))[0];
  expect(await store.sweeps.wasShown(c, 7)).toBeUndefined();
  await store.cards.meet(c, 7);
  expect(await met()).not.toHaveProperty('shown');
  for (const nth of [1, 2, 3]) expect(await store.sweeps.wasShown(c, 7)).toBe(nth);
  expect(await store.sweeps.wasShown({ ...key, card: 'other' as CardId }, 7)).toBeUndefined();
  const shown = await met();
  expect(shown).toMatchObject({ shown: 3 });
  expect(shown).not.toHaveProperty('checked');
  await store.sweeps.saw(key, { ...c, number: 7, look: 'x', gone: false });
  expect([await met()].map((each) => each && wasShownSince(each))).toEqual([true]);
  await store.sweeps.saw(key, { ...c, number: 7, look: 'x', checked: 3, gone: false });
  expect([await met()].map((each) => each && wasShownSince(each))).toEqual([false]);
  await store.cards.meet({ ...key, card: 'new' as CardId }, 7, true);
  expect(await met()).toStrictEqual({
    ...{ card: 'new', number: 7, gone: false, comments: [], details: { version: 0, known: {} } },
  });
});

test('lets one run at a time have a board, and the next one once a run has died', async () => {
  const first = await store.sweeps.begin(key);
  expect(first).toMatchObject({ cursor: '', left: [] });
  expect(await store.sweeps.begin(key)).toBeUndefined();
  opened.clock.now += 71_000;
  expect(await store.sweeps.begin(key)).toMatchObject({ cursor: '' });
  await store.sweeps.end(key, { ...notBegun, cursor: 'c', turn: 't', ended: 5, failed: 'x' });
  expect(await store.sweeps.begin(key)).toMatchObject({ cursor: 'c', turn: 't', ended: 5, failed: 'x' });
  await store.sweeps.end(key, { ...notBegun, cursor: 'd' });
  expect((await store.sweeps.state(key))?.failed).toBeUndefined();
});

test('keeps how far a look has come and on which board, until the connection leads to another one', async () => {
  const state = { board: 'b1', cursor: 'c', left: [{ card: 'x' as CardId, isNew: true }], turn: 't' };
  await store.sweeps.begin(key);
  await store.sweeps.end(key, { ...state, began: 0, ended: 5, failed: 'x' });
  expect(await store.sweeps.begin(key)).toStrictEqual({
    ...{ ...state, began: opened.clock.now, ended: 5, failed: 'x' },
  });
  await store.sweeps.end(key, { ...notBegun, board: 'b2' });
  // A first look has not come to its end before.
  expect(await store.sweeps.begin(key)).toStrictEqual({
    ...{ ...notBegun, board: 'b2', began: opened.clock.now },
  });
});
