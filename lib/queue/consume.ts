import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { CardwireError, later } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import { type Meter, noMeter } from '../domain/meter.ts';
import type { SqsSender } from './enqueue.ts';
import { DEADLINE_MS, NotYet, waitBefore } from './waiting.ts';

/** A message as its handler sees it. */
export interface Message {
  /** Parsed JSON; undefined when it is none. */
  readonly body: unknown;
  readonly raw: string;
  readonly id: string;
  readonly group: string;
  /** The queue's name. */
  readonly queue: string;
  /** The queue's own order within a group. */
  readonly sequence?: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** Epoch milliseconds at which the queue took it. */
  readonly sentAt: number;
}

/** What serving a queue works with. */
export interface ConsumerParts {
  /** Does what the message asks for. Throws `CardwireError`; `never` means that it is dead. */
  readonly handle: (message: Message) => Promise<void>;
  /** Keeps a message that will not be tried again. Until it has, the message stays in the queue. */
  readonly bury: (message: Message, reason: string) => Promise<void>;
  readonly sqs: SqsSender;
  /** The queues' URLs by the name that ends their ARN. */
  readonly queueUrl: (arn: string) => string;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
  readonly meter?: Meter;
}

/**
 * Serves a queue: a message is done, or dead, or comes back after a wait. Waiting is visibility, so it costs nothing and holds up
 * only its own group. A returned message is reported as a failed item, which is no error in anyone's alarm.
 */
export function createConsumer(parts: ConsumerParts): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async (event) => {
    const returned: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      if (!(await consume(record, parts))) returned.push({ itemIdentifier: record.messageId });
    }
    return { batchItemFailures: returned };
  };
}

/** True when the message may be deleted. */
async function consume(record: SQSRecord, parts: ConsumerParts): Promise<boolean> {
  const message = readMessage(record);
  const { meter = noMeter } = parts;
  meter.age(Math.max(0, parts.now() - message.sentAt));
  try {
    await parts.handle(message);
    return true;
  } catch (error) {
    const failure = failureOf(error);
    const old = parts.now() - message.sentAt > DEADLINE_MS;
    if (failure.retry.when === 'later' && !old) {
      if (!(failure instanceof NotYet)) meter.count('Retried');
      await putOff(record, message, failure, parts);
      return false;
    }
    await parts.bury(message, failure.code);
    meter.count('Dead');
    parts.log.error('message-dead', { id: message.id, kind: message.queue, code: failure.code });
    return true;
  }
}

async function putOff(record: SQSRecord, message: Message, failure: CardwireError, parts: ConsumerParts) {
  const { attempt } = message;
  const asked = failure.retry.when === 'later' ? failure.retry.afterMs : undefined;
  const wait = failure instanceof NotYet ? failure.ms : waitBefore(attempt, asked, parts.random);
  parts.log.info('message-waits', {
    id: message.id,
    kind: message.queue,
    code: failure.code,
    attempt,
    milliseconds: Math.round(wait),
  });
  await parts.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: parts.queueUrl(record.eventSourceARN),
      ReceiptHandle: record.receiptHandle,
      VisibilityTimeout: Math.max(1, Math.ceil(wait / 1000)),
    }),
  );
}

/** What we did not foresee may pass by itself: a bug that is being fixed, a table that is throttled. */
function failureOf(error: unknown): CardwireError {
  if (error instanceof CardwireError) return error;
  const name = error instanceof Error ? error.name : 'unknown';
  return new CardwireError(`unexpected-${name}`, later);
}

function readMessage(record: SQSRecord): Message {
  const queue = nameOfQueue(record.eventSourceARN);
  return messageOf({ id: record.messageId, raw: record.body, queue, attributes: record.attributes });
}

/** What is read of what the queue says of a message. */
type MessageAttribute = 'MessageGroupId' | 'SequenceNumber' | 'ApproximateReceiveCount' | 'SentTimestamp';

/** A message by what the queue says of it, however it was received. */
export function messageOf(received: {
  readonly id: string;
  readonly raw: string;
  readonly queue: string;
  readonly attributes: { readonly [Name in MessageAttribute]?: string | undefined };
}): Message {
  const { id, raw, queue, attributes } = received;
  const { MessageGroupId: group = '', SequenceNumber: sequence } = attributes;
  return {
    ...{ body: parseJson(raw), raw, id, group, queue },
    ...(sequence === undefined ? {} : { sequence }),
    attempt: Number(attributes.ApproximateReceiveCount),
    sentAt: Number(attributes.SentTimestamp),
  };
}

/** The name that ends a queue's ARN. */
export function nameOfQueue(arn: string): string {
  return arn.split(':').at(-1) ?? '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
