import { expect, test } from '@jest/globals';
import { inPatience } from '../../lib/dispatch/details/patience.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import { NotYet } from '../../lib/queue/waiting.ts';

const TEN_MINUTES = 600_000;
const after = (ms: number, look: () => Promise<string>) =>
  inPatience({ now: () => 1_000 + ms }, 1_000, look, 'without');
const failing = (error: Error) => () => Promise.reject(error);

test('what the board gives is taken whenever it does', async () => {
  for (const ms of [0, TEN_MINUTES, 10 * TEN_MINUTES])
    expect(await after(ms, async () => 'given')).toBe('given');
});

test('what it does not give is waited for, for ten minutes', async () => {
  const refused = failing(new CardwireError('http-timeout', later));
  await expect(after(TEN_MINUTES, refused)).rejects.toMatchObject({ code: 'http-timeout' });
  expect(await after(TEN_MINUTES + 1, refused)).toBe('without');
});

test('what is not the board’s fault is never gone on without', async () => {
  for (const error of [new NotYet(5), new TypeError('a fault of ours')])
    await expect(after(TEN_MINUTES + 1, failing(error))).rejects.toBe(error);
});
