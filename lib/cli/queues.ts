import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localEndpoints } from '../local/stack-file.ts';
import { awsConfig } from './aws-config.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** The deployment's queues as the operator sends to them. */
export interface Queues {
  readonly sqs: SQSClient;
  /** The address of a queue by its name. */
  urlOf(name: string): Promise<string>;
  close(): void;
}

/** Opens the queues of the deployment that the options or the environment name. */
export function openQueues({ stage, region }: WorldOptions, { env }: Pick<Io, 'env'>): Queues {
  const local = stage === undefined && !env.TABLE_NAME ? localEndpoints(env) : undefined;
  const config = awsConfig('sqs', local, env, region);
  // A stand-in may call itself by a name that only it knows.
  const sqs = new SQSClient({ ...config, useQueueUrlAsEndpoint: config.endpoint === undefined });
  const known = new Map<string, Promise<string>>();
  const find = async (QueueName: string): Promise<string> =>
    (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  return {
    sqs,
    urlOf: (name) => {
      const url = known.get(name) ?? find(name);
      known.set(name, url);
      return url;
    },
    close: () => sqs.destroy(),
  };
}
