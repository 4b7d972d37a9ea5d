import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { setting } from '../lib/dispatch/environment.ts';
import { createLog } from '../lib/dispatch/log.ts';
import { createReconciler } from '../lib/dispatch/reconcile/reconciler.ts';
import { parseKeys } from '../lib/domain/keys.ts';
import { createSqs } from '../lib/queue/enqueue.ts';

/** Looks on the boards for what no webhook told, every minute at those whose time has come. What is told of it, the dispatcher counts. */
export const handler = createReconciler({
  tableName: setting('TABLE_NAME'),
  eventsQueueUrl: setting('EVENTS_QUEUE_URL'),
  secretsKeys: parseKeys(setting('CARDWIRE_SECRETS_KEYS')),
  dynamodb: new DynamoDBClient({}),
  sqs: createSqs(),
  now: Date.now,
  log: createLog(),
});
