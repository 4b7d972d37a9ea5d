import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  MessageNotInflight,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Patience } from './patience.ts';

/** What waits in the queues: it comes back when its moment has come on the house's clock, without anyone really waiting. */
export interface Waits {
  /** Runs the dispatcher, and remembers that it is at work. */
  invoke(event: SQSEvent): Promise<SQSBatchResponse>;
  /** Hands back every message whose moment has come. */
  release(): void;
  /** Resolves once nothing is being worked on and all that is left waits for its moment. */
  settle(): Promise<void>;
  stop(): void;
}

interface Parts {
  /** The dispatcher's own client. */
  readonly sqs: SQSClient;
  readonly config: ConstructorParameters<typeof SQSClient>[0];
  readonly queueUrls: readonly string[];
  readonly dispatcher: (event: SQSEvent) => Promise<SQSBatchResponse>;
  /** Epoch milliseconds on the house's clock. */
  readonly now: () => number;
  /** Hears of every message that is sent, taken or put off. */
  readonly patience: Patience;
}

/** What stands behind a waiting message of its group cannot be told from what is about to be taken: it stays for so long. */
const STILL = 300;

/** Watches what the dispatcher puts off. */
export function watchWaits({ sqs, config, queueUrls, dispatcher, now, patience }: Parts): Waits {
  const own = new SQSClient(config ?? {});
  const waiting = new Map<
    string,
    { readonly queueUrl: string; readonly due: number; readonly real: number }
  >();
  const releasing = new Set<Promise<unknown>>();
  let atWork = 0;
  let lastWork = Date.now();

  sqs.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      patience.moved();
      if (context.commandName === 'ChangeMessageVisibilityCommand') {
        const { QueueUrl, ReceiptHandle, VisibilityTimeout } = args.input as Record<string, string | number>;
        const ms = Number(VisibilityTimeout) * 1000;
        const times = { due: now() + ms, real: Date.now() + ms };
        waiting.set(String(ReceiptHandle), { queueUrl: String(QueueUrl), ...times });
      }
      return answer;
    },
    { step: 'initialize' },
  );

  async function left(): Promise<number> {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const counts = queueUrls.map(async (QueueUrl) => {
      const { Attributes = {} } = await own.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
      );
      return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  async function isSettled(): Promise<boolean> {
    await Promise.all(releasing);
    const count = await left();
    const held = [...waiting.values()].filter(({ real }) => real > Date.now()).length;
    if (atWork > 0) return false;
    return count === held || (held > 0 && count > held && Date.now() - lastWork > STILL);
  }

  return {
    invoke: async (event) => {
      atWork += 1;
      patience.moved();
      try {
        return await dispatcher(event);
      } finally {
        atWork -= 1;
        lastWork = Date.now();
        patience.moved();
      }
    },
    release: () => {
      for (const [ReceiptHandle, { queueUrl: QueueUrl, due }] of waiting) {
        if (due > now()) continue;
        waiting.delete(ReceiptHandle);
        const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
        // On a busy machine its real visibility may have run out just now: then it is back already.
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
    stop: () => own.destroy(),
  };
}

function ignoreReturned(error: unknown): void {
  if (!(error instanceof MessageNotInflight)) throw error;
}
