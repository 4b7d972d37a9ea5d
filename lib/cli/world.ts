import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { localEndpoints } from '../local/stack-file.ts';
import type { Keyring } from '../setup/keyring.ts';
import { createStore, type Store } from '../store/store.ts';
import { createStoredObjects, type StoredObjects } from '../store/stored-objects.ts';
import { createWholeTable, type WholeTable } from '../store/table.ts';
import { awsConfig } from './aws-config.ts';
import { baseUrlOf } from './base-url.ts';
import { keyringOf } from './deployment-key.ts';
import { taggedKeys } from './table-keys.ts';
import type { Io } from './terminal.ts';

/** What the options of a command line say about where to work. */
export interface WorldOptions {
  readonly stage?: string;
  readonly region?: string;
  readonly url?: string;
  /** The mail bucket, where the environment does not name it. */
  readonly bucket?: string;
}

/** One deployment as the operator works on it. */
export interface World {
  /** For people: which deployment this is. */
  readonly where: string;
  /** A local stack that was started without a CARDWIRE_KEY: it has the key that everyone knows. */
  readonly isDemo: boolean;
  readonly store: Store;
  readonly table: WholeTable;
  /** The bucket of stored mails; undefined where nobody named it. */
  mailObjects(): StoredObjects | undefined;
  /** @throws SetupProblem when there is no deployment key to derive from, or it is no good. */
  keys(): Keyring;
  /** Those of the deployment's keys, the one that it writes with first; undefined where they are not known. Throws what the client throws. */
  fingerprints(): Promise<readonly string[] | undefined>;
  /**
   * Public base URL of the doors, without a slash at the end.
   * @throws SetupProblem when none is known, or it is no plain https address.
   */
  baseUrl(): string;
  close(): void;
}

/** What the local stack calls the template's bucket. */
const LOCAL_BUCKET = 'cardwire-mail-bucket';

function openWorld(options: WorldOptions, { env }: Pick<Io, 'env'>): World {
  const { stage, region, url } = options;
  const local = stage === undefined && !env.TABLE_NAME ? localEndpoints(env) : undefined;
  const named = stage === undefined ? env.TABLE_NAME : `cardwire-${stage}`;
  const name = local?.tableName ?? (named || 'cardwire-dev');
  const client = new DynamoDBClient(awsConfig('dynamodb', local, env, region));
  const table = createWholeTable(client, name, Date.now);
  const bucket = options.bucket ?? (env.MAIL_BUCKET || (local && LOCAL_BUCKET));
  let s3: S3Client | undefined;
  return {
    where: local ? 'the local stack' : `the table ${name}`,
    isDemo: local?.key !== undefined,
    store: createStore(table, Date.now),
    table,
    mailObjects: () => {
      if (!bucket) return undefined;
      // A stand-in on one machine has no host for each bucket.
      const forcePathStyle = local !== undefined || env.AWS_ENDPOINT_URL_S3 !== undefined;
      s3 ??= new S3Client({ ...awsConfig('s3', local, env, region), forcePathStyle });
      return createStoredObjects(s3, bucket);
    },
    keys: () => keyringOf(env, local),
    fingerprints: async () => (local ? local.fingerprints : taggedKeys(client, name)),
    baseUrl: () => baseUrlOf(url || env.CARDWIRE_URL || local?.url, local !== undefined),
    close: () => {
      s3?.destroy();
      client.destroy();
    },
  };
}

/**
 * Works on the deployment that the options or the environment name, without any on the local stack that runs here; and leaves it, however the work
 * ends.
 */
export async function inWorld<T>(
  options: WorldOptions,
  io: Pick<Io, 'env'>,
  work: (world: World) => Promise<T>,
): Promise<T> {
  const world = openWorld(options, io);
  try {
    return await work(world);
  } finally {
    world.close();
  }
}
