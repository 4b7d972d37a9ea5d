import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import { createConsumer, type Message } from '../../lib/queue/consume.ts';
import { DEADLINE_MS, NotYet, waitBefore } from '../../lib/queue/waiting.ts';

const now = Date.UTC(2026, 10, 21);
const visibilities: (number | undefined)[] = [];
/** What was counted and logged. */
const noted: unknown[] = [];
const buried: { reason: string; message: Message }[] = [];
beforeEach(() => {
  visibilities.length = 0;
  noted.length = 0;
  buried.length = 0;
});

/** Stands where SQS stands: takes down what is asked of it. */
const sqs = {
  send: async (command: unknown) => {
    if (command instanceof ChangeMessageVisibilityCommand) visibilities.push(command.input.VisibilityTimeout);
    return {};
  },
} as unknown as Pick<SQSClient, 'send'>;

const note = (kind: string) => (event: string, fields?: unknown) => void noted.push([kind, event, fields]);
const log = { info: note('info'), warn: note('warn'), error: note('error') };
const meter = {
  count: (metric: string) => void noted.push(metric),
  age: (milliseconds: number) => void noted.push(milliseconds),
};

function record(body: string, attempt = 1, sentAt = now): SQSRecord {
  return {
    messageId: 'm1',
    receiptHandle: 'handle',
    body,
    attributes: {
      ApproximateReceiveCount: String(attempt),
      SentTimestamp: String(sentAt),
      SenderId: '',
      ApproximateFirstReceiveTimestamp: String(sentAt),
      MessageGroupId: 'group',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:events.fifo',
    awsRegion: 'eu-central-1',
  };
}

function consume(handle: (message: Message) => Promise<void>, given: SQSRecord) {
  const consumer = createConsumer({
    handle,
    bury: async (message, reason) => {
      buried.push({ message, reason });
    },
    sqs,
    queueUrl: () => 'http://queue',
    now: () => now,
    random: () => 0.5,
    ...{ log, meter },
  });
  return consumer({ Records: [given] });
}

const failing = (error: unknown) => async () => {
  throw error;
};
const returned = { batchItemFailures: [{ itemIdentifier: 'm1' }] };
const taken = { batchItemFailures: [] };

describe('a consumed message', () => {
  test('that is done is deleted', async () => {
    expect(await consume(async () => {}, record('{}'))).toEqual(taken);
    expect(visibilities).toEqual([]);
  });

  test('that fails for now comes back after a growing wait', async () => {
    for (const [attempt, seconds] of [
      [1, 2],
      [2, 4],
      [3, 12],
      [4, 34],
      [5, 90],
      [60, 1350],
    ] as const) {
      expect(await consume(failing(new CardwireError('x', later)), record('{}', attempt))).toEqual(returned);
      expect(visibilities.at(-1)).toBe(seconds);
    }
  });

  test('that the far side wants later comes back then and not before', async () => {
    await consume(failing(new CardwireError('busy', { when: 'later', afterMs: 30_000 })), record('{}'));
    expect(visibilities).toEqual([31]);
  });

  test('that the far side wants soon, again and again, gives way to others', async () => {
    const busy = failing(new CardwireError('busy', { when: 'later', afterMs: 1_000 }));
    for (const [attempt, seconds] of [
      [1, 2],
      [3, 12],
      [5, 90],
    ] as const) {
      await consume(busy, record('{}', attempt));
      expect(visibilities.at(-1)).toBe(seconds);
    }
  });

  test('that is not yet due comes back when it is', async () => {
    await consume(failing(new NotYet(2_400)), record('{}'));
    expect(visibilities).toEqual([3]);
  });

  test('that is refused for good is buried with its reason', async () => {
    expect(await consume(failing(new CardwireError('bad', never)), record('{"a":1}'))).toEqual(taken);
    expect(buried).toMatchObject([{ reason: 'bad', message: { body: { a: 1 }, queue: 'events.fifo' } }]);
  });

  test('that nobody foresaw waits like any other, and is buried when its time is over', async () => {
    expect(await consume(failing(new TypeError('bug')), record('{}'))).toEqual(returned);
    const old = record('{}', 900, now - DEADLINE_MS - 1);
    expect(await consume(failing(new TypeError('bug')), old)).toEqual(taken);
    expect(buried).toMatchObject([{ reason: 'unexpected-TypeError' }]);
  });

  test('is handed on with what the queue knows of it', async () => {
    const seen: Message[] = [];
    const sequenced = record('{"a":1}', 3, now - 5);
    sequenced.attributes.SequenceNumber = '77';
    await consume(async (message) => void seen.push(message), sequenced);
    expect(seen).toEqual([
      {
        ...{ body: { a: 1 }, raw: '{"a":1}', id: 'm1', group: 'group', queue: 'events.fifo' },
        ...{ sequence: '77', attempt: 3, sentAt: now - 5 },
      },
    ]);
    expect(noted).toEqual([5]);
  });

  test('of a queue that knows no order has neither group nor sequence', async () => {
    const plain = record('{}', 1, now + 3);
    delete plain.attributes.MessageGroupId;
    await consume(async ({ group, ...rest }) => {
      expect([group, 'sequence' in rest]).toEqual(['', false]);
    }, plain);
    // Another clock was ahead of ours.
    expect(noted).toEqual([0]);
  });

  test('is counted and logged when it waits or dies, by ids and codes', async () => {
    await consume(failing(new CardwireError('busy', later)), record('{}', 2));
    const fields = { id: 'm1', kind: 'events.fifo', code: 'busy' };
    expect(noted.splice(0)).toEqual([
      ...[0, 'Retried', ['info', 'message-waits', { ...fields, attempt: 2, milliseconds: 3750 }]],
    ]);
    await consume(failing(new NotYet(10)), record('{}', 2));
    expect(noted.splice(0)).toEqual([
      0,
      ['info', 'message-waits', { ...fields, code: 'not-yet', attempt: 2, milliseconds: 10 }],
    ]);
    await consume(failing(new CardwireError('busy', never)), record('{}'));
    expect(noted).toEqual([0, 'Dead', ['error', 'message-dead', fields]]);
  });

  test('that waits for less than a second still waits', async () => {
    await consume(failing(new NotYet(0)), record('{}'));
    expect(visibilities).toEqual([1]);
  });

  test('dies a moment after its time, and not at it', async () => {
    expect(await consume(failing('thrown text'), record('{}', 900, now - DEADLINE_MS))).toEqual(returned);
    expect(await consume(failing('thrown text'), record('{}', 900, now - DEADLINE_MS - 1))).toEqual(taken);
    expect(buried).toMatchObject([{ reason: 'unexpected-unknown' }]);
  });

  test('that is no JSON reaches its handler as nothing', async () => {
    let seen: unknown = 'unset';
    await consume(async ({ body }) => {
      seen = body;
    }, record('{broken'));
    expect(seen).toBeUndefined();
  });
});

test('waits grow by their table: quickly at first, minutes for an hour, then a quarter of one', () => {
  const [least, most] = [0, 1].map((dice) => (attempt: number) => waitBefore(attempt, undefined, () => dice));
  const table = [1, 2, 3, 4, 5, 44, 45, 1000].map((attempt) => [attempt, least?.(attempt), most?.(attempt)]);
  expect(table).toEqual([
    [1, 1_000, 2_000],
    [2, 2_500, 5_000],
    [3, 7_500, 15_000],
    [4, 22_500, 45_000],
    [5, 60_000, 120_000],
    [44, 60_000, 120_000],
    [45, 900_000, 1_800_000],
    [1000, 900_000, 1_800_000],
  ]);
  expect(waitBefore(1, 30_000, () => 1)).toBe(31_000);
  expect(waitBefore(1, 86_400_000, () => 1)).toBe(11 * 3_600_000);
  expect(DEADLINE_MS).toBe(13 * 86_400_000);
});

test('a wait is never shorter than half its step, never longer than SQS allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.option(fc.nat(90_000_000), { nil: undefined }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, asked, dice) => {
        const wait = waitBefore(attempt, asked, () => dice);
        expect(wait).toBeGreaterThanOrEqual(Math.min(asked ?? 1000, 39_600_000));
        expect(wait).toBeLessThan(43_200_000);
      },
    ),
  );
});
