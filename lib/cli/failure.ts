import { CardwireError } from '../domain/errors.ts';
import { LocalProblem } from '../local/problem.ts';
import { explain, SetupProblem } from '../setup/explain.ts';

/** Whoever has named no deployment may have meant the local one. */
const orLocal =
  'or, to work on the local stack, start it (npm start), with the same CARDWIRE_PORT and CARDWIRE_DATA here and there';

/** What went wrong between us and AWS or the machine, by the error's name or code, and what to do about it. */
const advice: Readonly<Record<string, string>> = {
  CredentialsProviderError: `no AWS credentials: sign in (aws sso login …) or set AWS_PROFILE; ${orLocal}`,
  TokenProviderError: 'the AWS sign-in has run out: sign in again (aws sso login …)',
  ExpiredTokenException: 'the AWS sign-in has run out: sign in again',
  UnrecognizedClientException: 'AWS does not know these credentials: check AWS_PROFILE and the region',
  AccessDeniedException: 'these AWS credentials may not do this: take those of an operator',
  ResourceNotFoundException:
    'there is no such table here: deploy first, or name the right one with --stage, --region or TABLE_NAME',
  ECONNREFUSED: 'the table cannot be reached: is the local stack (npm start) still running?',
  ENOTFOUND: 'AWS cannot be reached: check the region and the network',
  TimeoutError: 'AWS cannot be reached: check the network',
};

/** An error that ends a command, in one line for the operator. Never an unknown error's message: it may hold anything. */
export function describeFailure(error: unknown): string {
  if (error instanceof SetupProblem || error instanceof CardwireError) return explain(error);
  if (error instanceof LocalProblem) return error.message;
  const { name = 'Error', code, message = '' } = error as Partial<NodeJS.ErrnoException>;
  if (message === 'Region is missing') return `no AWS region: give --region or set AWS_REGION; ${orLocal}`;
  const known = advice[code ?? ''] ?? advice[name];
  return known ?? `unexpected error ${code ?? name}: run it again with --debug to see where`;
}
