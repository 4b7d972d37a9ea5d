import { createReconciler } from '../../lib/dispatch/reconcile/reconciler.ts';
import { captureLog } from './capture-log.ts';
import { type House, keysFor } from './house.ts';

/** What looks at a house's boards, as the schedule would call it. */
export interface Sweeper {
  /** One call of the schedule, without waiting for what comes of it. */
  run(): Promise<void>;
  /** Lets the time of all boards come, calls, and waits until everything has been told. */
  sweep(): Promise<void>;
  /** Every line that was logged, as JSON. */
  readonly lines: readonly string[];
}

/** Longer than the pause between two looks. Milliseconds. */
const DUE = 5 * 60_000;

export function sweeperFor(house: House, options: { readonly calls?: number } = {}): Sweeper {
  const { log, lines } = captureLog();
  const run = createReconciler({
    tableName: house.tableName,
    eventsQueueUrl: house.queueUrls.events,
    secretsKeys: keysFor('stored-secrets'),
    ...{ ...house.clients, now: house.now, log },
    ...options,
  });
  return {
    run,
    lines,
    sweep: async () => {
      await house.lapse(DUE);
      await run();
      // What was found waits for what the bridge itself may be about to tell; then a burst may have to end.
      await house.lapse(15_000);
      await house.lapse(60_000);
    },
  };
}
