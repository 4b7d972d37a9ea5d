import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { createBuckets } from './buckets.ts';
import { localAccount, localCredentials, localRegion } from './credentials.ts';
import { onlyFromThisMachine } from './loopback.ts';
import { explainPort } from './problem.ts';
import type { Resource, Resources } from './resources.ts';

/** The embedded SQS as it runs; S3 answers at the same address. */
export interface LocalQueues {
  readonly endpoint: string;
  /** Queue URLs by logical id. */
  readonly urls: Readonly<Record<string, string>>;
  /** Names of buckets by logical id. */
  readonly buckets: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the embedded SQS and S3 and creates every `AWS::SQS::Queue` and `AWS::S3::Bucket` of the template.
 * With a folder, what was accepted is on disk before the yes (fauxqs: SQLite in WAL mode, synced on every commit), and
 * what another run had in flight when it ended is handed out again at once: nobody is working on it any more.
 */
export async function startQueues(
  resources: Resources,
  options: { readonly dataDir?: string; readonly port?: number },
): Promise<LocalQueues> {
  const server = await listen(options);
  const lift = onlyFromThisMachine((port) => port === server.port);
  const endpoint = `http://127.0.0.1:${server.port}`;
  const stop = async (): Promise<void> => {
    await server.stop();
    lift();
  };
  try {
    const buckets = createBuckets(server, resources);
    return { endpoint, urls: await createQueues(server, endpoint, resources), buckets, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createQueues(
  server: FauxqsServer,
  endpoint: string,
  resources: Resources,
): Promise<Record<string, string>> {
  const sqs = new SQSClient({ endpoint, region: localRegion, credentials: localCredentials });
  const urls: Record<string, string> = {};
  for (const [id, resource] of Object.entries(resources)) {
    if (resource.Type !== 'AWS::SQS::Queue') continue;
    const name = queueName(resource);
    urls[id] = `${endpoint}/${localAccount}/${name}`;
    await ensureQueue(sqs, server, name, urls[id], queueAttributes(resource, resources));
  }
  sqs.destroy();
  return urls;
}

async function listen(options: { readonly dataDir?: string; readonly port?: number }): Promise<FauxqsServer> {
  try {
    return await startFauxqs({
      port: options.port ?? 0,
      logger: false,
      defaultRegion: localRegion,
      // Mails as files: they are large, and somebody may want to look at one.
      ...(options.dataDir === undefined
        ? {}
        : { dataDir: options.dataDir, s3StorageDir: join(options.dataDir, 's3') }),
    });
  } catch (error) {
    throw explainPort(error, options.port, 'CARDWIRE_PORT');
  }
}

async function ensureQueue(
  sqs: SQSClient,
  server: FauxqsServer,
  name: string,
  url: string,
  attributes: Record<string, string>,
): Promise<void> {
  const standing = server.inspectQueue(name);
  if (!standing) {
    await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
    return;
  }
  // What SQS does not let anyone change later, and what fauxqs 2.4.1 takes at creation only.
  const { FifoQueue, DeduplicationScope, FifoThroughputLimit, ...changeable } = attributes;
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: changeable }));
  for (const { receiptHandle } of standing.messages.inflight) {
    // One second and not none: fauxqs 2.4.1 fails on a visibility of 0 when it keeps messages on disk.
    const handle = { QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: 1 };
    await sqs.send(new ChangeMessageVisibilityCommand(handle));
  }
}

/** CloudFormation's properties as SQS's attributes: every value is a string, policies are JSON. */
function queueAttributes(resource: Resource, resources: Resources): Record<string, string> {
  const { QueueName: _name, Tags: _tags, RedrivePolicy, ...properties } = resource.Properties ?? {};
  const attributes = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
  if (RedrivePolicy === undefined) return attributes;
  return { ...attributes, RedrivePolicy: redrivePolicy(RedrivePolicy, resources) };
}

function redrivePolicy(value: unknown, resources: Resources): string {
  const policy = value as { deadLetterTargetArn: { 'Fn::GetAtt': [string] }; maxReceiveCount: number };
  const target = resources[policy.deadLetterTargetArn['Fn::GetAtt'][0]];
  if (!target) throw new Error('a RedrivePolicy names a queue that the template does not have');
  return JSON.stringify({
    deadLetterTargetArn: `arn:aws:sqs:${localRegion}:${localAccount}:${queueName(target)}`,
    maxReceiveCount: policy.maxReceiveCount,
  });
}

function queueName(resource: Resource): string {
  const name = resource.Properties?.QueueName;
  if (typeof name !== 'string') throw new Error('a queue of the template has no QueueName');
  return name;
}
