import { DeleteMessageCommand, type Message as Received, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Log } from '../domain/log.ts';
import type { Meter } from '../domain/meter.ts';
import { type Message, messageOf, nameOfQueue } from '../queue/consume.ts';
import type { SqsSender } from '../queue/enqueue.ts';

/** A queue of what another queue, or Lambda, has given up. */
export interface DeadQueue {
  readonly url: string;
  /** Tries a message once more, before it is kept. Rejects when that comes to nothing. Without it nothing is tried. */
  readonly retry?: (message: Message) => Promise<void>;
  /** Whose it is, where the message itself does not say. */
  readonly teamOf?: (message: Message) => Promise<string | undefined>;
}

/** What draining works with. */
export interface DrainParts {
  readonly sqs: SqsSender;
  readonly queues: readonly DeadQueue[];
  readonly bury: (message: Message, reason: string) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  readonly meter: Meter;
}

/** One run takes so long at most; the next one goes on. Milliseconds. */
const BUDGET_MS = 40_000;

/** Seconds that a message is ours: longer than a run can last. */
const HOLD_S = 120;

/**
 * Takes what the queues have given up themselves into the table, where it can be listed and brought back. On a schedule: a mapping would ask
 * each queue all day for what hardly ever comes.
 */
export async function drain(parts: DrainParts): Promise<void> {
  const until = parts.now() + BUDGET_MS;
  for (const queue of parts.queues) {
    while (parts.now() < until) {
      const { Messages = [] } = await parts.sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: queue.url,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: HOLD_S,
          MessageSystemAttributeNames: ['All'],
        }),
      );
      if (Messages.length === 0) break;
      for (const received of Messages) await take(parts, queue, received);
    }
  }
}

async function take(parts: DrainParts, queue: DeadQueue, received: Received): Promise<void> {
  const message = await readMessage(queue, received);
  if (!(await succeeds(queue, message))) {
    const reason = queue.retry ? 'failed-again' : 'received-too-often';
    await parts.bury(message, reason);
    parts.log.error('message-dead', { id: message.id, kind: message.queue, code: reason });
    parts.meter.count('Dead');
  }
  await parts.sqs.send(
    new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle: received.ReceiptHandle }),
  );
}

async function succeeds({ retry }: DeadQueue, message: Message): Promise<boolean> {
  if (!retry) return false;
  try {
    await retry(message);
    return true;
  } catch {
    return false;
  }
}

/** It goes back to the queue that gave it up; where nobody names one, to this one. */
async function readMessage({ url, teamOf }: DeadQueue, received: Received): Promise<Message> {
  const { MessageId: id = '', Body: raw = '', Attributes: attributes = {} } = received;
  const origin = attributes.DeadLetterQueueSourceArn;
  const queue = origin === undefined ? nameOfOrigin(url) : nameOfQueue(origin);
  const message = messageOf({ id, raw, queue, attributes });
  const team = await teamOf?.(message);
  return team === undefined ? message : { ...message, body: { ...asObject(message.body), team } };
}

/** `cardwire-dev-events-dead.fifo` holds what `cardwire-dev-events.fifo` has given up. */
function nameOfOrigin(url: string): string {
  return (url.split('/').at(-1) ?? '').replace(/-dead\.fifo$/, '.fifo');
}

function asObject(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
