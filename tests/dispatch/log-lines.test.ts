import { expect, test } from '@jest/globals';
import { createLog } from '../../lib/dispatch/log.ts';
import type { LogFields } from '../../lib/domain/log.ts';

/** What is written while something is logged, line by line. */
function written(work: () => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const [out, err] = [process.stdout.write, process.stderr.write];
  const keep = (text: unknown) => lines.push(String(text)) > 0;
  [process.stdout.write, process.stderr.write] = [keep, keep];
  try {
    work();
  } finally {
    [process.stdout.write, process.stderr.write] = [out, err];
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test.each(['info', 'warn', 'error'] as const)(
  'a line says how grave it is, what it is and of whom: %s',
  (level) => {
    const [line, ...more] = written(() =>
      createLog()[level]('something-happened', { team: 'ops', count: 2 }),
    );
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      ...{ level: level.toUpperCase(), message: 'something-happened', team: 'ops', count: 2 },
    });
  },
);

test('whatever it is handed, nothing else is written', () => {
  const tooMuch = { team: 'ops', text: 'Fix the pump', error: new Error('of Ann') } as LogFields;
  const lines = written(() => createLog().warn('something-happened', tooMuch));
  expect(lines).toMatchObject([{ team: 'ops' }]);
  expect(JSON.stringify(lines)).not.toMatch(/pump|Ann/);
});
