import type { Event } from '../../schemas/event.ts';
import type { Log } from '../domain/log.ts';
import type { Enqueue } from '../queue/enqueue.ts';
import { createDoorLog, nameOf } from './log.ts';

/** What makes a function that hears from AWS itself, of what became of something we sent. */
export interface FeedbackParts {
  readonly source: string;
  /** Reads what came; pure. */
  readonly read: (
    payload: unknown,
    now: number,
  ) => readonly ({ readonly event: Event } | { readonly ignored: string })[];
  readonly enqueue: Enqueue;
  readonly now?: () => number;
  readonly log?: Log;
}

/**
 * Makes it: read, log, queue. Who may call it is AWS's own permission.
 * @throws what the queue throws: AWS calls again then, and keeps what came to nothing.
 */
export function createFeedback(parts: FeedbackParts): (payload: unknown) => Promise<void> {
  const { source, read, enqueue, now = Date.now, log = createDoorLog() } = parts;
  return async (payload) => {
    const told = read(payload, now());
    for (const each of told) {
      if ('ignored' in each) log.info('feedback-ignored', { product: source, code: each.ignored });
    }
    const events = told.flatMap((each) => ('event' in each ? [each.event] : []));
    if (events.length === 0) return;
    try {
      await enqueue(events);
    } catch (error) {
      log.error('queue-failed', { product: source, code: nameOf(error) });
      throw error;
    }
  };
}
