import { DeleteMessageCommand, type Message as Received, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from '@jest/globals';
import { type DeadQueue, drain } from '../../lib/dispatch/drain.ts';
import type { Message } from '../../lib/queue/consume.ts';
import type { SqsSender } from '../../lib/queue/enqueue.ts';
import { captureLog } from '../flows/capture-log.ts';

const url = (name: string) => `https://sqs.test/000000000000/${name}`;
const received = (id: string, more: Partial<Received> = {}): Received => ({
  ...{ MessageId: id, Body: '{"v":1}', ReceiptHandle: `handle-${id}` },
  ...more,
});

/** What stands in queues by their URLs, batch by batch, is drained; each batch takes some time to come. */
async function drained(
  batches: Readonly<Record<string, readonly (readonly Received[])[]>>,
  queue: Partial<DeadQueue> = {},
  msEach = 0,
) {
  const left = new Map(Object.entries(batches).map(([at, all]) => [at, [...all]]));
  const asked: string[] = [];
  const deleted: string[] = [];
  const buried: Message[] = [];
  let now = 1_000;
  const send = async (command: unknown) => {
    if (command instanceof DeleteMessageCommand) {
      deleted.push(`${command.input.ReceiptHandle} of ${command.input.QueueUrl}`);
      return {};
    }
    if (!(command instanceof ReceiveMessageCommand)) throw new Error('no such call');
    const at = command.input.QueueUrl ?? '';
    asked.push(at);
    now += msEach;
    const Messages = left.get(at)?.shift();
    return Messages ? { Messages } : {};
  };
  await drain({
    sqs: { send } as unknown as SqsSender,
    queues: Object.keys(batches).map((at) => ({ url: at, ...queue })),
    bury: async (message) => void buried.push(message),
    ...{ now: () => now, log: captureLog().log, meter: { count: () => undefined, age: () => undefined } },
  });
  return { asked, deleted, buried };
}

describe('a turn of draining', () => {
  test('goes on with the next queue where one is empty, and takes each message off its own', async () => {
    const [one, two] = [url('one-dead.fifo'), url('two-dead.fifo')];
    const { asked, deleted, buried } = await drained({
      [one]: [],
      [two]: [[received('a')], [received('b')]],
    });
    expect(asked).toEqual([one, two, two, two]);
    expect(deleted).toEqual([`handle-a of ${two}`, `handle-b of ${two}`]);
    expect(buried.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('ends after forty seconds, however much is left', async () => {
    const many = Array.from({ length: 9 }, (_, at) => [received(String(at))]);
    const [one, two] = [url('one-dead.fifo'), url('two-dead.fifo')];
    const { asked, buried } = await drained({ [one]: many, [two]: many }, {}, 20_000);
    expect([asked, buried.length]).toEqual([[one, one], 2]);
  });

  test('takes what cannot be read as it is', async () => {
    const at = url('one-dead.fifo');
    const { buried } = await drained({ [at]: [[{ ReceiptHandle: 'h' }]] });
    expect(buried).toMatchObject([{ id: '', raw: '', queue: 'one.fifo', group: '' }]);
  });
});

describe('what was given up goes back', () => {
  const originOf = async (at: string, DeadLetterQueueSourceArn?: string) => {
    const Attributes = DeadLetterQueueSourceArn === undefined ? {} : { DeadLetterQueueSourceArn };
    const { buried } = await drained({ [at]: [[received('a', { Attributes })]] });
    return buried[0]?.queue;
  };

  test('to the queue that it says it came from', async () => {
    const arn = 'arn:aws:sqs:eu-central-1:000000000000:cardwire-dev-events.fifo';
    expect(await originOf(url('cardwire-dev-any.fifo'), arn)).toBe('cardwire-dev-events.fifo');
  });

  test.each([
    ['cardwire-dev-events-dead.fifo', 'cardwire-dev-events.fifo'],
    ['cardwire-dead.fifo-mail', 'cardwire-dead.fifo-mail'],
    ['cardwire-dev-mail-failures', 'cardwire-dev-mail-failures'],
  ])('where it does not say, by the name of its own: %s', async (name, queue) => {
    expect(await originOf(url(name))).toBe(queue);
  });
});

describe('whose it is', () => {
  const teamOf = async () => 'ops';
  const bodyOf = async (Body: string, queue: Partial<DeadQueue> = { teamOf }) => {
    const { buried } = await drained({ [url('mail')]: [[received('a', { Body })]] }, queue);
    return buried[0]?.body;
  };

  test('is added where it is found, whatever was there', async () => {
    expect(await bodyOf('{"requestPayload":{}}')).toEqual({ requestPayload: {}, team: 'ops' });
    for (const none of ['null', '"text"', '{']) expect(await bodyOf(none)).toEqual({ team: 'ops' });
  });

  test('is not known where nobody finds it', async () => {
    expect(await bodyOf('{"v":1}', { teamOf: async () => undefined })).toEqual({ v: 1 });
    expect(await bodyOf('{"v":1}', {})).toEqual({ v: 1 });
  });
});
