import type { Language } from '../../schemas/team.ts';
import { type CardwireError, refuse } from '../domain/errors.ts';
import type { SayValue } from '../domain/say.ts';
import type { TextKey } from '../texts/en.ts';

/** What is needed to understand a text. */
export interface Circumstances {
  /** The slash command's word, without the slash. */
  readonly word: string;
  readonly now: Date;
  /** IANA name of the team's time zone. */
  readonly timezone: string;
  readonly language: Language;
  /** The team's boards, by their connections' names, the default first. */
  readonly boards: readonly string[];
  /** The addresses of these boards' servers: a link below one names a card. */
  readonly boardUrls: readonly string[];
}

/** A text that is being understood: its circumstances and, to be given back when it cannot be, itself. */
export interface Reading extends Circumstances {
  /** What the person typed after the command word. */
  readonly text: string;
}

/** The refusal of a text. The words for people always get `{word}` and `{text}`: nobody has to type anything twice. */
export function misread(
  { word, text }: Reading,
  key: TextKey,
  values: Readonly<Record<string, SayValue>> = {},
): CardwireError {
  return refuse({ key, values: { word, text, ...values } });
}
