import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import { createConsumer, type Message } from '../../lib/queue/consume.ts';
import { DEADLINE_MS, NotYet, waitBefore } from '../../lib/queue/waiting.ts';

const now = Date.UTC(2026, 10, 21);
const visibilities: (number | undefined)[] = [];
const buried: { reason: string; message: Message }[] = [];
beforeEach(() => {
  visibilities.length = 0;
  buried.length = 0;
});

/** Stands where SQS stands: takes down what is asked of it. */
const sqs = {
  send: async (command: unknown) => {
    if (command instanceof ChangeMessageVisibilityCommand) visibilities.push(command.input.VisibilityTimeout);
    return {};
  },
} as unknown as Pick<SQSClient, 'send'>;

const silent = { info: () => {}, warn: () => {}, error: () => {} };

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
    log: silent,
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

  test('that is no JSON reaches its handler as nothing', async () => {
    let seen: unknown = 'unset';
    await consume(async ({ body }) => {
      seen = body;
    }, record('{broken'));
    expect(seen).toBeUndefined();
  });
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
