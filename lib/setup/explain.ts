import { CardwireError } from '../domain/errors.ts';
import type { TextKey } from '../texts/en.ts';
import { fill } from '../texts/format.ts';
import { texts } from '../texts/texts.ts';

/** Something in the settings that the far side does not have. The message is for the operator, in one line, with the fix. */
export class SetupProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupProblem';
  }
}

/** What the endings of error codes mean to an operator (`wekan-unauthorized`, `http-timeout` …), with what to do next. */
const meanings: readonly (readonly [string, string])[] = [
  ['unauthorized', 'the credential was refused: check it, and that its account is active'],
  ['forbidden', 'the account is not allowed to do this: give it the right, or ask an administrator'],
  ['not-found', 'the server does not know it: check the names and the url in the team file'],
  ['rejected', 'the server does not understand us: check that the url is that of the product'],
  ['busy', 'the server is busy: wait a minute and try again'],
  ['unavailable', 'the server is out of order: try again later'],
  ['redirected', 'the server sent us elsewhere: write the address it redirects to as url'],
  ['timeout', 'no answer within 8 seconds: check the url, and that it can be reached from here'],
  ['unreachable', 'nobody answers there: check the url, and that it can be reached from here'],
  [
    'unreadable',
    'the stored secrets need the CARDWIRE_KEY that they were stored with: set it, or run setup again',
  ],
  ['shut-out', 'the server has shut out this address for a while: wait a quarter of an hour and try again'],
  ['not-understood', 'what answers there is something else: check the url'],
  ['too-large', 'the answer was too large: check that the url is that of the product'],
];

/** What sends people in the chat to whoever runs Cardwire says to that person what to do. */
const forOperators: Readonly<Partial<Record<TextKey, string>>> = {
  'board-sign-in-refused':
    'the board refuses this user and password: check the user in the team file, and the variable its password is read from. The account must be a local one without two-factor sign-in',
  'board-token-refused':
    'the board refuses this application token: make a new one for the variable that the team file names',
};

/**
 * An error of the far side in one English line for the operator.
 * @throws the error itself when it is none of ours: its message may hold anything.
 */
export function explain(error: unknown): string {
  if (error instanceof SetupProblem) return error.message;
  if (!(error instanceof CardwireError)) throw error;
  if (error.say) return forOperators[error.say.key] ?? fill(texts.en[error.say.key], error.say.values, plain);
  const meaning = meanings.find(([ending]) => error.code.endsWith(`-${ending}`))?.[1];
  return meaning === undefined ? `it failed (${error.code})` : `${meaning} (${error.code})`;
}

/** A terminal has no syntax to escape for, but it obeys control characters. */
const plain = {
  language: 'en',
  timezone: 'UTC',
  escape: (text: string) => text.replaceAll(/\p{Cc}/gu, ' '),
} as const;
