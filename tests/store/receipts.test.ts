import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LEASE_MS } from '../../lib/store/lease.ts';
import { createReceipts, type Receipts } from '../../lib/store/receipts.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let receipts: Receipts;
beforeAll(async () => {
  opened = await openTable();
  receipts = createReceipts(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

describe('a receipt', () => {
  test('of two runs at once lets one work, and none once it is done', async () => {
    const claims = await Promise.all([receipts.claim('ops', 'one'), receipts.claim('ops', 'one')]);
    expect(claims.filter(({ got }) => got)).toEqual([{ got: true, deaths: 0 }]);
    expect(claims.filter(({ got }) => !got)).toEqual([
      { got: false, why: 'held', until: opened.clock.now + LEASE_MS },
    ]);
    await receipts.complete('ops', 'one', 'done-create');
    opened.clock.now += LEASE_MS + 1;
    expect(await receipts.claim('ops', 'one')).toEqual({ got: false, why: 'done' });
  });

  test('of a run that died opens after its lease, tells from when to look, and counts the death', async () => {
    const began = opened.clock.now;
    await receipts.claim('ops', 'two');
    opened.clock.now += LEASE_MS + 1;
    expect(await receipts.claim('ops', 'two')).toEqual({ got: true, deaths: 1, lookSince: new Date(began) });
  });

  test('of a failed try opens at once and counts no death', async () => {
    const began = opened.clock.now;
    await receipts.claim('ops', 'three');
    await receipts.release('ops', 'three', 'wekan-unavailable');
    expect(await receipts.claim('ops', 'three')).toEqual({
      got: true,
      deaths: 0,
      lookSince: new Date(began),
    });
  });

  test('of one team says nothing about another', async () => {
    await receipts.claim('ops', 'four');
    expect(await receipts.claim('other', 'four')).toMatchObject({ got: true });
  });
});
