import { type Change, editParts } from '../../schemas/event.ts';

/** What a change is about: as it is told, and name by name. */
export type Named = Pick<Change, 'subject' | 'subjects'>;

/** Longest subject that is passed on, in characters: it is a name in a sentence. */
const LONGEST = 200;
/** Names are compared with those on the card: so many, of so many characters, are no more than a queue takes in one message. */
const MOST_NAMES = 40;
const LONGEST_NAME = 1000;

/** The names of one change, and how they are told; nothing for none. */
export function named(all: readonly string[], told?: string): Named {
  const names = all.filter((name) => name !== '');
  if (names.length === 0) return {};
  const characters = [...(told ?? names.join(', '))];
  return {
    subject:
      characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join(''),
    subjects: names.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME)),
  };
}

/** The names of custom fields. One called like a part of the card would be taken for it, and is told without its name. */
export function namedFields(all: readonly string[]): Named {
  const { subject, ...names } = named(all);
  return subject === undefined || editParts.some((part) => part === subject) ? names : { subject, ...names };
}
