import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startAws } from '../../lib/local/aws.ts';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { isLoopback } from '../../lib/local/loopback.ts';
import { readResources } from './read-resources.ts';

const client = { region: localRegion, credentials: localCredentials };
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cardwire-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

describe('the embedded AWS', () => {
  test("has the queues and the table of serverless.yml, with the queues' own settings", async () => {
    const aws = await startAws({ resources: readResources() });
    const sqs = new SQSClient({ endpoint: aws.endpoints.sqs, ...client });
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: aws.queueUrls.EventsQueue, AttributeNames: ['All'] }),
    );
    expect(aws.tableName).toBe('cardwire-test');
    expect(Object.keys(aws.queueUrls)).toHaveLength(5);
    expect(aws.buckets).toEqual({ MailBucket: 'cardwire-mail-bucket' });
    expect(Attributes).toMatchObject({ FifoQueue: 'true', VisibilityTimeout: '360' });
    expect(JSON.parse(Attributes?.RedrivePolicy ?? '')).toEqual({
      deadLetterTargetArn: `arn:aws:sqs:${localRegion}:000000000000:cardwire-test-events-dead.fifo`,
      maxReceiveCount: 1000,
    });
    sqs.destroy();
    await aws.stop();
  });

  test('a kill loses nothing that was accepted, and what was in flight comes back at once', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'accept-and-wait.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const aws = await startAws({ resources: readResources(), dataDir });
    const sqs = new SQSClient({ endpoint: aws.endpoints.sqs, ...client });
    const bodies: string[] = [];
    while (bodies.length < 2) {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: aws.queueUrls.EventsQueue,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 2,
        }),
      );
      bodies.push(...(Messages ?? []).map((message) => message.Body ?? ''));
    }
    const dynamodb = new DynamoDBClient({ endpoint: aws.endpoints.dynamodb, ...client });
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: aws.tableName, Key: { pk: { S: 'a' }, sk: { S: 'b' } } }),
    );
    expect(bodies.sort()).toEqual(['in flight', 'waiting']);
    expect(Item?.kept).toEqual({ S: 'yes' });
    sqs.destroy();
    dynamodb.destroy();
    await aws.stop();
  });

  test.each(['dynamoPort', 'sqsPort'])('a taken %s is named, with the way out', async (option) => {
    const squatter = createServer().listen(0, '0.0.0.0');
    await once(squatter, 'listening');
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const start = startAws({ resources: readResources(), [option]: port });
    await expect(start).rejects.toThrow(`Port ${port} is in use`);
    await expect(start).rejects.toThrow('CARDWIRE_PORT=');
    squatter.close();
  });

  test('only this machine may talk to the queues', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.8.8'].every(isLoopback)).toBe(true);
    expect(['192.168.1.4', '::ffff:10.0.0.1', 'fe80::1', undefined].some(isLoopback)).toBe(false);
  });
});
