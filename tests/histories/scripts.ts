import { calm, type House, type Script } from './house.ts';
import type { Step } from './workers.ts';

/** A call before which a run stops. */
export type Hold = (step: Step) => boolean;

/** Runs that work on this kind of event stop before the call that this text names. */
export function before(kind: 'command' | 'change', call: string): Hold {
  return ({ label, run }) => label.includes(call) && (run.message?.body ?? '').includes(`"kind":"${kind}"`);
}

/** Nothing goes wrong, but some runs stop before a call; all else goes on. */
export function holding({ workers }: House, ...holds: readonly Hold[]): Script {
  return {
    faultFor: calm.faultFor,
    choose: (of) => {
      const { steps } = workers;
      const free = steps.findIndex((step) => !holds.some((hold) => hold(step)));
      if (free >= 0) return free;
      // After the calls come the messages that nobody works on yet.
      return steps.length < of ? steps.length : -1;
    },
  };
}
