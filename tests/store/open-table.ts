import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { startTable } from '../../lib/local/table.ts';
import { createTable, createWholeTable, type Table, type WholeTable } from '../../lib/store/table.ts';
import { readResources } from '../local/read-resources.ts';

/** A real table of the template on the embedded DynamoDB, and a clock that only the test moves. */
export async function openTable(): Promise<{
  readonly table: Table;
  readonly whole: WholeTable;
  /** What the command line finds it by. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: { now: number };
  stop(): Promise<void>;
}> {
  const local = await startTable(readResources(), {});
  const client = new DynamoDBClient({
    endpoint: local.endpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const clock = { now: Date.UTC(2026, 10, 21, 9) };
  return {
    table: createTable(client, local.tableName, () => clock.now),
    whole: createWholeTable(client, local.tableName, () => clock.now),
    env: {
      TABLE_NAME: local.tableName,
      AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
      AWS_REGION: localRegion,
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    },
    clock,
    stop: async () => {
      client.destroy();
      await local.stop();
    },
  };
}
