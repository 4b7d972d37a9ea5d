import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';

/** A message that lies on a queue of dead letters. */
interface Lying {
  readonly receipt: string;
  readonly id: string;
  readonly body: string;
  readonly group: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  receives: number;
  visibleAt: number;
}

/** What is put on such a queue. */
export type GivenUp = Pick<Lying, 'id' | 'body' | 'group' | 'sentAt' | 'receives'>;

/** One queue of dead letters in memory, on a clock of the test's: what nobody receives in time is there again. */
export class DeadQueue {
  private lying: Lying[] = [];
  private readonly source: string | undefined;
  private readonly now: () => number;

  /** `source`: the name of the queue whose messages are moved here; without it Lambda puts them here. */
  constructor(now: () => number, source?: string) {
    this.now = now;
    this.source = source;
  }

  get size(): number {
    return this.lying.length;
  }

  put(message: GivenUp): void {
    this.lying.push({ ...message, receipt: `${message.id} on the dead`, visibleAt: this.now() });
  }

  /** Does one command and gives its answer as the client would. */
  execute(command: unknown): object {
    if (command instanceof ReceiveMessageCommand) return { Messages: this.receive(command.input) };
    if (!(command instanceof DeleteMessageCommand))
      throw new Error('a queue of dead letters is only drained');
    this.lying = this.lying.filter(({ receipt }) => receipt !== command.input.ReceiptHandle);
    return {};
  }

  private receive({ MaxNumberOfMessages = 1, VisibilityTimeout = 0 }: ReceiveMessageCommand['input']) {
    const now = this.now();
    const held = new Set(this.lying.flatMap(({ group, visibleAt }) => (visibleAt > now ? [group] : [])));
    // Only a FIFO queue holds back what comes after a message that somebody has.
    const free = this.lying.filter(({ group, visibleAt }) => visibleAt <= now && !(group && held.has(group)));
    return free.slice(0, MaxNumberOfMessages).map((each) => {
      each.visibleAt = now + VisibilityTimeout * 1000;
      each.receives += 1;
      return this.received(each);
    });
  }

  private received({ id, receipt, body, group, sentAt, receives }: Lying) {
    return {
      ...{ MessageId: id, ReceiptHandle: receipt, Body: body },
      Attributes: {
        ...{ ApproximateReceiveCount: String(receives), SentTimestamp: String(sentAt) },
        ...(group && { MessageGroupId: group, SequenceNumber: /\d+$/.exec(id)?.[0] ?? '' }),
        ...(this.source && {
          DeadLetterQueueSourceArn: `arn:aws:sqs:eu-central-1:000000000000:${this.source}`,
        }),
      },
    };
  }
}
