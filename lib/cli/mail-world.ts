import { SESClient } from '@aws-sdk/client-ses';
import { localEndpoints } from '../local/stack-file.ts';
import { SetupProblem } from '../setup/explain.ts';
import { awsConfig } from './aws-config.ts';
import { createReceiptRules, type ReceiptRules } from './receipt-rules.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** SES of one account and region, as the operator works on it. */
export interface MailWorld {
  readonly ses: SESClient;
  readonly rules: ReceiptRules;
  /** What the deployment calls its rule, and the set that it brings. */
  readonly name: string;
  /** For people: `in eu-central-1`. */
  readonly where: string;
  close(): void;
}

/** Errors of SES that stand between us and it, and what to do. Never its own words: they name people. */
const denied = /^(AccessDenied|InvalidClientTokenId|SignatureDoesNotMatch|ExpiredToken|OptInRequired)/;

/** @throws SetupProblem in place of an error of AWS that an operator can put right, and any other error as it is. */
export function explainSes(error: unknown): never {
  if (error instanceof Error && denied.test(error.name)) {
    throw new SetupProblem(
      'these AWS credentials may not ask SES for its settings: take those of an operator, or sign in again',
    );
  }
  throw error;
}

/** SES lets its settings be asked for once a second: what is turned away is tried again. */
const TRIES = 8;

/**
 * Opens SES for the deployment that the options name, `dev` when they name none, as at `npm run deploy`.
 * @throws SetupProblem for the local stack: there mail comes in without rules.
 */
export function openMailWorld({ stage, region }: WorldOptions, { env }: Pick<Io, 'env'>): MailWorld {
  if (stage === undefined && !env.TABLE_NAME && localEndpoints(env)) {
    throw new SetupProblem(
      'the local stack that runs here takes mail without this; for a deployment, name it with --stage',
    );
  }
  const config = awsConfig('ses', undefined, env, region);
  const ses = new SESClient({ ...config, maxAttempts: TRIES });
  return {
    ses,
    rules: createReceiptRules(ses),
    name: stage === undefined ? (env.TABLE_NAME ?? 'cardwire-dev') : `cardwire-${stage}`,
    where: config.region === undefined ? 'in this region' : `in ${config.region}`,
    close: () => ses.destroy(),
  };
}
