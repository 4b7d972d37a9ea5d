import { afterEach, describe, expect, test } from '@jest/globals';
import { createMeter, metered } from '../../lib/dispatch/metrics.ts';
import { createDoorMeter } from '../../lib/doors/meter.ts';
import { addLine, lineOf, noFigures } from '../../lib/local/figures.ts';
import { showFigures } from '../../lib/local/status-line.ts';

/** A line as a door writes it. */
const counted = (...[metric, by]: Parameters<ReturnType<typeof createDoorMeter>['count']>): string => {
  let line = '';
  createDoorMeter('cardwire-test', (text) => {
    line = text;
  }).count(metric, by);
  return line;
};

const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0)) end();
});

function open(terminal: boolean) {
  const written: string[] = [];
  const write = (text: unknown) => written.push(String(text)) > 0;
  const stream = { write, isTTY: terminal, columns: 200 } as unknown as Parameters<typeof showFigures>[0];
  ending.push(showFigures(stream, () => 0));
  return { stream, written, all: () => written.join('') };
}

describe('in a file or a pipe', () => {
  test('what is counted is swallowed, and all else goes through as it was', () => {
    const { stream, all } = open(false);
    stream.write('one\ntwo\n');
    stream.write(counted('Accepted'));
    stream.write(Buffer.from(`three\n${counted('Delivered')}fo`));
    stream.write('ur\n');
    expect(all()).toBe('one\ntwo\nthree\nfour\n');
  });

  test('a line that comes in pieces is one line', () => {
    const { stream, all } = open(false);
    const line = counted('Accepted');
    for (const part of [line.slice(0, 4), line.slice(4, 40), line.slice(40), 'after\n']) stream.write(part);
    expect(all()).toBe('after\n');
  });

  test('a text of several bytes that is cut between them stays whole', () => {
    const { stream, all } = open(false);
    const bytes = Buffer.from('grün\n');
    stream.write(bytes.subarray(0, 3));
    stream.write(bytes.subarray(3));
    expect(all()).toBe('grün\n');
  });
});

test('on a terminal the last line renews, and makes way for what else is written', () => {
  const { stream, written, all } = open(true);
  stream.write(counted('Accepted', 2));
  const cleared = '\r\u001b[2K';
  expect(written.at(-1)).toContain(`${cleared}accepted 2 · refused 0 · delivered 0 · `);
  expect(written.at(-1)).toMatch(/oldest 0 s$/);
  stream.write('a log line\n');
  expect(all()).toContain(`${cleared}a log line\n`);
  expect(written.at(-1)).toContain('accepted 2');
});

test('the dispatcher’s own lines, by Powertools, are read as well', async () => {
  const lines: string[] = [];
  const meter = createMeter('cardwire-test');
  const { write } = process.stdout;
  process.stdout.write = (text: unknown) => lines.push(String(text)) > 0;
  try {
    await metered(async () => {
      meter.count('Delivered');
      meter.count('Delivered');
      meter.age(4_000);
      meter.age(90_000);
    }, meter)(undefined);
  } finally {
    process.stdout.write = write;
  }
  expect(lines).toHaveLength(1);
  const { _aws } = JSON.parse(lines[0] ?? '');
  expect(_aws.CloudWatchMetrics[0].Dimensions).toEqual([['service']]);
  const figures = noFigures();
  addLine(figures, lines[0]?.trim() ?? '', 1_000);
  expect(lineOf(figures, 1_000)).toContain('delivered 2 · retried 0');
  expect(lineOf(figures, 1_000)).toContain('caught up 0 · dead 0 · oldest 90 s');
  expect(lineOf(figures, 100_000)).toContain('oldest 0 s');
});
