import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, type QueueAttributeName, SQSClient } from '@aws-sdk/client-sqs';
import { localCredentials } from '../credentials.ts';
import type { LocalEndpoints } from '../stack-file.ts';

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const satisfies readonly QueueAttributeName[];

/**
 * Resolves when everything accepted so far has been done: both queues are empty. The events are looked at first, because what they cause
 * stands in the second queue before they leave theirs.
 * @throws Error when that takes longer than 60 s.
 */
export async function settled({ sqs: endpoint, region, queueUrls }: LocalEndpoints): Promise<void> {
  const client = new SQSClient({ endpoint, region, credentials: localCredentials });
  const until = Date.now() + 60_000;
  try {
    for (const id of ['EventsQueue', 'DeliveriesQueue']) {
      while ((await messagesIn(client, queueUrls[id])) > 0) {
        if (Date.now() > until) throw new Error(`${id} did not become empty within a minute.`);
        await sleep(100);
      }
    }
  } finally {
    client.destroy();
  }
}

async function messagesIn(client: SQSClient, queueUrl: string | undefined): Promise<number> {
  const ask = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...counts] });
  const { Attributes = {} } = await client.send(ask);
  return counts.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}
