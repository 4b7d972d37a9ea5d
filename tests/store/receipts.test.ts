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

  test('says which answer the run had open that has done it', async () => {
    await receipts.claim('ops', 'form', 'first');
    await receipts.release('ops', 'form', 'code');
    await receipts.claim('ops', 'form', 'second');
    await receipts.complete('ops', 'form', 'done');
    expect(await receipts.claim('ops', 'form', 'first')).toEqual({
      ...{ got: false, why: 'done', answers: 'second' },
    });
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

  test('of runs that died is as good as new once they are forgiven, but that they may have got somewhere', async () => {
    const began = opened.clock.now;
    for (let times = 0; times < 5; times++) {
      await receipts.claim('ops', 'killer');
      opened.clock.now += LEASE_MS + 1;
    }
    expect(await receipts.claim('ops', 'killer')).toMatchObject({ deaths: 5 });
    await receipts.forgive('ops', 'killer');
    opened.clock.now += LEASE_MS + 1;
    const again = { got: true, deaths: 0, lookSince: new Date(began) };
    expect(await receipts.claim('ops', 'killer')).toEqual(again);
    await receipts.forgive('ops', 'never claimed');
    expect(await receipts.claim('ops', 'never claimed')).toEqual({ got: true, deaths: 0 });
  });

  test('knows why it was tried again, also when it was done in the end', async () => {
    await receipts.claim('ops', 'slow');
    expect(await receipts.lastFailure('ops', 'slow')).toBeUndefined();
    await receipts.release('ops', 'slow', 'wekan-unreachable');
    const failed = { code: 'wekan-unreachable', at: opened.clock.now };
    const last = () => receipts.lastFailure('ops', 'slow');
    expect(await last()).toEqual({ ...failed, waits: true });
    await receipts.claim('ops', 'slow');
    expect(await last()).toMatchObject({ waits: true });
    opened.clock.now += LEASE_MS + 1;
    expect(await last()).toMatchObject({ waits: false });
    await receipts.claim('ops', 'slow');
    await receipts.complete('ops', 'slow', 'done-create');
    expect(await last()).toEqual({ ...failed, waits: false });
  });
});
