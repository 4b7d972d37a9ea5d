import type { Choices } from '../domain/choices.ts';
import type { Asking, DoorAnswer, LookUp } from '../domain/door.ts';
import type { Log } from '../domain/log.ts';
import type { Enqueue } from '../queue/enqueue.ts';
import { nameOf } from './log.ts';

/** Milliseconds for all of it: with a cold start before it, the answer still comes within the three seconds that Discord waits. */
export const lookUpPatience = 1_500;

/** What answering works with. */
export interface LookUpParts {
  readonly source: string;
  readonly lookUp?: LookUp;
  readonly enqueue: Enqueue;
  readonly log: Log;
}

/**
 * Looks up, queues what follows from it and answers. Never throws, and answers with what is known when the time is over: a later answer is
 * shown to nobody.
 */
export async function lookedUp(
  asking: Asking,
  { source, lookUp, enqueue, log }: LookUpParts,
): Promise<DoorAnswer> {
  let choices: Choices | undefined;
  const work = async () => {
    choices = await lookUp?.(asking.lookUp);
    await enqueue(asking.found(choices).events);
  };
  try {
    await within(lookUpPatience, work());
  } catch (error) {
    log.warn('look-up-failed', { product: source, code: nameOf(error) });
  }
  return asking.found(choices).answer;
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('too late', 'TimeoutError')), milliseconds);
  });
  try {
    await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
