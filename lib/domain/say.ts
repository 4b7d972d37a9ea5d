import type { TextKey } from '../texts/en.ts';

/** One value inside a text for people. Strings are what people or boards wrote: a channel escapes them for its own syntax. */
export type SayValue = string | number | Date;

/**
 * A text for people before it has a language: the key of the text and what goes into it. Dates are shown in the team's
 * time zone.
 */
export interface Say {
  readonly key: TextKey;
  readonly values: Readonly<Record<string, SayValue>>;
}

/** Names a text and what goes into it. */
export function say(key: TextKey, values: Readonly<Record<string, SayValue>> = {}): Say {
  return { key, values };
}
