import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseKeys } from '../domain/keys.ts';
import type { DispatcherSettings } from './dispatcher.ts';
import { createLog } from './log.ts';
import { createMeter, type RunMeter } from './metrics.ts';

/**
 * A setting that serverless.yml gives.
 * @throws Error when it is not there: without it nothing would work, so nothing starts.
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** What the dispatcher, and the functions that do a part of its work, are given in the environment. */
export function settingsFromEnvironment(): DispatcherSettings & { readonly meter: RunMeter } {
  // Only a deployment with a mail domain has a bucket for it.
  const { MAIL_BUCKET: bucket, MAIL_CONFIGURATION_SET: configurationSet } = process.env;
  const mail = bucket ? { bucket, ...(configurationSet ? { configurationSet } : {}) } : undefined;
  return {
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
    meter: createMeter(process.env.POWERTOOLS_METRICS_NAMESPACE ?? 'cardwire'),
    ...(mail && { mail }),
  };
}
