import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let store: Store;
beforeEach(async () => {
  opened = await openTable();
  store = createStore(opened.table, () => opened.clock.now);
  await store.cards.meet(key, 7);
});
afterEach(() => opened.stop());

const key = { team: 'ops', board: 'kanban', card: 'card-7' as CardId };

test('of a card that was looked at before details were, nothing is known', async () => {
  await store.sweeps.saw(key, { ...key, number: 7, look: 'a.b.c.d.e.f', gone: false, comments: ['x'] });
  const [met] = await store.sweeps.met(key);
  expect(met).toMatchObject({ look: 'a.b.c.d.e.f', comments: ['x'], details: { version: 0, known: {} } });
  expect(await store.details.get(key, 7)).toEqual({ version: 0, known: {} });
});

test('of two who have read the same, one writes', async () => {
  const before = await store.details.get(key, 7);
  expect(await store.details.put(key, 7, before, { s1: '0a' })).toBe(true);
  expect(await store.details.put(key, 7, before, { s1: '1b' })).toBe(false);
  const after = await store.details.get(key, 7);
  expect(after).toEqual({ version: 1, known: { s1: '0a' } });
  expect(await store.details.put(key, 7, after, { s1: '1b' })).toBe(true);
  expect((await store.sweeps.met(key))[0]?.details).toEqual({ version: 2, known: { s1: '1b' } });
});

test('nothing is written for a number that means another card by now', async () => {
  const other = { ...key, card: 'card-8' as CardId };
  expect(await store.details.put(other, 7, { version: 0, known: {} }, { s1: '0a' })).toBe(false);
});

test('what a look has seen besides leaves it alone', async () => {
  await store.details.put(key, 7, { version: 0, known: {} }, { s1: '0a' });
  await store.sweeps.saw(key, { ...key, number: 7, look: 'l', gone: false });
  expect((await store.details.get(key, 7)).known).toEqual({ s1: '0a' });
});

test('a number that comes to mean another card says nothing of what was known of the one before', async () => {
  await store.details.put(key, 7, { version: 0, known: {} }, { s1: '0a' });
  await store.sweeps.saw(key, { ...key, number: 7, look: 'l', gone: true, comments: ['x'] });
  const other = { ...key, card: 'card-8' as CardId };
  await store.cards.meet(other, 7);
  const nothing = { version: 0, known: {} };
  expect(await store.sweeps.met(key)).toEqual([{ card: 'card-8', number: 7, gone: false, details: nothing }]);
  expect(await store.details.get(key, 7)).toEqual(nothing);

  await store.details.put(other, 7, nothing, { s2: '0b' });
  expect((await store.details.get(key, 7)).known).toEqual({});
  await store.cards.meet({ ...key, card: 'card-9' as CardId }, 7, true);
  expect((await store.sweeps.met(key))[0]).toMatchObject({ card: 'card-9', comments: [], details: nothing });
});
