import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { MailStation } from '../channels/email/parts.ts';
import type { Keys } from '../domain/keys.ts';
import type { Log } from '../domain/log.ts';
import { type Meter, noMeter } from '../domain/meter.ts';
import { createConsumer, nameOfQueue } from '../queue/consume.ts';
import { createSendDeliveries } from '../queue/deliver.ts';
import type { SqsSender } from '../queue/enqueue.ts';
import { createStore } from '../store/store.ts';
import { createTable } from '../store/table.ts';
import { openSecret, type SealedSecret, sealSecret } from '../teams/secrets.ts';
import { createTeamSource } from '../teams/team-source.ts';
import { bury } from './bury.ts';
import { type ConnectionParts, createConnections } from './connections.ts';
import { dispatch } from './dispatch.ts';
import type { Parts } from './parts.ts';

/** Everything outside that the dispatcher needs: addresses, keys, clients, clock and dice. */
export interface DispatcherSettings {
  readonly tableName: string;
  readonly eventsQueueUrl: string;
  readonly deliveriesQueueUrl: string;
  readonly doorKeys: ConnectionParts['doorKeys'];
  readonly secretsKeys: Keys;
  /** Public base URL of the doors, without a slash at the end. */
  readonly url: string;
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SqsSender;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
  /** Takes figures down; nothing does when absent. */
  readonly meter?: Meter;
  /** What a deployment that has mail needs for it. */
  readonly mail?: MailStation;
  /** Makes the outgoing clients; `createHttp` unless something else stands in for the network. */
  readonly openHttp?: ConnectionParts['openHttp'];
}

/** Puts together what a run works with. */
export function createParts(settings: DispatcherSettings): Parts {
  const { doorKeys, secretsKeys, url, sqs, now, log, mail, openHttp, meter = noMeter } = settings;
  const table = createTable(settings.dynamodb, settings.tableName, now);
  const store = createStore(table, now);
  return {
    store,
    team: createTeamSource(store.teams, secretsKeys, now),
    ...createConnections({
      ...{ table, doorKeys, secretsKeys, url, now, log },
      ...(mail && { mail: { station: mail, memory: store } }),
      ...(openHttp && { openHttp }),
    }),
    send: createSendDeliveries(settings.deliveriesQueueUrl, sqs),
    seal: (text, team) => sealSecret(text, { team, field: 'dead' }, secretsKeys),
    parking: {
      seal: (text, team) => sealSecret(text, { team, field: 'parked' }, secretsKeys),
      open: (sealed, team) => openSecret(sealed as SealedSecret, { team, field: 'parked' }, secretsKeys),
    },
    now,
    log,
    meter,
  };
}

/** Puts the dispatcher together: the function that serves both queues. */
export function createDispatcher(
  settings: DispatcherSettings,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const { sqs, now, random, log, meter = noMeter } = settings;
  const parts = createParts(settings);
  const urls = [settings.eventsQueueUrl, settings.deliveriesQueueUrl];
  return createConsumer({
    handle: (message) => dispatch(parts, message),
    bury: (message, reason) => bury(parts, message, reason),
    sqs,
    queueUrl: (arn) => urls.find((each) => each.split('/').at(-1) === nameOfQueue(arn)) ?? '',
    now,
    random,
    log,
    meter,
  });
}
