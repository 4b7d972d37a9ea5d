import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Event } from '../../schemas/event.ts';
import { deduplicationOf, groupOf } from './group.ts';
import { messageBody } from './message-body.ts';

/** Puts events on the queue, in order. Resolved means the queue has them all; throws when it has not. */
export type Enqueue = (events: readonly Event[]) => Promise<void>;

/** The part of the SQS client that is used. */
export type SqsSender = Pick<SQSClient, 'send'>;

/** Milliseconds for one message with all tries: a person is waiting, and a slash command may time out after 3 s. */
export const queuePatience = 2_000;

/** An SQS client for doors: it gives up soon, so that a door can still say that it could not. */
export function createSqs(): SQSClient {
  return new SQSClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 700, requestTimeout: 900, throwOnRequestTimeout: true },
  });
}

/** Makes the function that puts events on a FIFO queue. `patience`: milliseconds for all of them. */
export function createEnqueue(queueUrl: string, sqs: SqsSender, patience = queuePatience): Enqueue {
  return async (events) => {
    const abortSignal = AbortSignal.timeout(patience);
    for (const event of events) {
      const message = new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: messageBody(event),
        MessageGroupId: groupOf(event),
        MessageDeduplicationId: deduplicationOf(event),
      });
      await sqs.send(message, { abortSignal });
    }
  };
}
