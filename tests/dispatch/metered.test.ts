import { expect, test } from '@jest/globals';
import { createMeter, metered, type RunMeter } from '../../lib/dispatch/metrics.ts';

/** Figures of which only is known how often they were written. */
function openMeter() {
  let written = 0;
  const meter: RunMeter = {
    count: () => undefined,
    age: () => undefined,
    publish: () => {
      written += 1;
    },
  };
  return { meter, written: () => written };
}

test('the figures of a run are written when it is over, once', async () => {
  const { meter, written } = openMeter();
  const run = metered(async (name: string) => `${name}, ${written()} written`, meter);
  expect(await run('first')).toBe('first, 0 written');
  expect(written()).toBe(1);
  expect(await run('second')).toBe('second, 1 written');
});

test('the figures of a run that fails are written as well, and it fails', async () => {
  const { meter, written } = openMeter();
  const run = metered(() => Promise.reject(new Error('the table is away')), meter);
  await expect(run(undefined)).rejects.toThrow('the table is away');
  expect(written()).toBe(1);
});

test('a run that counted nothing writes nothing, and one that did what it counted itself', () => {
  const lines: string[] = [];
  const meter = createMeter('cardwire-test');
  const [out, err] = [process.stdout.write, process.stderr.write];
  const keep = (text: unknown) => lines.push(String(text)) > 0;
  [process.stdout.write, process.stderr.write] = [keep, keep];
  try {
    meter.publish();
    expect(lines).toEqual([]);
    meter.count('Delivered');
    meter.count('Dead', 3);
    meter.age(4_000);
    meter.publish();
    meter.publish();
  } finally {
    [process.stdout.write, process.stderr.write] = [out, err];
  }
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ Delivered: 1, Dead: 3, Age: 4_000 }]);
});
