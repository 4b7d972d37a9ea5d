import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createLog } from '../../lib/dispatch/log.ts';
import type { LogFields } from '../../lib/domain/log.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { leaksIn, secretsIn, valuesOf } from './leaks.ts';

/**
 * Every scenario of tests/flows is watched for what it shows (tests/flows/leak-watch.ts). Here is held that the watch sees what it should, and that
 * a logger that is handed too much writes none of it.
 */
const secrets = { hidden: ['secret-token'], people: ['ann', 'annannannannannannannannan'] };

describe('the watch', () => {
  test.each([
    ['a text of people', 'Fix the pump'],
    ['a mail address', 'ann.lee@example.org'],
    ['a URL', 'https://chat.example.org/hooks/commands/abc'],
    ['a path with a seal', '/wekan-webhook/ops/kanban.1/mAkWbz'],
    ['a seal', ['mAkWbz_v1EfPSn8Ne8Q06Q', 'BrIhsTmLQ1tGxZ0yq3abc'].join('')],
    ['a secret in a code', 'wekan-secret-token-refused'],
    ['a person', 'ann'],
    ['a person’s id', 'annannannannannannannannan'],
    ['an error’s message', 'Cannot read properties of undefined'],
  ])('sees %s', (_, text) => {
    expect(leaksIn([text], secrets)).toEqual([text]);
  });

  test('lets ids, codes and moments through', () => {
    const values = [
      ...['info', 'message-waits', 'ops', 'chat', 'discord:talk:42:', 'iL6S64bLx0aB-_cDeFgHiJ', ''],
      ...['2026-11-21T09:00:00.000Z', '0b7ad4ff-25b7-4c0e-9b35-1d5e7f0a9c11', 'unexpected-TypeError'],
    ];
    expect(leaksIn(values, secrets)).toEqual([]);
  });

  test('knows every secret of some settings', () => {
    const team = { boards: { a: { password: 'p', url: 'u' } }, channels: { b: { token: 't', id: 'b' } } };
    expect(secretsIn(team)).toEqual(['p', 't']);
  });
});

describe('a logger that is handed more than it may write', () => {
  const tooMuch = {
    ...{ team: 'ops', code: 'a-code', text: 'Fix the pump', address: 'ann.lee@example.org' },
    ...{ token: 'secret-token', error: new Error('secret-token of Ann') },
  } as LogFields;
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    // Else Powertools writes to a console of its own.
    process.env.POWERTOOLS_DEV = 'true';
    const keep = (line: unknown) => void written.push(String(line));
    for (const level of ['info', 'warn', 'error', 'log', 'debug'] as const)
      jest.spyOn(console, level).mockImplementation(keep);
  });
  afterEach(() => {
    delete process.env.POWERTOOLS_DEV;
    jest.restoreAllMocks();
  });

  test.each(['info', 'warn', 'error'] as const)('writes none of it (%s)', (level) => {
    const lines: string[] = [];
    createDoorLog((line) => lines.push(line))[level]('an-event', tooMuch);
    createLog()[level]('an-event', tooMuch);
    const all = [...lines, ...written];
    expect([lines.length, written.length]).toEqual([1, 1]);
    for (const line of all) expect(line).toMatch(/ops[\s\S]*a-code|a-code[\s\S]*ops/);
    expect(all.join()).not.toMatch(/pump|example|secret|Ann/);
    expect(leaksIn(valuesOf(lines), secrets)).toEqual([]);
  });
});
