import { ChangeMessageVisibilityCommand, MessageNotInflight, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { HouseClock } from './house-clock.ts';
import { lookInto } from './look-into.ts';
import type { Patience } from './patience.ts';

/** What waits in the queues: it comes back when its moment has come on the house's clock, without anyone really waiting. */
export interface Waits {
  /** Runs the dispatcher, and remembers that it is at work. */
  invoke(event: SQSEvent): Promise<SQSBatchResponse>;
  /** Hands back every message whose moment has come. */
  release(): void;
  /** Resolves once nothing is being worked on and all that is left waits for its moment, or behind what does. */
  settle(): Promise<void>;
  /** Lets what is being worked on come to its end. */
  stop(): Promise<void>;
}

interface Parts {
  /** The dispatcher's own client. */
  readonly sqs: SQSClient;
  readonly config: ConstructorParameters<typeof SQSClient>[0];
  /** Of the events and of the deliveries, which events cause. */
  readonly queueUrls: readonly string[];
  readonly dispatcher: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly clock: HouseClock;
  /** Hears of every message that is sent, taken or put off. */
  readonly patience: Patience;
}

/** As long as SQS puts off anything: who waits by the house's clock comes back by that one alone. Seconds. */
const LONGEST = 43_200;

/** Watches what the dispatcher puts off. */
export function watchWaits({ sqs, config, queueUrls, dispatcher, clock, patience }: Parts): Waits {
  const own = new SQSClient(config ?? {});
  const waiting = new Map<string, { readonly queueUrl: string; readonly due: number }>();
  const releasing = new Set<Promise<unknown>>();
  const atWork = new Set<Promise<unknown>>();
  let moves = 0;
  const moved = () => {
    moves += 1;
    patience.moved();
  };

  sqs.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'ChangeMessageVisibilityCommand') {
        const answer = await next(args);
        moved();
        return answer;
      }
      const { QueueUrl, ReceiptHandle, VisibilityTimeout } = args.input as Record<string, string | number>;
      const due = clock.now() + Number(VisibilityTimeout) * 1000;
      const answer = await next(
        clock.runs ? args : { ...args, input: { ...args.input, VisibilityTimeout: LONGEST } },
      );
      waiting.set(String(ReceiptHandle), { queueUrl: String(QueueUrl), due });
      moved();
      return answer;
    },
    // After those that only look on.
    { step: 'initialize', priority: 'low' },
  );

  async function isSettled(): Promise<boolean> {
    await Promise.all(releasing);
    const before = moves;
    if (atWork.size > 0) return false;
    for (const queueUrl of queueUrls) {
      const { taken, groups } = await lookInto(queueUrl);
      const held = taken.filter(({ handle }) => waiting.has(handle));
      const behind = new Set(held.map(({ group }) => group));
      if (held.length < taken.length || groups.some((group) => !behind.has(group))) return false;
    }
    return moves === before;
  }

  return {
    invoke: async (event) => {
      const work = dispatcher(byTheClock(event, clock));
      atWork.add(work);
      moved();
      try {
        return await work;
      } finally {
        atWork.delete(work);
        moved();
      }
    },
    release: () => {
      for (const [ReceiptHandle, { queueUrl: QueueUrl, due }] of waiting) {
        if (due > clock.now()) continue;
        waiting.delete(ReceiptHandle);
        const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
        const release: Promise<unknown> = own
          .send(command)
          .catch(ignoreReturned)
          .finally(() => releasing.delete(release));
        releasing.add(release);
      }
    },
    settle: async () => {
      await patience.until('the house is settled', isSettled, 5);
    },
    stop: async () => {
      await Promise.allSettled(atWork);
      own.destroy();
    },
  };
}

/** Beside a clock that runs, a message comes back by itself: it may have done so just now. */
function ignoreReturned(error: unknown): void {
  if (!(error instanceof MessageNotInflight)) throw error;
}

/** The queue has this machine's clock: its dates as they were on the house's. */
function byTheClock({ Records }: SQSEvent, clock: HouseClock): SQSEvent {
  const dated = Records.map((record) => {
    const { SentTimestamp, ApproximateFirstReceiveTimestamp: first, ...attributes } = record.attributes;
    const dates = {
      SentTimestamp: String(clock.at(Number(SentTimestamp))),
      ApproximateFirstReceiveTimestamp: String(clock.at(Number(first))),
    };
    return { ...record, attributes: { ...attributes, ...dates } };
  });
  return { Records: dated };
}
