import { join } from 'node:path';
import { localCredentials, localRegion } from './credentials.ts';
import { startQueues } from './queues.ts';
import type { Resources } from './resources.ts';
import { startTable } from './table.ts';

/** The embedded AWS as it runs. */
export interface LocalAws {
  readonly endpoints: { readonly sqs: string; readonly s3: string; readonly dynamodb: string };
  readonly region: string;
  /** Queue URLs by the template's logical ids. */
  readonly queueUrls: Readonly<Record<string, string>>;
  /** Names of buckets by the template's logical ids. */
  readonly buckets: Readonly<Record<string, string>>;
  readonly tableName: string;
  /** What a function's environment needs so that the AWS SDK finds the stand-ins. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** What to start, and where it lives. */
export interface LocalAwsOptions {
  /** A template's resources: `readResources()`, or what the Serverless Framework resolved. */
  readonly resources: Resources;
  /** Keeps everything across restarts and crashes; in memory when absent. */
  readonly dataDir?: string;
  /** Any free port when absent. */
  readonly dynamoPort?: number;
  readonly sqsPort?: number;
}

/**
 * Starts SQS, S3 and DynamoDB on this machine, with the queues, buckets and the table of the template.
 * @throws LocalProblem that names the port and the variable to set, when a port is taken.
 */
export async function startAws(options: LocalAwsOptions): Promise<LocalAws> {
  const { resources, dataDir, dynamoPort, sqsPort } = options;
  const table = await startTable(resources, {
    ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'dynamodb') }),
    ...(dynamoPort === undefined ? {} : { port: dynamoPort }),
  });
  try {
    const queues = await startQueues(resources, {
      ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'sqs') }),
      ...(sqsPort === undefined ? {} : { port: sqsPort }),
    });
    return {
      endpoints: { sqs: queues.endpoint, s3: queues.endpoint, dynamodb: table.endpoint },
      region: localRegion,
      queueUrls: queues.urls,
      buckets: queues.buckets,
      tableName: table.tableName,
      environment: environment(queues.endpoint, table.endpoint),
      stop: async () => {
        await queues.stop();
        await table.stop();
      },
    };
  } catch (error) {
    await table.stop();
    throw error;
  }
}

function environment(sqs: string, dynamodb: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_SQS: sqs,
    AWS_ENDPOINT_URL_S3: sqs,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  };
}
