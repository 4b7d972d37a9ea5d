import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import type { SqsSender } from '../../lib/queue/enqueue.ts';
import { DeadQueue } from './dead-queue.ts';
import { asWritten, type Release } from './release.ts';

/** SQS remembers a deduplication id for five minutes. */
const DEDUPLICATION_MS = 5 * 60_000;
/** serverless.yml: visibility of both queues. */
const VISIBILITY_MS = 360_000;
/** serverless.yml: what has been received so often goes to the queue's dead letters. */
const MAX_RECEIVES = 1_000;

/** Where Lambda keeps what mail's functions failed with. */
export const MAIL_FAILURES = 'mail-failures';

export interface Queued {
  readonly id: string;
  readonly queue: string;
  readonly body: string;
  readonly group: string;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
}

/** FIFO queues in memory, on a clock of the test's: order and one in flight per group, visibility, receive counts, deduplication. */
export class FifoQueues {
  /** What each has given up, and what Lambda has of the calls of mail's functions, by the name of the queue that it lies on. */
  readonly dead: ReadonlyMap<string, DeadQueue>;
  private readonly now: () => number;
  /** Everything that was ever taken, in order; what was recognised as a duplicate is not in it. */
  readonly taken: Queued[] = [];
  private messages: Queued[] = [];
  private readonly seen = new Map<string, number>();
  private count = 0;

  constructor(now: () => number) {
    this.now = now;
    this.dead = new Map([
      ...['events', 'deliveries'].map((name) => [`${name}-dead`, new DeadQueue(now, name)] as const),
      [MAIL_FAILURES, new DeadQueue(now)],
    ]);
  }

  /** Does one command and gives its answer as the client would. */
  execute(command: unknown): object {
    const { input } = command as { readonly input?: SendInput & { readonly QueueUrl?: string } };
    const dead = this.dead.get(nameIn(input?.QueueUrl));
    if (dead && command instanceof SendMessageCommand) return this.keepFailure(input?.MessageBody ?? '');
    if (dead) return dead.execute(command);
    if (command instanceof SendMessageCommand) {
      this.put(command.input.QueueUrl, command.input);
      return {};
    }
    if (command instanceof SendMessageBatchCommand) {
      for (const entry of command.input.Entries ?? []) this.put(command.input.QueueUrl, entry);
      return { Failed: [] };
    }
    if (command instanceof ChangeMessageVisibilityCommand) {
      const message = this.messages.find(({ id }) => command.input.ReceiptHandle === id);
      if (message) message.visibleAt = this.now() + (command.input.VisibilityTimeout ?? 0) * 1000;
      return {};
    }
    throw new Error(`the queues in memory do not know ${command?.constructor.name}`);
  }

  /** What could be received now: of each group its first message, unless that is in flight. */
  receivable(): readonly Queued[] {
    return this.heads().filter(({ visibleAt }) => visibleAt <= this.now());
  }

  /** Lambda keeps a call that has failed three times, on a queue that knows no order. */
  keepFailure(body: string): object {
    this.count += 1;
    const id = `failure-${this.count}`;
    this.dead.get(MAIL_FAILURES)?.put({ id, body, group: '', sentAt: this.now(), receives: 0 });
    return {};
  }

  /** It has been received as often as its queue allows. */
  wearOut(message: Queued): void {
    message.receives = MAX_RECEIVES;
  }

  /** Moves a message that has been received too often to its queue's dead letters; false for any other. */
  redrive(message: Queued): boolean {
    if (message.receives < MAX_RECEIVES) return false;
    this.delete(message);
    this.dead.get(`${message.queue}-dead`)?.put(message);
    return true;
  }

  /** Hands a message out. It stays, invisible, until it is deleted or its visibility runs out. */
  receive(message: Queued): SQSEvent {
    message.receives += 1;
    message.visibleAt = this.now() + VISIBILITY_MS;
    const { id, queue, body, group, sentAt, receives } = message;
    return {
      Records: [
        {
          messageId: id,
          receiptHandle: id,
          body,
          attributes: {
            ApproximateReceiveCount: String(receives),
            SentTimestamp: String(sentAt),
            SenderId: '',
            ApproximateFirstReceiveTimestamp: String(sentAt),
            MessageGroupId: group,
          },
          messageAttributes: {},
          md5OfBody: '',
          eventSource: 'aws:sqs',
          eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${queue}`,
          awsRegion: 'eu-central-1',
        },
      ],
    };
  }

  delete(message: Queued): void {
    this.messages = this.messages.filter((other) => other !== message);
  }

  /** When something becomes visible next; undefined when nothing waits. */
  nextVisible(): number | undefined {
    const waits = this.heads().map(({ visibleAt }) => visibleAt);
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }

  get waiting(): readonly Queued[] {
    return this.messages;
  }

  private heads(): readonly Queued[] {
    const first = new Map<string, Queued>();
    for (const message of this.messages) {
      const group = `${message.queue} ${message.group}`;
      if (!first.has(group)) first.set(group, message);
    }
    return [...first.values()];
  }

  private put(
    url = '',
    { MessageBody = '', MessageGroupId = '', MessageDeduplicationId = '' }: SendInput,
  ): void {
    const queue = nameIn(url);
    const twin = `${queue} ${MessageDeduplicationId}`;
    const before = this.seen.get(twin);
    if (before !== undefined && this.now() - before < DEDUPLICATION_MS) return;
    this.seen.set(twin, this.now());
    this.count += 1;
    const message: Queued = {
      ...{ id: `message-${this.count}`, queue, body: MessageBody, group: MessageGroupId },
      ...{ sentAt: this.now(), visibleAt: this.now(), receives: 0 },
    };
    this.messages.push(message);
    this.taken.push(message);
  }
}

interface SendInput {
  readonly MessageBody?: string | undefined;
  readonly MessageGroupId?: string | undefined;
  readonly MessageDeduplicationId?: string | undefined;
}

/** A queue's address. */
export const queueUrl = (name: string) => `http://sqs.test/${name}`;

function nameIn(url = ''): string {
  return url.split('/').at(-1) ?? '';
}

/** A release's client, whose every command goes through `send`. */
export function sqsThrough(release: Release, send: (command: unknown) => Promise<object>): SqsSender {
  return { send: (command: unknown) => send(written(release, command)) } as unknown as SqsSender;
}

function written(release: Release, command: unknown): unknown {
  if (command instanceof SendMessageCommand) {
    const { MessageBody = '', ...rest } = command.input;
    return new SendMessageCommand({ ...rest, MessageBody: asWritten(release, MessageBody) });
  }
  if (command instanceof SendMessageBatchCommand) {
    const entries = command.input.Entries ?? [];
    const Entries = entries.map(({ MessageBody = '', ...rest }) => ({
      ...rest,
      MessageBody: asWritten(release, MessageBody),
    }));
    return new SendMessageBatchCommand({ ...command.input, Entries });
  }
  return command;
}
