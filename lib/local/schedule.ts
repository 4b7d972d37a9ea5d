/** A schedule as serverless.yml writes it: a rate, or an object that holds one. */
export type Schedule = string | { readonly rate: string | readonly string[]; readonly enabled?: boolean };

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * How often a schedule calls. Milliseconds; undefined when it is switched off.
 * @throws Error for a cron expression: nothing of ours has one.
 */
export function periodOf(schedule: Schedule): number | undefined {
  if (typeof schedule !== 'string' && schedule.enabled === false) return undefined;
  const [rate = ''] = typeof schedule === 'string' ? [schedule] : [schedule.rate].flat();
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  const period = Number(count) * (units[unit] ?? 0);
  if (!(period > 0)) throw new Error(`the schedule ${rate} is no rate`);
  return period;
}

/** A schedule at work. */
export interface Scheduled {
  /** Calls no more, and waits for the call that is being made. */
  stop(): Promise<void>;
}

/**
 * Calls a function as EventBridge does, first after one period. A call that takes longer than the period is not overtaken; one that fails is made again
 * with the next.
 */
export function callEvery(period: number, call: () => Promise<unknown>): Scheduled {
  let atWork: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    atWork ??= call()
      .catch(() => undefined)
      .finally(() => {
        atWork = undefined;
      });
  }, period);
  return {
    stop: async () => {
      clearInterval(timer);
      await atWork;
    },
  };
}
