import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createDispatcher } from '../lib/dispatch/dispatcher.ts';
import { createLog } from '../lib/dispatch/log.ts';
import { parseKeys } from '../lib/domain/keys.ts';

/** A setting that serverless.yml gives: without it nothing would work, so nothing starts. */
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Only a deployment with a mail domain has a bucket for it. */
const { MAIL_BUCKET: bucket, MAIL_CONFIGURATION_SET: configurationSet } = process.env;
const mail = bucket ? { bucket, ...(configurationSet ? { configurationSet } : {}) } : undefined;

/** Serves both queues. */
export const handler = createDispatcher({
  tableName: setting('TABLE_NAME'),
  eventsQueueUrl: setting('EVENTS_QUEUE_URL'),
  deliveriesQueueUrl: setting('DELIVERIES_QUEUE_URL'),
  doorKeys: {
    'mattermost-action': parseKeys(setting('CARDWIRE_ACTION_KEYS')),
    'mail-link': parseKeys(setting('CARDWIRE_LINK_KEYS')),
    'mail-reply': parseKeys(setting('CARDWIRE_REPLY_KEYS')),
  },
  secretsKeys: parseKeys(setting('CARDWIRE_SECRETS_KEYS')),
  url: setting('CARDWIRE_URL'),
  dynamodb: new DynamoDBClient({}),
  sqs: new SQSClient({}),
  now: Date.now,
  random: Math.random,
  log: createLog(),
  ...(mail && { mail }),
});
