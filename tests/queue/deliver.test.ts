import { SendMessageBatchCommand, type SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs';
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

/** What SQS is asked for, call by call; it refuses the messages that stand at `failing` in theirs. */
async function callsFor(deliveries: readonly (CardDelivery | Flush)[], failing: readonly string[] = []) {
  const calls: SendMessageBatchRequestEntry[][] = [];
  const send = async (command: unknown) => {
    if (!(command instanceof SendMessageBatchCommand)) throw new Error('no batch');
    expect(command.input.QueueUrl).toBe('http://sqs.test/deliveries');
    const entries = command.input.Entries ?? [];
    calls.push(entries);
    return { Failed: entries.filter(({ Id = '' }) => failing.includes(Id)) };
  };
  await createSendDeliveries('http://sqs.test/deliveries', { send } as unknown as SqsSender)(deliveries);
  return calls;
}

/** What SQS tells messages apart by. */
async function deduplicationsOf(deliveries: readonly (CardDelivery | Flush)[]): Promise<readonly string[]> {
  return (await callsFor(deliveries)).flat().map(({ MessageDeduplicationId = '' }) => MessageDeduplicationId);
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

test('ten messages are one call, in their order, each with an id of its own in it', async () => {
  const deliveries = Array.from({ length: 21 }, (_, at) => delivery(`d${at}`, 1));
  const calls = await callsFor(deliveries);
  expect(calls.map((call) => call.length)).toEqual([10, 10, 1]);
  expect(calls.flat().map(({ MessageBody = '' }) => JSON.parse(MessageBody))).toEqual(deliveries);
  for (const call of calls) expect(new Set(call.map(({ Id }) => Id)).size).toBe(call.length);
  expect(await callsFor([])).toEqual([]);
});

test('a call carries no more bytes than SQS takes, however long the messages are', async () => {
  const titled = (id: string, title: string): CardDelivery => {
    const { face, ...rest } = delivery(id, 1);
    return { ...rest, face: { ...face, title } };
  };
  const bytesOf = (call: readonly SendMessageBatchRequestEntry[]) =>
    call.reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0);
  const bare = bytesOf((await callsFor([titled('a', '')]))[0] ?? []);
  const filling = (bytes: number) => 'x'.repeat(bytes - bare);
  const fits = [titled('a', filling(125_000)), titled('b', filling(125_000))];
  expect((await callsFor(fits)).map(bytesOf)).toEqual([250_000]);
  const tooMuch = [
    titled('a', filling(125_000)),
    titled('b', filling(125_001)),
    titled('c', filling(100_000)),
  ];
  expect((await callsFor(tooMuch)).map(bytesOf)).toEqual([125_000, 225_001]);
  // Two bytes for one sign.
  const umlauts = ['a', 'b', 'c'].map((id) => titled(id, 'ü'.repeat(60_000)));
  expect((await callsFor(umlauts)).map((call) => call.length)).toEqual([2, 1]);
});

test('what is told of one card in one conversation is one group, and a flush holds none of it up', async () => {
  const groupsOf = async (deliveries: readonly (CardDelivery | Flush)[]) =>
    (await callsFor(deliveries)).flat().map(({ MessageGroupId }) => MessageGroupId);
  const one = delivery('a', 1);
  const groups = await groupsOf([
    ...[one, delivery('b', 2), flush(10, 'a'), { ...one, team: 'lab' }, { ...one, board: 'other' }],
    ...[
      { ...one, card: 'd' },
      { ...one, conversation: 'm:chat:other:' },
    ],
  ]);
  expect(groups[1]).toBe(groups[0]);
  expect(new Set(groups).size).toBe(6);
});

test('one that SQS did not take is an error, so that the run is done again', async () => {
  const all = Array.from({ length: 12 }, (_, at) => delivery(`d${at}`, 1));
  await expect(callsFor(all, ['7'])).rejects.toMatchObject({
    ...{ code: 'deliveries-not-queued', retry: { when: 'later' } },
  });
});
