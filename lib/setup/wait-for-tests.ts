import type { WebhookTests } from '../store/webhook-tests.ts';
import type { Steps } from './steps.ts';

/** What waiting takes: the table, a clock in epoch milliseconds, and a pause. */
export interface WaitParts {
  readonly tests: Pick<WebhookTests, 'last'>;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** How often the table is asked, and how long a person gets to paste and press the button. Milliseconds. */
const EVERY_MS = 2_000;
const PATIENCE_MS = 10 * 60_000;

/**
 * Waits until the test of every connection's webhook has come through its door and the queue, one after the other.
 * @returns how many have come.
 */
export async function waitForTests(
  team: string,
  connections: readonly string[],
  parts: WaitParts,
  steps: Steps,
): Promise<number> {
  const until = parts.now() + PATIENCE_MS;
  // Told apart by what was there before, not by the time: doors go by another machine's clock.
  const before = new Map<string, number | undefined>();
  for (const connection of connections) before.set(connection, await parts.tests.last(team, connection));
  let come = 0;
  for (const connection of connections) {
    const heard = await steps.run(
      `Waiting for the test of ${connection}'s webhook (Ctrl-C goes without)`,
      () => hears(team, connection, before.get(connection), until, parts),
      (heard) =>
        heard ? 'has come through' : { skipped: 'none has come; press its test button at any time' },
    );
    if (heard) come += 1;
  }
  return come;
}

/** Whether another test comes than the one that was the last `before`. */
async function hears(
  team: string,
  connection: string,
  before: number | undefined,
  until: number,
  parts: WaitParts,
): Promise<boolean> {
  while (parts.now() < until) {
    if ((await parts.tests.last(team, connection)) !== before) return true;
    await parts.pause(EVERY_MS);
  }
  return false;
}
