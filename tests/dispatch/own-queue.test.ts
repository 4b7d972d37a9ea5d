import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { createDispatcher } from '../../lib/dispatch/dispatcher.ts';
import type { SqsSender } from '../../lib/queue/enqueue.ts';
import { EVENT_VERSION } from '../../schemas/event.ts';
import { captureLog } from '../flows/capture-log.ts';
import { dynamoThrough, MemoryTable } from '../histories/dynamo.ts';
import { FifoQueues } from '../histories/fifo.ts';
import { firstRelease, keysOf } from '../histories/release.ts';

const urls = {
  events: 'https://sqs.test/000000000000/events',
  deliveries: 'https://sqs.test/000000000000/deliveries',
};

test.each(['events', 'deliveries'] as const)(
  'a message that waits, waits in the queue it is in: %s',
  async (name) => {
    const queues = new FifoQueues(() => 1_000);
    const waits: (string | undefined)[] = [];
    const send = async (command: unknown) => {
      if (command instanceof ChangeMessageVisibilityCommand) waits.push(command.input.QueueUrl);
      return {};
    };
    const keys = keysOf(firstRelease, 'stored-secrets');
    const table = new MemoryTable();
    const handle = createDispatcher({
      ...{ tableName: 'table', eventsQueueUrl: urls.events, deliveriesQueueUrl: urls.deliveries },
      doorKeys: { 'mattermost-action': keys, 'mail-link': keys, 'mail-reply': keys },
      ...{ secretsKeys: keys, url: 'https://cards.test', sqs: { send } as unknown as SqsSender },
      dynamodb: dynamoThrough(async (each) => table.execute(each)),
      ...{ now: () => 1_000, random: () => 0.5, log: captureLog().log },
    });
    const body = JSON.stringify({ v: EVENT_VERSION + 1, kind: 'wonder' });
    const about = { id: 'm', queue: name, body, group: 'g', sentAt: 1_000, visibleAt: 0, receives: 0 };
    const { batchItemFailures } = await handle(queues.receive(about));
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm' }]);
    expect(waits).toEqual([urls[name]]);
  },
);
