import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
beforeAll(async () => {
  opened = await openTable();
  const long = 'x'.repeat(200 * 1024);
  for (let number = 0; number < 12; number++)
    await opened.table.update(
      { pk: 'TEAM#ops', sk: `THING#${String(number).padStart(2, '0')}` },
      { set: { v: ':v', long: ':long' }, values: { v: 1, long } },
    );
});
afterAll(() => opened.stop());

const names = (items: readonly { readonly sk?: unknown }[]) => items.map(({ sk }) => String(sk).slice(-2));

test('a query gives all items, over more pages than one', async () => {
  // DynamoDB ends a page after 1 MiB: five of these.
  const all = await opened.table.query('TEAM#ops', 'THING#', 100);
  expect(names(all)).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11']);
});

test('and no more than are wanted, on whichever page they are', async () => {
  for (const limit of [1, 5, 7, 12])
    expect(await opened.table.query('TEAM#ops', 'THING#', limit)).toHaveLength(limit);
});

test('a scan gives every item once, and an item can be taken away, also twice', async () => {
  const seen: string[] = [];
  for await (const { sk } of opened.whole.scan()) seen.push(sk);
  expect(names(seen.map((sk) => ({ sk }))).sort()).toHaveLength(12);
  for (const _ of [1, 2]) await opened.whole.remove({ pk: 'TEAM#ops', sk: 'THING#11' });
  expect(await opened.table.query('TEAM#ops', 'THING#', 100)).toHaveLength(11);
});
