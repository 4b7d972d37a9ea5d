import { readCardRef } from '../../commands/card-ref.ts';
import { meansNoDate } from '../../commands/date-words.ts';
import { readDate } from '../../commands/dates.ts';
import { splitNames } from '../../commands/name-list.ts';
import { isMe } from '../../commands/names.ts';
import { readAddress } from '../../commands/notify.ts';
import type { Circumstances, Reading } from '../../commands/reading.ts';
import { unquote } from '../../commands/split.ts';
import type { CardRef } from '../../domain/command.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { TextKey } from '../../texts/en.ts';

/** What came with a verb, by name, and what is needed to understand it. */
export interface Given {
  readonly options: Readonly<Record<string, string>>;
  readonly reading: Reading;
}

/** A value as it was written, without white space around it; undefined when it says nothing. */
export function text({ options }: Given, name: string): string | undefined {
  const written = Object.hasOwn(options, name) ? options[name]?.trim() : undefined;
  return written === '' ? undefined : written;
}

/** A value in one line; undefined when it says nothing. */
export function line(given: Given, name: string): string | undefined {
  return text(given, name)?.replace(/\s+/g, ' ');
}

/** A value in one line that the verb cannot do without. @throws CardwireError a refusal with the text that says what is missing. */
export function needed(given: Given, name: string, missing: Missing): string {
  const written = line(given, name);
  if (written === undefined) throw refuse(say(missing));
  return written;
}

/** The texts that ask for a value. */
type Missing = Extract<TextKey, 'title-empty' | `needs-${string}`>;

/** The card that is meant: picked from a list, or as it is typed. @throws CardwireError a refusal when it is none. */
export function card(given: Given): CardRef {
  const written = needed(given, 'card', 'needs-card');
  const found = readCardRef(written, given.reading.boards);
  // What stands after the number is its title, as lists show it; a number alone may begin any text.
  const isPlain = /^\d/.test(written);
  if (!found || (isPlain && found.rest !== '')) throw refuse(say('card-unclear', { card: written }));
  return found.card;
}

/** The people meant, one or more. @throws CardwireError a refusal when there is none. */
export function people(given: Given): readonly string[] {
  const found = names(given, 'person');
  if (found.length === 0) throw refuse(say('needs-person'));
  return found;
}

/** The labels meant, one or more. @throws CardwireError a refusal when there is none. */
export function labels(given: Given): readonly string[] {
  const found = names(given, 'label');
  if (found.length === 0) throw refuse(say('needs-label'));
  return found;
}

const signs = { person: '@', label: '#' } as const;

/** Names that commas part, or signs before each of them: `tom, Anna Berg`, `#urgent #kitchen`. Any other text is one name. */
export function names(given: Given, name: keyof typeof signs): readonly string[] {
  const written = line(given, name) ?? '';
  return name === 'person' ? peopleIn(written) : plainNames(written, signs[name]);
}

/** The people that a text names; `me` is who wrote it. */
export function peopleIn(written: string): readonly string[] {
  const found = plainNames(written, signs.person).map((name) => (isMe(name) ? 'me' : name));
  return [...new Set(found)];
}

function plainNames(written: string, sign: string): readonly string[] {
  const parts = splitNames(written).flatMap((each) => {
    const part = each.trim();
    const words = part.split(' ');
    return words.every((word) => word.startsWith(sign)) ? words : [part];
  });
  const plain = parts.map((part) => unquote(part.startsWith(sign) ? part.slice(1) : part));
  return [...new Set(plain)].filter((name) => name !== '');
}

/** The moment that something is due, as `dueIn` reads it; undefined when none is given. */
export function due(given: Given): string | undefined {
  const written = line(given, 'due');
  return written === undefined ? undefined : dueIn(written, given.reading);
}

/**
 * The moment that a field for it names, as ISO 8601; undefined for a word that means none.
 * @throws CardwireError a refusal for what is no date, or over already.
 */
export function dueIn(written: string, circumstances: Circumstances): string | undefined {
  if (meansNoDate(written)) return undefined;
  const date = readDate(written, circumstances) ?? readDate(written.replace(/[.!?]+$/, ''), circumstances);
  if (!date) throw refuse(say('form-date', { date: written }));
  if (date < circumstances.now) throw refuse(say('form-date-past', { date }));
  return date.toISOString();
}

/** A mail address that is to hear of the card; undefined when none is given. @throws CardwireError a refusal for what is none. */
export function notify(given: Given): { readonly notify?: string } {
  const written = line(given, 'notify');
  return written === undefined ? {} : { notify: readAddress(written, given.reading) };
}

/** Whether a switch is on. */
export function isSet(given: Given, name: string): boolean {
  return /^(true|yes|ja|1|on)$/i.test(text(given, name) ?? '');
}
