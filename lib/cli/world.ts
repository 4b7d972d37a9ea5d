import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { SetupProblem } from '../setup/explain.ts';
import { createKeyring, type Keyring } from '../setup/keyring.ts';
import { createStore, type Store } from '../store/store.ts';
import { createTable } from '../store/table.ts';
import { type LocalStack, localStack } from './local-stack.ts';
import type { Io } from './terminal.ts';

/** What the options of a command line say about where to work. */
export interface WorldOptions {
  readonly stage?: string;
  readonly region?: string;
  readonly url?: string;
}

/** One deployment as the operator works on it. */
export interface World {
  /** For people: which deployment this is. */
  readonly where: string;
  readonly store: Store;
  /** @throws SetupProblem when no deployment key is there to derive from. */
  readonly keys: Keyring;
  /**
   * Public base URL of the doors, without a slash at the end.
   * @throws SetupProblem when none is known, or it is no plain https address.
   */
  baseUrl(): string;
  close(): void;
}

/** Opens the deployment that the options or the environment name; without any, the local stack that runs here. */
export async function openWorld(options: WorldOptions, { env }: Pick<Io, 'env'>): Promise<World> {
  const named = options.stage !== undefined || Boolean(env.TABLE_NAME);
  const local = named ? undefined : await localStack(env);
  const table = local?.table ?? (options.stage === undefined ? env.TABLE_NAME : undefined);
  const name = table ?? `cardwire-${options.stage ?? 'dev'}`;
  const client = new DynamoDBClient(local ? local.dynamodb : clientConfig(options, env));
  return {
    where: local ? 'the local stack' : `the table ${name}`,
    store: createStore(createTable(client, name), Date.now),
    keys: keysOf(env, local),
    baseUrl: () => baseUrlOf(options.url || env.CARDWIRE_URL || local?.url, local !== undefined),
    close: () => client.destroy(),
  };
}

/** The SDK reads these from the process' environment itself; here they come from the one the command line was given. */
function clientConfig({ region }: WorldOptions, env: Io['env']): DynamoDBClientConfig {
  const chosen = region ?? env.AWS_REGION;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const sessionToken = env.AWS_SESSION_TOKEN;
  return {
    ...(chosen ? { region: chosen } : {}),
    ...(env.AWS_ENDPOINT_URL_DYNAMODB ? { endpoint: env.AWS_ENDPOINT_URL_DYNAMODB } : {}),
    ...(accessKeyId && secretAccessKey
      ? { credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) } }
      : {}),
  };
}

function keysOf(env: Io['env'], local: LocalStack | undefined): Keyring {
  const key = env.CARDWIRE_KEY || local?.key;
  if (key === undefined) {
    return () => {
      throw new SetupProblem(
        'no deployment key: set CARDWIRE_KEY to the one that was used at npm run deploy',
      );
    };
  }
  if (key.length < 32) {
    throw new SetupProblem('CARDWIRE_KEY is too short: the deployment key has at least 32 characters');
  }
  return createKeyring(key, env.CARDWIRE_KEY_PREVIOUS || undefined);
}

function baseUrlOf(written: string | undefined, local: boolean): string {
  if (!written) {
    throw new SetupProblem(
      'the public address of the doors is not known: give --url or set CARDWIRE_URL to what npm run deploy printed, or start the local stack (npm start)',
    );
  }
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const plain = url !== undefined && `${url.origin}/` === `${written.replace(/\/+$/, '')}/`.toLowerCase();
  if (!url || !plain || (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))) {
    throw new SetupProblem(
      'the public address of the doors is https:// and a host, with no path after it, such as https://cards.example.org',
    );
  }
  return url.origin;
}
