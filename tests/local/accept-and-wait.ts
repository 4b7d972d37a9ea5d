// Run by aws.test.ts as a process of its own: takes two messages and one item, says so, and waits to be killed.
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startAws } from '../../lib/local/aws.ts';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { readResources } from './read-resources.ts';

const aws = await startAws({ resources: readResources(), dataDir: process.argv[2] ?? '' });
const client = { region: localRegion, credentials: localCredentials };
const sqs = new SQSClient({ endpoint: aws.endpoints.sqs, ...client });
const dynamodb = new DynamoDBClient({ endpoint: aws.endpoints.dynamodb, ...client });
const QueueUrl = aws.queueUrls.EventsQueue;

for (const body of ['in flight', 'waiting']) {
  const MessageGroupId = body.replace(' ', '-');
  const MessageDeduplicationId = MessageGroupId;
  await sqs.send(
    new SendMessageCommand({ QueueUrl, MessageBody: body, MessageGroupId, MessageDeduplicationId }),
  );
}
await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
const Item = { pk: { S: 'a' }, sk: { S: 'b' }, kept: { S: 'yes' } };
await dynamodb.send(new PutItemCommand({ TableName: aws.tableName, Item }));
process.stdout.write('accepted\n');
