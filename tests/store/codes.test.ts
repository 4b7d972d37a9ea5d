import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CodeTries, createCodeTries } from '../../lib/store/code-tries.ts';
import { type Codes, createCodes } from '../../lib/store/codes.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let codes: Codes;
let tries: CodeTries;
beforeAll(async () => {
  opened = await openTable();
  codes = createCodes(opened.table, () => opened.clock.now);
  tries = createCodeTries(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const DAY_MS = 86_400_000;
const use = (code: string, event = 'one', more: { team?: string; connection?: string; kind?: 'link' } = {}) =>
  codes.use({ team: 'ops', connection: 'talk', kind: 'connect', code, event, ...more });

describe('a code', () => {
  test('is good for one event, however often that comes', async () => {
    const grant = { kind: 'connect', connection: 'talk' } as const;
    await codes.give('ops', 'AAAA', grant);
    expect(await use('AAAA')).toEqual(grant);
    expect(await use('AAAA')).toEqual(grant);
    expect(await use('AAAA', 'two')).toBe('used');
  });

  test('used by two at once is one’s', async () => {
    await codes.give('ops', 'BBBB', { kind: 'link', name: 'Ann' });
    const uses = await Promise.all(
      ['one', 'two', 'three'].map((event) => use('BBBB', event, { kind: 'link' })),
    );
    expect(uses.filter((each) => each !== 'used')).toEqual([{ kind: 'link', name: 'Ann' }]);
  });

  test('is no good for another team, another connection or another thing', async () => {
    await codes.give('ops', 'CCCC', { kind: 'connect', connection: 'talk' });
    expect(await use('CCCC', 'one', { team: 'hr' })).toBe('unknown');
    expect(await use('CCCC', 'one', { connection: 'other' })).toBe('unknown');
    expect(await use('CCCC', 'one', { kind: 'link' })).toBe('unknown');
    expect(await use('CCCD')).toBe('unknown');
    expect(await use('CCCC')).toMatchObject({ kind: 'connect' });
  });

  test('is gone after its day, before the table is swept; one that is used stays used', async () => {
    await codes.give('ops', 'DDDD', { kind: 'connect', connection: 'talk' });
    await codes.give('ops', 'EEEE', { kind: 'connect', connection: 'talk' });
    expect(await use('EEEE')).toMatchObject({ kind: 'connect' });
    opened.clock.now += DAY_MS;
    expect(await use('DDDD')).toBe('unknown');
    expect(await use('EEEE')).toMatchObject({ kind: 'connect' });
    expect(await use('EEEE', 'two')).toBe('used');
  });

  test('stands in the table as a hash', async () => {
    await codes.give('ops', 'K7QF2MXD9TRA', { kind: 'link', name: 'Ann' });
    const items = await opened.table.query('TEAM#ops', 'CODE#', 100);
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('K7QF');
  });
});

describe('wrong codes', () => {
  const by = (person: string, event = 'one') => ({ team: 'ops', connection: 'talk', person, event });

  test('are five in an hour, for each person', async () => {
    for (const event of ['1', '2', '3', '4', '5']) expect(await tries.begin(by('tom', event))).toBe(true);
    expect(await tries.begin(by('tom', '6'))).toBe(false);
    expect(await tries.begin(by('ann', '6'))).toBe(true);
    opened.clock.now += 3_600_000;
    expect(await tries.begin(by('tom', '7'))).toBe(true);
  });

  test('are counted, right ones are not', async () => {
    for (const event of ['1', '2', '3', '4', '5', '6', '7']) {
      expect(await tries.begin(by('bob', event))).toBe(true);
      await tries.wasRight(by('bob', event));
    }
  });

  test('do not keep out a run that comes back with the right one', async () => {
    for (const event of ['1', '2', '3', '4', '5']) await tries.begin(by('eve', event));
    expect(await tries.begin(by('eve', '5'))).toBe(true);
    expect(await tries.begin(by('eve', '6'))).toBe(false);
  });
});
