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
