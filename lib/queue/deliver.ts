import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { Delivery } from '../../schemas/delivery.ts';
import { CardwireError, later } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import type { SqsSender } from './enqueue.ts';
import { messageBody } from './message-body.ts';

/** Puts deliveries on their queue. Resolved means the queue has them all. */
export type SendDeliveries = (deliveries: readonly Delivery[]) => Promise<void>;

/** What SQS takes in one call: so many messages, and so many bytes in all of them, a little left for what goes with them. */
const MOST = { messages: 10, bytes: 250_000 } as const;

interface Entry {
  readonly MessageBody: string;
  readonly MessageGroupId: string;
  readonly MessageDeduplicationId: string;
}

/** Makes the function that queues deliveries. A delivery that is queued again is recognised by its thread's claim. */
export function createSendDeliveries(queueUrl: string, sqs: SqsSender): SendDeliveries {
  return async (deliveries) => {
    for (const batch of batches(deliveries.map(entryOf))) {
      const Entries = batch.map((entry, index) => ({ Id: String(index), ...entry }));
      const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      if (Failed && Failed.length > 0) throw new CardwireError('deliveries-not-queued', later);
    }
  };
}

function entryOf(delivery: Delivery): Entry {
  return {
    MessageBody: messageBody(delivery),
    MessageGroupId: groupOfDelivery(delivery),
    MessageDeduplicationId: deduplicationOfDelivery(delivery),
  };
}

/** In order, as few as they fit into. */
function batches(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const all: Entry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody);
    const last = all.at(-1);
    if (last && last.length < MOST.messages && bytes + size <= MOST.bytes) {
      last.push(entry);
      bytes += size;
    } else {
      all.push([entry]);
      bytes = size;
    }
  }
  return all;
}

/** One card in one conversation is told in order. A flush waits, so it has a group of its own and holds up nothing. */
function groupOfDelivery({ kind, team, board, card, conversation }: Delivery): string {
  return stableId(kind, team, board, card, conversation);
}

function deduplicationOfDelivery(delivery: Delivery): string {
  const { kind, team, board, card, conversation } = delivery;
  if (delivery.kind === 'flush')
    return stableId(kind, team, board, card, conversation, String(delivery.due), delivery.begins);
  // The same happening with a newer look of the card comes from a run that was done again.
  const { happening, face, alone } = delivery;
  const what = [happening.id, String(face.revision), ...(alone === undefined ? [] : [String(alone)])];
  return stableId(kind, team, board, card, conversation, ...what);
}
