import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { absent, standing } from '../../lib/store/expiry.ts';
import { createStore } from '../../lib/store/store.ts';
import { ann, leaveTraces } from '../cli/person-world.ts';
import { openTable } from './open-table.ts';

const folder = join(import.meta.dirname, '../../lib/store');
const DAY_MS = 86_400_000;

/** Files whose items stay until they are taken away, and why. */
const lasting: Readonly<Record<string, string>> = {
  'accounts.ts': 'whose account is whose, until it is linked anew or the person is forgotten',
  'numbers.ts': 'which card a number means: as long as its card',
  'cards.ts': 'whose card is whose: as long as there are cards on the board',
  'conversations.ts': 'the board that a conversation has chosen',
  'teams.ts': 'settings',
  'tokens.ts': 'a board’s token, encrypted; the next one takes its place',
  'webhook-tests.ts': 'when a webhook was last tested',
  'details.ts': 'how a card was when it was looked at: as long as its number',
  'sweeps.ts': 'how far a board has been looked through',
};

/** What merely reads, or changes nothing of its own. */
const writes = readdirSync(folder)
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
  .filter(([name, code]) => name !== 'table.ts' && /\btable\s*\.update\(|\bclaimWhere\(/.test(code));

test.each(writes)('%s gives what it writes an expiry, or is listed with the reason why not', (name, code) => {
  const expires = /\bexpires\b/.test(code);
  expect([name, expires || lasting[name] !== undefined]).toEqual([name, true]);
});

let opened: Awaited<ReturnType<typeof openTable>>;
beforeAll(async () => {
  opened = await openTable();
});
afterAll(() => opened.stop());

const kindOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }) =>
  (pk.startsWith('TEAM#') || pk.startsWith('CARD#') ? sk : pk).split('#')[0] ?? '';

test('what has expired is as good as gone, although DynamoDB has not swept it', async () => {
  const { clock, table, whole } = opened;
  const store = createStore(table, () => clock.now);
  await leaveTraces(whole, ann, clock.now);
  await store.receipts.claim('ops', 'e');
  await store.receipts.complete('ops', 'e', 'done');
  await store.tombstones.raise('ops', [{ name: 'Ann' }]);
  await store.once.first('ops', 'what', 1);
  await store.tallies.count('ops', 'what');
  await store.mailSendings.begin('mail');
  await store.parked.park('ops', { id: 'p', proven: true, at: clock.now, sealed: 'x' });
  const kinds = new Set<string>();
  const standing = new Set<string>();
  clock.now += 401 * DAY_MS;
  for await (const item of whole.scan()) {
    const found = await table.get({ pk: item.pk, sk: item.sk });
    (item.expires === undefined ? standing : kinds).add(kindOf(item));
    expect([kindOf(item), found === undefined]).toEqual([kindOf(item), item.expires !== undefined]);
  }
  expect([...kinds].sort()).toEqual([
    ...['CHOICES', 'CODE', 'DEAD', 'DRAFT', 'EVENT', 'FORGOTTEN', 'MAIL', 'MAILER', 'MAILTHREAD', 'ONCE'],
    ...['ORIGINAL', 'PARKED', 'RATE', 'SENDING', 'TALLY', 'THREAD', 'TRIES'],
  ]);
  expect([...standing].sort()).toEqual(['ACCOUNT', 'CARD', 'CONVERSATION', 'OWNER', 'PAUSED']);
  expect(await store.graveyard.list('ops')).toEqual([]);
  expect(await store.tombstones.since('ops', { name: 'Ann' })).toBeUndefined();
  expect(await store.receipts.claim('ops', 'e')).toEqual({ got: true, deaths: 0 });
});

test.each([
  ['a second before its end', -1, true],
  ['a moment before its end', -0.001, true],
  ['at its end', 0, false],
  ['later', 1.5, false],
  ['long after', 1000 * DAY_MS, false],
])('%s an item is there for all that read and write, or for none', async (when, seconds, isThere) => {
  const { clock, table } = opened;
  const key = { pk: 'TEAM#end', sk: `THING#${when}` };
  const expires = Math.floor(clock.now / 1000) + 60;
  clock.now = expires * 1000 - 60_000;
  await table.update(key, { set: { v: ':v', expires: ':expires' }, values: { v: 1, expires } });
  clock.now = (expires + seconds) * 1000;
  const write = (when: string) => table.update(key, { set: { seen: ':yes' }, when, values: { yes: true } });
  expect({
    get: (await table.get(key)) !== undefined,
    query: (await table.query(key.pk, key.sk, 1)).length > 0,
    standing: (await write(standing)) !== 'refused',
    absent: (await write(absent)) === 'refused',
  }).toEqual({ get: isThere, query: isThere, standing: isThere, absent: isThere });
  expect((await table.update(key, { set: { v: ':v' }, values: { v: 2 } })) !== undefined).toBe(isThere);
});

test('what is not there is absent, and what has no end stands', async () => {
  const { table } = opened;
  const key = { pk: 'TEAM#end', sk: 'OTHER' };
  const write = (when: string) => table.update(key, { set: { v: ':v' }, when, values: { v: 1 } });
  expect(await write(absent)).toBeUndefined();
  expect(await write(absent)).toBe('refused');
  expect(await write(standing)).toMatchObject({ v: 1 });
});
