import { readFileSync } from 'node:fs';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type DeadQueue, drain } from '../../lib/dispatch/drain.ts';
import { callAgain, teamOfMail } from '../../lib/dispatch/mail/failed-mail.ts';
import { type LocalAws, startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import type { Message } from '../../lib/queue/consume.ts';
import { captureLog } from '../flows/capture-log.ts';
import { readResources } from '../local/read-resources.ts';

let aws: LocalAws;
let sqs: SQSClient;
beforeAll(async () => {
  aws = await startAws({ resources: readResources() });
  const place = { region: aws.region, credentials: localCredentials };
  sqs = new SQSClient({ ...place, endpoint: aws.endpoints.sqs });
});
afterAll(async () => {
  sqs.destroy();
  await aws.stop();
});

let buried: { message: Message; reason: string }[] = [];
let dead = 0;
beforeEach(() => {
  buried = [];
  dead = 0;
});

const run = (queue: DeadQueue) =>
  drain({
    ...{ sqs, now: Date.now, log: captureLog().log, queues: [queue] },
    bury: async (message, reason) => void buried.push({ message, reason }),
    meter: { count: () => void dead++, age: () => {} },
  });

async function left(QueueUrl: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  );
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

describe('what a queue has received too often', () => {
  test('is kept under the name of the queue that gave it up, in order, and is gone from its own', async () => {
    const [events = '', url = ''] = [aws.queueUrls.EventsQueue, aws.queueUrls.EventsDeadLetters];
    for (let n = 1; n <= 25; n++) {
      const MessageBody = JSON.stringify({ v: 1, kind: 'change', team: 'ops', n });
      const ids = { MessageGroupId: 'card', MessageDeduplicationId: String(n) };
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody, ...ids }));
    }
    await run({ url });
    expect(buried.map(({ message: { body } }) => (body as { n: number }).n)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    );
    for (const { message, reason } of buried) {
      expect(message).toMatchObject({ group: 'card', queue: events.split('/').at(-1) });
      expect([reason, message.sentAt > 0]).toEqual(['received-too-often', true]);
    }
    expect([await left(url), dead]).toEqual([0, 25]);
  });

  test('stays where it is when it cannot be kept', async () => {
    const url = aws.queueUrls.DeliveriesDeadLetters ?? '';
    const ids = { MessageGroupId: 'card', MessageDeduplicationId: 'stays' };
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{}', ...ids }));
    const failing = drain({
      ...{ sqs, now: Date.now, log: captureLog().log, queues: [{ url }] },
      bury: () => Promise.reject(new Error('the table is away')),
      meter: { count: () => {}, age: () => {} },
    });
    await expect(failing).rejects.toThrow('the table is away');
    expect(await left(url)).toBe(1);
  });
});

describe('a mail that failed', () => {
  const mail: unknown = JSON.parse(readFileSync('events/ses-received.json', 'utf8'));
  const recipient = (mail as { Records: { ses: { receipt: { recipients: string[] } } }[] }).Records[0]?.ses
    .receipt.recipients[0];
  const failed = (requestPayload: unknown) =>
    JSON.stringify({ version: '1.0', requestContext: { condition: 'RetriesExhausted' }, requestPayload });
  // Any standard queue is the same to it.
  const send = async (MessageBody: string) => {
    const url = aws.queueUrls.DeliveriesDeadLetters ?? '';
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }));
    expect(Messages).toEqual([]);
    const ids = { MessageGroupId: 'mail', MessageDeduplicationId: MessageBody.slice(0, 100) + Math.random() };
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody, ...ids }));
    return url;
  };

  test('is tried once more, by the function that it belongs to', async () => {
    const called: string[] = [];
    const functions = {
      mail: async () => void called.push('mail'),
      feedback: async () => void called.push('feedback'),
    };
    const retry = (message: Message) => callAgain(functions, message);
    for (const payload of [mail, { Records: [{ EventSource: 'aws:sns' }] }])
      await run({ url: await send(failed(payload)), retry });
    expect([called, buried]).toEqual([['mail', 'feedback'], []]);
  });

  test('is kept with its team when that fails too', async () => {
    const teamOf = async (address: string) => (address === recipient ? 'ops' : undefined);
    await run({
      url: await send(failed(mail)),
      retry: () => Promise.reject(new Error('no object')),
      teamOf: (message) => teamOfMail(teamOf, message),
    });
    expect(buried).toHaveLength(1);
    expect(buried[0]?.reason).toBe('failed-again');
    expect(buried[0]?.message.body).toMatchObject({ team: 'ops' });
    expect(buried[0]?.message.raw).toBe(failed(mail));
  });

  test('is kept as nobody’s when it is no record of a failure', async () => {
    const functions = { mail: async () => {}, feedback: async () => {} };
    const retry = (message: Message) => callAgain(functions, message);
    await run({ url: await send('not even JSON'), retry });
    expect(buried.map(({ reason }) => reason)).toEqual(['failed-again']);
  });
});
