import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Correspondents, createCorrespondents } from '../../lib/store/correspondents.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let correspondents: Correspondents;
beforeAll(async () => {
  opened = await openTable();
  correspondents = createCorrespondents(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const DAY = 86_400_000;

test('a correspondent is what has been learnt, by team', async () => {
  expect(await correspondents.get('ops', 'eva@example.net')).toEqual({});
  await correspondents.know('ops', 'eva@example.net', { language: 'de' });
  await correspondents.know('ops', 'eva@example.net', { confirmed: true });
  await correspondents.know('ops', 'eva@example.net', { blocked: 'bounce' });
  expect(await correspondents.get('ops', 'eva@example.net')).toEqual({
    ...{ language: 'de', confirmed: true, blocked: 'bounce' },
  });
  expect(await correspondents.get('sales', 'eva@example.net')).toEqual({});
  await correspondents.unblock('ops', 'eva@example.net');
  await correspondents.unblock('ops', 'nobody@example.net');
  expect(await correspondents.get('ops', 'eva@example.net')).toEqual({ language: 'de', confirmed: true });
});

test('one long unheard of is a stranger again, whatever is learnt then', async () => {
  await correspondents.know('ops', 'tom@example.net', { language: 'de', confirmed: true, blocked: 'bounce' });
  opened.clock.now += 400 * DAY;
  await correspondents.know('ops', 'tom@example.net', { language: 'en' });
  expect(await correspondents.get('ops', 'tom@example.net')).toEqual({ language: 'en' });
});
