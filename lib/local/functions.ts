import type { SQSBatchResponse } from 'aws-lambda';
import Lambda from 'serverless-offline/lambda';
import type { LocalAws } from './aws.ts';
import { type Mapping, mapQueue } from './mapping.ts';
import type { FunctionDefinition, Serverless } from './serverless.ts';

/**
 * Gives every function the environment it has in the cloud: references become what they stand for here, and the AWS SDK
 * is pointed at the stand-ins.
 * @param more variables that every function gets besides.
 */
export function setEnvironment(
  serverless: Serverless,
  aws: LocalAws,
  url: string,
  more: Readonly<Record<string, string>> = {},
): void {
  for (const definition of Object.values(serverless.service.functions)) {
    const entries = Object.entries(definition.environment ?? {});
    definition.environment = {
      ...Object.fromEntries(entries.map(([name, value]) => [name, resolved(name, value, aws, url)])),
      ...aws.environment,
      ...more,
    };
  }
}

function resolved(name: string, value: unknown, aws: LocalAws, url: string): unknown {
  if (name === 'CARDWIRE_URL') return url;
  const there = present(value);
  const id = (there as { Ref?: string } | null)?.Ref;
  if (id === undefined) return there;
  return aws.queueUrls[id] ?? aws.buckets[id] ?? (id === 'Table' ? aws.tableName : id);
}

/** What there is in the cloud under a condition only, is always there on one machine. */
function present(value: unknown): unknown {
  return (value as { 'Fn::If'?: readonly unknown[] } | null)?.['Fn::If']?.[1] ?? value;
}

/** The functions as they run. */
export interface RunningFunctions {
  /** Runs one of them once. Rejects when it throws or runs out of time. */
  invoke(key: string, event: unknown): Promise<unknown>;
  /** Takes no more messages off the queues and waits for what is being worked on. */
  stop(): Promise<void>;
}

/**
 * Runs the functions in serverless-offline's own Lambda, worker threads on the bundled code, maps the queues to those that name them
 * under `events`. Those that have a schedule are called by serverless-offline itself.
 */
export function runFunctions(serverless: Serverless, aws: LocalAws): RunningFunctions {
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
    invoke: (key, event) => invoke(lambda, key, event),
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
      invoke: (event) => invoke(lambda, key, event) as Promise<SQSBatchResponse | undefined>,
    });
  });
}

function invoke(lambda: Lambda, key: string, event: unknown): Promise<unknown> {
  const instance = lambda.get(key);
  instance.setEvent(event);
  return instance.runHandler();
}
