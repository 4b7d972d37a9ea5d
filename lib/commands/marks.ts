import { readLeadingDate } from './dates.ts';
import { readLabel, readMention } from './names.ts';
import { readNotify } from './notify.ts';
import { misread, type Reading } from './reading.ts';
import { isQuoted, splitWords, unquote } from './split.ts';

/** A first line: what its marks say, and the words that are left. */
export interface Marked {
  readonly title: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly due?: Date;
  readonly column?: string;
  /** A mail address that is to hear of the card. */
  readonly notify?: string;
}

const dueKey = /^(due|fällig|faellig|bis):(.*)$/iu;
const columnKey = /^(in|column|col|spalte):(.+)$/iu;

/**
 * Takes `@people`, `#labels`, `due:`, `in:` and `notify:` out of a line; the rest is the title. A mark in quotes is only text.
 * @throws CardwireError a refusal, when `due:` is followed by no date or by one that is over, `notify:` by no address.
 */
export function readMarks(line: string, reading: Reading): Marked {
  const words = splitWords(line);
  const title: string[] = [];
  const assignees = new Set<string>();
  const labels = new Set<string>();
  let due: Date | undefined;
  let column: string | undefined;
  let notify: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [person, label] = [readMention(word), readLabel(word)];
    const [, dueWord, dueValue = ''] = dueKey.exec(word) ?? [];
    const [, , columnValue] = columnKey.exec(word) ?? [];
    const address = readNotify(word, reading);
    if (address) notify = address;
    else if (person) assignees.add(person);
    else if (label) labels.add(label);
    else if (columnValue && unquote(columnValue)) column = unquote(columnValue);
    else if (dueWord && (dueValue !== '' || dueWord.toLowerCase() !== 'bis')) {
      const found = readDue(dueValue, wordsBeforeMark(words, at + 1), reading);
      due = found.date;
      at += found.wordsAfter;
    } else title.push(word);
  }
  const marked = { title: title.join(' '), assignees: [...assignees], labels: [...labels] };
  return { ...marked, ...(due && { due }), ...(column && { column }), ...(notify && { notify }) };
}

/** `due:next friday`: the value goes on over the words that follow as far as they make a date. */
function readDue(value: string, following: readonly string[], reading: Reading) {
  const words = isQuoted(value) ? [unquote(value)] : value === '' ? following : [value, ...following];
  const found = readLeadingDate(words, reading);
  if (!found) throw misread(reading, 'due-unclear', { due: words[0] || 'due:' });
  if (found.date < reading.now) throw misread(reading, 'due-past', { at: found.date });
  return { date: found.date, wordsAfter: value === '' ? found.words : found.words - 1 };
}

function wordsBeforeMark(words: readonly string[], from: number): readonly string[] {
  const isMark = (word: string) =>
    readMention(word) || readLabel(word) || isQuoted(word) || /^\p{L}+:/u.test(word);
  const end = words.findIndex((word, at) => at >= from && isMark(word));
  return words.slice(from, end < 0 ? words.length : end);
}
