import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { notBegun } from '../../lib/store/sweeps.ts';
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
