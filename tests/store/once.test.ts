import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createOnce, type Once } from '../../lib/store/once.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let once: Once;
beforeAll(async () => {
  opened = await openTable();
  once = createOnce(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const HOUR = 3_600_000;

test('is true the first time within so many days, for each team and thing', async () => {
  expect(await once.first('ops', 'dead', 1)).toBe(true);
  expect(await once.first('ops', 'dead', 1)).toBe(false);
  expect(await once.first('lab', 'dead', 1)).toBe(true);
  expect(await once.first('ops', 'other', 1)).toBe(true);
  opened.clock.now += 23 * HOUR;
  expect(await once.first('ops', 'dead', 1)).toBe(false);
  opened.clock.now += 2 * HOUR;
  expect(await once.first('ops', 'dead', 1)).toBe(true);
});

test('is true again for the run that came first, and for anyone once it came to nothing', async () => {
  expect(await once.first('ops', 'told', 1, 'message 1')).toBe(true);
  expect(await once.first('ops', 'told', 1, 'message 1')).toBe(true);
  expect(await once.first('ops', 'told', 1, 'message 2')).toBe(false);
  expect(await once.first('ops', 'told', 1)).toBe(false);
  await once.undo('ops', 'told');
  expect(await once.first('ops', 'told', 1, 'message 2')).toBe(true);
});

test('of many at once, one is the first', async () => {
  const tries = Array.from({ length: 8 }, (_, at) => once.first('ops', 'race', 1, `try-${at}`));
  expect((await Promise.all(tries)).filter((first) => first)).toHaveLength(1);
});
