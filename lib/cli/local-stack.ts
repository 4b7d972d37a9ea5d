import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Io } from './terminal.ts';

/** The stack that `npm start` or the demo runs on this machine, as far as the command line needs it. */
export interface LocalStack {
  /** Base URL of the doors. */
  readonly url: string;
  readonly table: string;
  readonly dynamodb: DynamoDBClientConfig;
  /** The deployment key it was started with. */
  readonly key: string;
}

/** The stack that runs here; undefined when none does. */
export async function localStack(_env: Io['env']): Promise<LocalStack | undefined> {
  return undefined;
}
