import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import Lambda from 'serverless-offline/lambda';
import type { LocalAws } from './aws.ts';
import { type Mapping, mapQueue } from './mapping.ts';
import type { FunctionDefinition, Serverless } from './serverless.ts';

/**
 * Gives every function the environment it has in the cloud: references become what they stand for here, and the AWS SDK
 * is pointed at the stand-ins.
 */
export function setEnvironment(serverless: Serverless, aws: LocalAws, url: string): void {
  for (const definition of Object.values(serverless.service.functions)) {
    const entries = Object.entries(definition.environment ?? {});
    definition.environment = {
      ...Object.fromEntries(entries.map(([name, value]) => [name, resolved(name, value, aws, url)])),
      ...aws.environment,
    };
  }
}

function resolved(name: string, value: unknown, aws: LocalAws, url: string): unknown {
  if (name === 'CARDWIRE_URL') return url;
  const id = (value as { Ref?: string } | null)?.Ref;
  if (id === undefined) return value;
  return aws.queueUrls[id] ?? aws.tableName;
}

/**
 * Maps the queues to the functions that name them under `events`, in serverless-offline's own Lambda: worker threads on
 * the bundled code.
 */
export function mapQueues(serverless: Serverless, aws: LocalAws): { stop(): Promise<void> } {
  const { functions, custom } = serverless.service;
  const lambda = new Lambda(serverless, {
    ...custom['serverless-offline'],
    lambdaPort: 0,
    terminateIdleLambdaTime: 60,
  });
  lambda.create(
    Object.entries(functions).map(([functionKey, functionDefinition]) => ({
      functionKey,
      functionDefinition,
    })),
  );
  const mappings = Object.entries(functions).flatMap(([key, definition]) =>
    mapFunction(lambda, key, definition, aws),
  );
  return {
    stop: async () => {
      await Promise.all(mappings.map((mapping) => mapping.stop()));
      await lambda.cleanup();
    },
  };
}

function mapFunction(lambda: Lambda, key: string, definition: FunctionDefinition, aws: LocalAws): Mapping[] {
  return definition.events.flatMap(({ sqs }) => {
    const queueUrl = aws.queueUrls[sqs?.arn['Fn::GetAtt'][0] ?? ''];
    if (!sqs || queueUrl === undefined) return [];
    return mapQueue({
      queueUrl,
      endpoint: aws.endpoints.sqs,
      concurrency: Number(sqs.maximumConcurrency ?? 10),
      invoke: (event) => invoke(lambda, key, event),
    });
  });
}

function invoke(lambda: Lambda, key: string, event: SQSEvent): Promise<SQSBatchResponse | undefined> {
  const instance = lambda.get(key);
  instance.setEvent(event);
  return instance.runHandler() as Promise<SQSBatchResponse | undefined>;
}
