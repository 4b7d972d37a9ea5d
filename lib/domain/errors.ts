import type { Say } from './say.ts';

/** `never`: refused for good. `later`: worth another try, after `afterMs` when the far side named a time. */
export type Retry = { readonly when: 'never' } | { readonly when: 'later'; readonly afterMs?: number };

/** Refused for good. */
export const never: Retry = { when: 'never' };
/** Worth another try, when the queue sees fit. */
export const later: Retry = { when: 'later' };

/** Every failure the product knows: a code for machines, a retry class for the queue, a text for people. */
export class CardwireError extends Error {
  readonly code: string;
  readonly retry: Retry;
  /** What a person is told; absent where no person can do anything about it. */
  readonly say: Say | undefined;

  /** `code` is kebab-case and stable. Neither it nor the message may carry a secret, an address or a text of a person. */
  constructor(code: string, retry: Retry, say?: Say, options?: ErrorOptions) {
    super(code, options);
    this.name = 'CardwireError';
    this.code = code;
    this.retry = retry;
    this.say = say;
  }
}

/** What a person asked for cannot be done, and trying again changes nothing. */
export function refuse(say: Say): CardwireError {
  return new CardwireError(`refused-${say.key}`, never, say);
}

/** Whether an error is a refusal for good: trying again changes nothing. */
export function isRefusal(error: unknown): error is CardwireError {
  return error instanceof CardwireError && error.retry.when === 'never';
}

/** An error's code, for logs and records; `unexpected` for what is none of ours. */
export function codeOf(error: unknown): string {
  return error instanceof CardwireError ? error.code : 'unexpected';
}

/** Whether an error is this very failure. */
export function hasCode(error: unknown, code: string): error is CardwireError {
  return error instanceof CardwireError && error.code === code;
}
