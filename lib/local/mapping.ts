import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { localCredentials, localRegion } from './credentials.ts';
import { sqsEvent } from './sqs-event.ts';

/** Which queue is mapped to what. */
export interface MappingOptions {
  readonly queueUrl: string;
  /** Of the embedded SQS. */
  readonly endpoint: string;
  /** Runs the function. A rejection is a crash: the message stays where it is. */
  invoke(event: SQSEvent): Promise<SQSBatchResponse | undefined>;
  /** Functions at work at once (Lambda's `MaximumConcurrency`). */
  readonly concurrency: number;
  /** Hears of a receive or delete that failed; the mapping goes on. */
  onError?(error: unknown): void;
}

/** A mapping at work. */
export interface Mapping {
  /** Takes no more messages and waits for those that are being worked on. Up to a second when idle. */
  stop(): Promise<void>;
}

/**
 * Maps a queue to a function as Lambda's event source mapping does with `BatchSize: 1` and `ReportBatchItemFailures`:
 * a message that the function took is deleted; one that it reported, or that it crashed on, stays invisible until its
 * visibility runs out (which the function may have changed).
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function mapQueue(options: MappingOptions): Mapping {
  const sqs = new SQSClient({
    endpoint: options.endpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const state = { stopped: false };
  const ended = poll(sqs, options, state).finally(() => sqs.destroy());
  return {
    stop: () => {
      state.stopped = true;
      return ended;
    },
  };
}

async function poll(sqs: SQSClient, options: MappingOptions, state: { stopped: boolean }): Promise<void> {
  const atWork = new Set<Promise<void>>();
  let arn = '';
  while (!state.stopped) {
    try {
      arn ||= await queueArn(sqs, options.queueUrl);
      const messages = await receive(sqs, options.queueUrl, options.concurrency - atWork.size);
      for (const message of messages) {
        const work: Promise<void> = handle(sqs, options, message, arn).finally(() => atWork.delete(work));
        atWork.add(work);
      }
    } catch (error) {
      options.onError?.(error);
      if (!state.stopped) await sleep(200);
    }
    if (atWork.size >= options.concurrency) await Promise.race(atWork);
  }
  await Promise.all(atWork);
}

async function receive(sqs: SQSClient, queueUrl: string, free: number): Promise<readonly Message[]> {
  // One second, so that a stop is quick: an aborted long poll would still take a message and lose it for its visibility.
  const answer = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(free, 10),
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  return answer.Messages ?? [];
}

async function handle(sqs: SQSClient, options: MappingOptions, message: Message, arn: string): Promise<void> {
  if (!(await succeeded(options, message, arn))) return;
  try {
    const { queueUrl } = options;
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
  } catch (error) {
    options.onError?.(error);
  }
}

/** Any identifier in the answer is a failure of a batch of one: its own, or an unknown one, which fails the whole batch. */
async function succeeded(options: MappingOptions, message: Message, arn: string): Promise<boolean> {
  try {
    const answer = await options.invoke(sqsEvent(message, arn));
    return !answer?.batchItemFailures?.length;
  } catch (error) {
    options.onError?.(error);
    return false;
  }
}

async function queueArn(sqs: SQSClient, queueUrl: string): Promise<string> {
  const answer = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }),
  );
  return answer.Attributes?.QueueArn ?? '';
}
