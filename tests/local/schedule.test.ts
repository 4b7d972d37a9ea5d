import { expect, test } from '@jest/globals';
import { callEvery, periodOf } from '../../lib/local/schedule.ts';

test.each([
  ['rate(1 minute)', 60_000],
  ['rate(15 minutes)', 900_000],
  [{ rate: 'rate(2 hours)' }, 7_200_000],
  [{ rate: ['rate(1 day)'] }, 86_400_000],
  [{ rate: 'rate(5 minutes)', enabled: false }, undefined],
])('%j', (schedule, period) => {
  expect(periodOf(schedule)).toBe(period);
});

test.each(['cron(0 12 * * ? *)', 'rate(0 minutes)', 'soon'])('%s is no rate', (schedule) => {
  expect(() => periodOf(schedule)).toThrow('no rate');
});

test('goes on after a call that failed, and stops after the one that is being made', async () => {
  let calls = 0;
  const twice = Promise.withResolvers<void>();
  const scheduled = callEvery(1, async () => {
    calls += 1;
    if (calls === 2) twice.resolve();
    throw new Error('this one failed');
  });
  await twice.promise;
  await scheduled.stop();
  const made = calls;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls).toBe(made);
});
