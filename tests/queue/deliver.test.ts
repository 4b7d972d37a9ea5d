import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { createSendDeliveries } from '../../lib/queue/deliver.ts';
import type { SqsSender } from '../../lib/queue/enqueue.ts';
import type { CardDelivery, Flush } from '../../schemas/delivery.ts';

const about = {
  ...({ v: 1, team: 'ops', board: 'main', card: 'c', conversation: 'm:chat:room:', at: 1 } as const),
  columns: [],
};
const flush = (due: number, begins: string): Flush => ({ ...about, kind: 'flush', due, begins });
const delivery = (id: string, revision: number): CardDelivery => ({
  ...about,
  kind: 'delivery',
  face: {
    ...{ id: 'c', title: 'Pump', column: 'To Do', people: [], labels: [], url: '', state: 'open', revision },
  },
  happening: { id, kind: 'move', at: 1 },
  loudness: 'reply',
});

/** What SQS tells messages apart by. */
async function deduplicationsOf(deliveries: readonly (CardDelivery | Flush)[]): Promise<readonly string[]> {
  const ids: string[] = [];
  const send = async (command: unknown) => {
    if (!(command instanceof SendMessageBatchCommand)) throw new Error('no batch');
    for (const entry of command.input.Entries ?? []) ids.push(entry.MessageDeduplicationId ?? '');
    return {};
  };
  await createSendDeliveries('http://sqs.test/deliveries', { send } as unknown as SqsSender)(deliveries);
  return ids;
}

test('the same delivery is one message, with a newer look of the card it is another', async () => {
  const ids = await deduplicationsOf([
    delivery('a', 1),
    delivery('a', 1),
    delivery('a', 2),
    delivery('b', 1),
  ]);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
});

test('each gathering ends once, also when two are due at the same moment', async () => {
  const ids = await deduplicationsOf([flush(10, 'a'), flush(10, 'a'), flush(10, 'b'), flush(11, 'a')]);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
});
