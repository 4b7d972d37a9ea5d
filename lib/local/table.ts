import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { localCredentials, localRegion } from './credentials.ts';
import { explainPort } from './problem.ts';
import type { Resources } from './resources.ts';

/** The embedded DynamoDB as it runs. */
export interface LocalTable {
  readonly endpoint: string;
  readonly tableName: string;
  stop(): Promise<void>;
}

/**
 * Starts the embedded DynamoDB and creates the template's `AWS::DynamoDB::Table`, on disk when a folder is given.
 * dynalite 4 knows no transactions and no TTL sweep, and returns no item on a failed condition.
 */
export async function startTable(
  resources: Resources,
  options: { readonly dataDir?: string; readonly port?: number },
): Promise<LocalTable> {
  const server = await listen(options);
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const table = tableInput(resources);
  try {
    await ensureTable(endpoint, table);
  } catch (error) {
    await close(server);
    throw error;
  }
  return { endpoint, tableName: table.TableName, stop: () => close(server) };
}

async function listen(options: { readonly dataDir?: string; readonly port?: number }): Promise<Server> {
  if (options.dataDir !== undefined) mkdirSync(options.dataDir, { recursive: true });
  const server = dynalite({
    createTableMs: 0,
    ...(options.dataDir === undefined ? {} : { path: options.dataDir }),
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    throw explainPort(error, options.port, 'CARDWIRE_PORT');
  }
}

async function ensureTable(endpoint: string, table: TableInput): Promise<void> {
  const dynamodb = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  try {
    await dynamodb.send(new CreateTableCommand(table));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const patience = { client: dynamodb, minDelay: 1, maxDelay: 1, maxWaitTime: 20 };
  await waitUntilTableExists(patience, { TableName: table.TableName });
  dynamodb.destroy();
}

type TableInput = CreateTableCommandInput & { readonly TableName: string };

/** What dynalite understands of the table; encryption, backups and TTL are the cloud's. */
function tableInput(resources: Resources): TableInput {
  const found = Object.values(resources).find((resource) => resource.Type === 'AWS::DynamoDB::Table');
  if (!found) throw new Error('the template has no table');
  const properties = found.Properties as unknown as TableInput;
  return {
    TableName: properties.TableName,
    KeySchema: properties.KeySchema,
    AttributeDefinitions: properties.AttributeDefinitions,
    BillingMode: properties.BillingMode,
  };
}

async function close(server: Server): Promise<void> {
  const closed = promisify(server.close.bind(server))();
  server.closeAllConnections();
  await closed;
}
