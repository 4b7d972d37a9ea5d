import { CardwireError, later, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Nobody knows whether the mail was sent: the request was on its way when the line broke. */
export const UNANSWERED = 'mail-unanswered';

/** Errors that only an operator can end; what waits is sent when they have. */
const forOperators: readonly (readonly [RegExp, string])[] = [
  [/^(AccountSendingPaused|ConfigurationSetSendingPaused)/, 'mail-paused'],
  [
    /^(AccessDenied|InvalidClientTokenId|SignatureDoesNotMatch|ExpiredToken|UnrecognizedClient)/,
    'mail-denied',
  ],
];

/** What cannot be sent like this, ever (contract 2). */
const refused: readonly (readonly [RegExp, string])[] = [
  [/^MailFromDomainNotVerified/, 'mail-from-not-verified'],
  [/^ConfigurationSetDoesNotExist/, 'mail-no-configuration-set'],
  [/^InvalidParameterValue/, 'mail-address-refused'],
];

/**
 * What an error of `SendRawEmail` means. Its text is read for the two kinds of throttling and for the sandbox, which SES tells apart by
 * nothing else, and never passed on: it repeats addresses.
 * @param now epoch milliseconds.
 */
export function sesFailure(error: unknown, now: number): CardwireError {
  const { name, message, status } = partsOf(error);
  if (status === undefined) return unreached(message);
  if (/^(Throttling|TooManyRequests|LimitExceeded)/.test(name)) return throttled(message, now);
  const operators = forOperators.find(([pattern]) => pattern.test(name));
  if (operators) return new CardwireError(operators[1], { when: 'later', afterMs: HOUR });
  // The sandbox sends to verified addresses alone: the recipient's is the one that is not.
  if (name.startsWith('MessageRejected')) {
    const sandbox = /not verified/i.test(message);
    return sandbox
      ? new CardwireError('mail-sandbox', never, say('mail-sandbox'))
      : new CardwireError('mail-rejected', never, say('mail-rejected'));
  }
  const code = refused.find(([pattern]) => pattern.test(name))?.[1];
  if (code !== undefined) return new CardwireError(code, never);
  // An answer that we do not know, or not SES's own: somebody may put it right, and nothing is lost meanwhile.
  return new CardwireError(status >= 500 ? 'mail-unavailable' : 'mail-failed', later);
}

/** A sending rate clears within seconds, a daily quota when its day is over: not before tomorrow, and at least in an hour. */
function throttled(message: string, now: number): CardwireError {
  if (!/quota/i.test(message)) return new CardwireError('mail-rate', { when: 'later', afterMs: 2 * SECOND });
  const tomorrow = DAY - (now % DAY);
  return new CardwireError('mail-quota', { when: 'later', afterMs: Math.max(tomorrow, HOUR) });
}

/** In Node's words, which the SDK may wrap, and in the SDK's own. */
const neverConnected =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b|establish a connection|credentials/;

/** Before the connection stood nothing can have been sent; afterwards nobody knows. */
function unreached(message: string): CardwireError {
  return neverConnected.test(message)
    ? new CardwireError('mail-unreachable', later)
    : new CardwireError(UNANSWERED, { when: 'later', afterMs: 60 * SECOND });
}

function partsOf(error: unknown): { name: string; message: string; status: number | undefined } {
  if (typeof error !== 'object' || error === null) return { name: '', message: '', status: undefined };
  const {
    name = '',
    message = '',
    $metadata,
  } = error as Partial<Error> & {
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  return { name, message, status: $metadata?.httpStatusCode };
}
