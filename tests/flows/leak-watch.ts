import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { KeyPurpose, Keys } from '../../lib/domain/keys.ts';
import { keyPurposes } from '../../lib/domain/keys.ts';
import { leaksIn, secretsIn, toldByTable, valuesOf, watchAttributes } from '../house/leaks.ts';
import type { House } from './house.ts';

/** What a house is watched by, from its beginning. */
export interface WatchedHouse {
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBClient;
  readonly tableName: string;
  readonly lines: readonly string[];
  readonly keysFor: (purpose: KeyPurpose) => Keys;
}

/**
 * Watches what a house shows to whoever may look: its log lines, what stands beside the messages of its queues, what the table tells. Whatever is
 * played in it, no secret, no person, no address and no text may be seen there.
 * @returns what has been seen all the same; to be asked while the table still stands.
 */
export function watchLeaks({ sqs, dynamodb, tableName, lines, keysFor }: WatchedHouse) {
  const attributes = watchAttributes(sqs);
  return async ({ team, webhook, wekan, mattermost }: House): Promise<readonly string[]> => {
    const shown = [...valuesOf(lines), ...attributes, ...(await toldByTable(dynamodb, tableName))];
    const hidden = [...secretsIn(team), webhook.token, ...keyPurposes.flatMap(keysFor)];
    const onBoard = wekan.world.users.flatMap(({ _id, username }) => [_id, username]);
    const inChat = [...mattermost.world.users.values()].flatMap(({ id, username }) => [id, username]);
    return [...new Set(leaksIn(shown, { hidden, people: [...onBoard, ...inChat] }))];
  };
}
