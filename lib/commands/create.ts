import type { Command } from '../domain/command.ts';
import { type Marked, readMarks } from './marks.ts';
import { misread, type Reading } from './reading.ts';
import { splitFirstLine } from './split.ts';

/** What boards take as a title (Wekan cuts there). */
export const LONGEST_TITLE = 1000;

/** A title is looked for in so many lines: what is marks alone for longer is no card, and takes longer with every line. */
const MOST_MARK_LINES = 10;

/**
 * A new card out of a text: the first line is title and marks, what follows is the description as it was written. A first line of
 * marks alone takes the next line as its title. What is too long for a title goes on in the description.
 * @param text without white space around it.
 * @throws CardwireError a refusal, for a text without a title or a due date that is none.
 */
export function readCreate(text: string, reading: Reading): Command {
  let { first, rest } = splitFirstLine(text);
  let marked = readMarks(first, reading);
  for (let line = 2; marked.title === '' && rest !== '' && line <= MOST_MARK_LINES; line++) {
    const next = splitFirstLine(rest);
    first = `${first} ${next.first}`;
    rest = next.rest;
    marked = readMarks(first, reading);
  }
  if (marked.title === '') throw misread(reading, 'title-missing');
  return { verb: 'create', ...fitTitle(marked.title, rest), ...namesOf(marked) };
}

function namesOf({ assignees, labels, due, column, notify }: Marked) {
  return {
    ...{ assignees, labels },
    ...(due && { due: due.toISOString() }),
    ...(column && { column }),
    ...(notify && { notify }),
  };
}

/** Cuts a title that boards would not take between two words; the rest goes on in the description. */
export function fitTitle(title: string, description: string): { title: string; description: string } {
  if (title.length <= LONGEST_TITLE) return { title, description };
  const space = title.lastIndexOf(' ', LONGEST_TITLE - 2);
  const cut = space > LONGEST_TITLE / 2 ? space : wholeCharacters(title, LONGEST_TITLE - 2);
  const tail = title.slice(cut).trim();
  return {
    title: `${title.slice(0, cut)} …`,
    description: description === '' ? `… ${tail}` : `… ${tail}\n\n${description}`,
  };
}

/** The last place up to `at` that does not split a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
