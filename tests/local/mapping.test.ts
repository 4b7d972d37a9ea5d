import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type LocalAws, startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import { type Mapping, mapQueue } from '../../lib/local/mapping.ts';
import type { Resources } from '../../lib/local/resources.ts';

const fifo = (name: string, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: { QueueName: `${name}.fifo`, FifoQueue: true, VisibilityTimeout: 1, ...more },
});
const resources: Resources = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'cards',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    },
  },
  Taken: fifo('taken'),
  Reported: fifo('reported'),
  Crashed: fifo('crashed'),
  Grouped: fifo('grouped'),
  Hopeless: fifo('hopeless', {
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 },
  }),
  Dead: fifo('dead'),
};

let aws: LocalAws;
let sqs: SQSClient;
beforeAll(async () => {
  aws = await startAws({ resources });
  sqs = new SQSClient({ endpoint: aws.endpoints.sqs, region: aws.region, credentials: localCredentials });
});
afterAll(async () => {
  sqs.destroy();
  await aws.stop();
});

describe('a queue mapped to a function', () => {
  test('hands over one message at a time, in the form Lambda uses, and deletes what was taken', async () => {
    await send('Taken', 'hello', 'g1', 'id-1');
    const [record] = await collect('Taken', 1, async () => ({ batchItemFailures: [] }));
    expect(record).toMatchObject({
      body: 'hello',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:taken.fifo',
      awsRegion: 'eu-central-1',
      attributes: {
        ApproximateReceiveCount: '1',
        MessageGroupId: 'g1',
        MessageDeduplicationId: 'id-1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SequenceNumber: expect.any(String),
      },
    });
    expect(await left('Taken')).toBe(0);
  });

  test('leaves a reported message to its visibility, then hands it over again', async () => {
    await send('Reported', 'again', 'g1', 'id-1');
    const records = await collect('Reported', 2, async (event) => {
      const [record] = event.Records;
      const again = record?.attributes.ApproximateReceiveCount === '1';
      return { batchItemFailures: again ? [{ itemIdentifier: record.messageId }] : [] };
    });
    expect(records.map((record) => record.attributes.ApproximateReceiveCount)).toEqual(['1', '2']);
    expect(await left('Reported')).toBe(0);
  });

  test('takes a crash of the function for a failure', async () => {
    await send('Crashed', 'boom', 'g1', 'id-1');
    const records = await collect('Crashed', 2, async (event) => {
      if (event.Records[0]?.attributes.ApproximateReceiveCount === '1') throw new Error('crashed');
      return undefined;
    });
    expect(records).toHaveLength(2);
    expect(await left('Crashed')).toBe(0);
  });

  test('keeps the order within a group while other groups go on', async () => {
    for (const [group, body] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['b', 'b1'],
    ] as const)
      await send('Grouped', body, group, body);
    const records = await collect('Grouped', 4, async (event) => {
      const [record] = event.Records;
      const again = record?.body === 'a1' && record.attributes.ApproximateReceiveCount === '1';
      return { batchItemFailures: again ? [{ itemIdentifier: record.messageId }] : [] };
    });
    expect(records.map((record) => record.body)).toEqual(['a1', 'b1', 'a1', 'a2']);
  });

  test('moves a message to the dead letters after its last receive', async () => {
    await send('Hopeless', 'dies', 'g1', 'id-1');
    const mapping = map('Hopeless', async () => {
      throw new Error('never works');
    });
    const [dead] = await collect('Dead', 1, async () => undefined);
    await mapping.stop();
    expect(dead?.body).toBe('dies');
  });
});

type Answer = (event: SQSEvent) => Promise<SQSBatchResponse | undefined>;

function map(queue: string, invoke: Answer): Mapping {
  return mapQueue({
    queueUrl: aws.queueUrls[queue] ?? '',
    endpoint: aws.endpoints.sqs,
    concurrency: 2,
    invoke,
  });
}

/** Runs a mapping until the function was called `count` times, and gives what it was called with. */
async function collect(queue: string, count: number, answer: Answer): Promise<SQSRecord[]> {
  const records: SQSRecord[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const mapping = map(queue, async (event) => {
    records.push(...event.Records);
    if (records.length === count) resolve();
    return answer(event);
  });
  await promise;
  await mapping.stop();
  return records;
}

async function send(queue: string, body: string, group: string, id: string): Promise<void> {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: aws.queueUrls[queue],
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: id,
    }),
  );
}

async function left(queue: string): Promise<number> {
  const AttributeNames = [
    'ApproximateNumberOfMessages' as const,
    'ApproximateNumberOfMessagesNotVisible' as const,
  ];
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: aws.queueUrls[queue], AttributeNames }),
  );
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes?.[name]), 0);
}
