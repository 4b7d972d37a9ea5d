import { CardwireError } from '../domain/errors.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A person may be waiting: the first tries come quickly. */
const FIRST_WAITS = [2, 5, 15, 45].map((seconds) => seconds * SECOND);
/** After the first tries, one to two minutes for an hour: about forty of them. */
const TRIES_OF_FIRST_HOUR = FIRST_WAITS.length + 40;
/** SQS refuses a visibility of more than twelve hours from the receive. */
const LONGEST_WAIT = 11 * 60 * MINUTE;

/** A message that has waited so long is dead: the queue forgets it a day later. */
export const DEADLINE_MS = 13 * 24 * 60 * MINUTE;

/** Not yet: nothing failed, the message is to come back after `ms`. */
export class NotYet extends CardwireError {
  readonly ms: number;

  constructor(ms: number) {
    super('not-yet', { when: 'later', afterMs: ms });
    this.ms = ms;
  }
}

/**
 * How long a message stays invisible before its next try: between half of the step and the step, and no less than what the far side
 * asked for and a little more. The step grows also then: a limit of calls is the same for all messages, and when each comes back as
 * soon as it was told to, their first calls use the limit up and none gets to its second one.
 * `attempt` counts from 1, `random` gives 0 to 1. Milliseconds.
 */
export function waitBefore(attempt: number, askedFor: number | undefined, random: () => number): number {
  const asked = askedFor === undefined ? 0 : askedFor + random() * SECOND;
  return Math.min(Math.max(asked, ownWait(attempt, random)), LONGEST_WAIT);
}

function ownWait(attempt: number, random: () => number): number {
  const step = FIRST_WAITS[attempt - 1];
  if (step !== undefined) return step / 2 + (random() * step) / 2;
  const base = attempt <= TRIES_OF_FIRST_HOUR ? MINUTE : 15 * MINUTE;
  return base + random() * base;
}
