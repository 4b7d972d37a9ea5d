import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createLog } from '../lib/dispatch/log.ts';
import { createReconciler } from '../lib/dispatch/reconcile/reconciler.ts';
import { parseKeys } from '../lib/domain/keys.ts';
import { createSqs } from '../lib/queue/enqueue.ts';

/** A setting that serverless.yml gives: without it nothing would work, so nothing starts. */
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Looks on the boards for what no webhook told, every minute at those whose time has come. */
export const handler = createReconciler({
  tableName: setting('TABLE_NAME'),
  eventsQueueUrl: setting('EVENTS_QUEUE_URL'),
  secretsKeys: parseKeys(setting('CARDWIRE_SECRETS_KEYS')),
  dynamodb: new DynamoDBClient({}),
  sqs: createSqs(),
  now: Date.now,
  log: createLog(),
});
