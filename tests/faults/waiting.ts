import type { House } from '../flows/house.ts';

/** A message that was put off: on which queue, and for how many seconds. */
export interface PutOff {
  readonly queue: 'events' | 'deliveries';
  readonly seconds: number;
}

/** Keeps, on the wire to SQS, for how long messages are put off from now on. */
export function watchPutOff({ clients, queueUrls }: House): PutOff[] {
  const seen: PutOff[] = [];
  clients.sqs.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'ChangeMessageVisibilityCommand') {
        const { QueueUrl, VisibilityTimeout } = args.input as Record<string, string | number>;
        const queue = QueueUrl === queueUrls.events ? 'events' : 'deliveries';
        seen.push({ queue, seconds: Number(VisibilityTimeout) });
      }
      return next(args);
    },
    { step: 'initialize' },
  );
  return seen;
}

/** SQS remembers a deduplication id for five minutes. Milliseconds. */
const REMEMBERED = 5 * 60_000;

/** Lets the queues forget what they took as time goes on the house's clock: their own goes on like this machine's. */
export function letQueuesForget(house: House): void {
  const began = house.now();
  house.clients.sqs.middlewareStack.add(
    (next) => async (args) => {
      const age = Math.floor((house.now() - began) / REMEMBERED);
      const input = args.input as { MessageDeduplicationId?: string; Entries?: readonly object[] };
      const later = (id: string | undefined) => id && `${id}.${age}`;
      const forgotten = (entry: { MessageDeduplicationId?: string }) =>
        entry.MessageDeduplicationId === undefined
          ? entry
          : { ...entry, MessageDeduplicationId: later(entry.MessageDeduplicationId) };
      const Entries = input.Entries?.map(forgotten);
      return next({
        ...args,
        input: { ...forgotten(input), ...(Entries && { Entries }) } as typeof args.input,
      });
    },
    { step: 'initialize' },
  );
}
