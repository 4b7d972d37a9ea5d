import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { Delivery } from '../../schemas/delivery.ts';
import { CardwireError, later } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import type { SqsSender } from './enqueue.ts';
import { messageBody } from './message-body.ts';

/** Puts deliveries on their queue. Resolved means the queue has them all. */
export type SendDeliveries = (deliveries: readonly Delivery[]) => Promise<void>;

/** SQS takes ten messages in one call. */
const BATCH = 10;

/** Makes the function that queues deliveries. A delivery that is queued again is recognised by its thread's claim. */
export function createSendDeliveries(queueUrl: string, sqs: SqsSender): SendDeliveries {
  return async (deliveries) => {
    for (let at = 0; at < deliveries.length; at += BATCH) {
      const entries = deliveries.slice(at, at + BATCH).map((delivery, index) => ({
        Id: String(index),
        MessageBody: messageBody(delivery),
        MessageGroupId: groupOfDelivery(delivery),
        MessageDeduplicationId: deduplicationOfDelivery(delivery),
      }));
      const { Failed } = await sqs.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
      );
      if (Failed && Failed.length > 0) throw new CardwireError('deliveries-not-queued', later);
    }
  };
}

/** One card in one conversation is told in order. A flush waits, so it has a group of its own and holds up nothing. */
function groupOfDelivery({ kind, team, board, card, conversation }: Delivery): string {
  return stableId(kind, team, board, card, conversation);
}

function deduplicationOfDelivery(delivery: Delivery): string {
  const { kind, team, board, card, conversation } = delivery;
  // The same happening with a newer look of the card comes from a run that was done again.
  const what =
    delivery.kind === 'flush'
      ? [String(delivery.due)]
      : [delivery.happening.id, String(delivery.face.revision)];
  return stableId(kind, team, board, card, conversation, ...what);
}
