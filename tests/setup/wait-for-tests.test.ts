import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSteps, type Outcome } from '../../lib/setup/steps.ts';
import { waitForTests } from '../../lib/setup/wait-for-tests.ts';
import { createWebhookTests, type WebhookTests } from '../../lib/store/webhook-tests.ts';
import { openTable } from '../store/open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let tests: WebhookTests;
beforeAll(async () => {
  opened = await openTable();
  tests = createWebhookTests(opened.table);
});
afterAll(() => opened.stop());

/** Waits with a clock that each pause moves; `between` is what happens in the world meanwhile. */
async function wait(
  connection: string,
  between: () => Promise<void>,
): Promise<readonly (Outcome | number)[]> {
  const outcomes: Outcome[] = [];
  const progress = { begin: () => {}, end: (outcome: Outcome) => void outcomes.push(outcome) };
  const pause = async (ms: number) => {
    opened.clock.now += ms;
    await between();
  };
  const parts = { tests, now: () => opened.clock.now, pause };
  const come = await waitForTests('ops', [connection], parts, createSteps(progress));
  return [...outcomes, come];
}

describe('waiting for the test of a webhook', () => {
  test('ends when it has come', async () => {
    expect(await wait('one', () => tests.heard('ops', 'one', opened.clock.now))).toEqual(['ok', 1]);
  });

  test('ends so also where the clock here is ahead of the one that doors go by', async () => {
    await tests.heard('ops', 'behind', opened.clock.now - 7_200_000);
    const comes = () => tests.heard('ops', 'behind', opened.clock.now - 3_600_000);
    expect(await wait('behind', comes)).toEqual(['ok', 1]);
  });

  test('does not take an earlier one, or another connection’s, for it', async () => {
    await tests.heard('ops', 'two', opened.clock.now - 1);
    expect(await wait('two', () => tests.heard('ops', 'other', opened.clock.now))).toEqual(['skipped', 0]);
  });
});
