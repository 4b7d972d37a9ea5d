import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTallies, type Tallies } from '../../lib/store/tallies.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let tallies: Tallies;
beforeAll(async () => {
  opened = await openTable();
  tallies = createTallies(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

test('is counted by team, thing and day', async () => {
  expect(await tallies.count('ops', 'x')).toBe(1);
  expect(await tallies.count('ops', 'x')).toBe(2);
  expect(await tallies.count('ops', 'y')).toBe(1);
  expect(await tallies.count('sales', 'x')).toBe(1);
  opened.clock.now += 86_400_000;
  expect(await tallies.count('ops', 'x')).toBe(1);
});
