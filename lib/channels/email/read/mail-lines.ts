import { readLabel, readLabels, readPeople } from '../../../commands/names.ts';
import { splitWords } from '../../../commands/split.ts';
import type { CardVerb } from '../../../commands/verbs.ts';
import { type AttributeName, attributeWords, commandKeys, commandWords, urgentWords } from './mail-words.ts';

/** What a mail says about its new card besides title and text. Dates and names are as they were written. */
export interface MailAttributes {
  readonly labels: readonly string[];
  /** Names without `@`; `me` is the sender. */
  readonly assignees: readonly string[];
  /** `urgent`, or what stood behind `Priority:`. */
  readonly priority?: string;
  readonly due?: string;
  readonly column?: string;
}

/** A command line of a reply, as `readCardCommand` takes it: the card is the one that the mail answers. */
export interface MailCommand {
  readonly verb: CardVerb;
  /** The word that was written for it, in whichever language. */
  readonly wrote: string;
  readonly rest: string;
}

/** More lines than this are a text that happens to look so. */
const MOST_LINES = 20;
const LONGEST_LINE = 300;

/**
 * A subject of a new mail without its `[urgent]` and `#labels`. For proven senders only: from others, use the subject as it is. A subject
 * of nothing else stays whole.
 */
export function readSubject(subject: string): {
  readonly title: string;
  readonly attributes: MailAttributes;
} {
  let priority: string | undefined;
  const plain = subject.replace(/\[\s?(\p{L}{1,20})\s?!?\]/gu, (tag, word: string) => {
    if (!urgentWords.has(word.toLowerCase())) return tag;
    priority = 'urgent';
    return ' ';
  });
  const words = splitWords(plain.slice(0, 1000));
  const labels = words.flatMap((word) => readLabel(word) ?? []);
  const title = words.filter((word) => readLabel(word) === undefined).join(' ');
  return {
    title: title === '' ? subject : title,
    attributes: { labels: [...new Set(labels)], assignees: [], ...(priority && { priority }) },
  };
}

/**
 * The `Priority: high` lines at the very top of a new mail, and the text without them. For proven senders only. What was said in the
 * subject stays unless a line says otherwise; labels add up.
 */
export function readAttributes(
  text: string,
  before: MailAttributes = { labels: [], assignees: [] },
): { readonly attributes: MailAttributes; readonly rest: string } {
  const { found, rest } = takeLines(text, (line) => {
    const { key, value } = keyAndValue(line);
    const name = attributeWords.get(key);
    return name && value !== '' ? { name, value } : undefined;
  });
  return { attributes: found.reduce(withLine, before), rest };
}

/** The command lines at the very top of a reply, and the text without them. Who may do what is for others to judge. */
export function readCommands(text: string): {
  readonly commands: readonly MailCommand[];
  readonly rest: string;
} {
  const { found, rest } = takeLines(text, readCommandLine);
  return { commands: found, rest };
}

function readCommandLine(line: string): MailCommand | undefined {
  const word = line.replace(/[.!]$/, '');
  const alone = commandWords.get(word.toLowerCase());
  if (alone) return { verb: alone, wrote: word, rest: '' };
  const { key, value, written } = keyAndValue(line);
  const verb = commandKeys.get(key);
  return verb && value !== '' ? { verb, wrote: written, rest: value } : undefined;
}

function withLine(
  attributes: MailAttributes,
  { name, value }: { name: AttributeName; value: string },
): MailAttributes {
  if (name === 'label') return { ...attributes, labels: union(attributes.labels, readLabels(value)) };
  if (name === 'assign') return { ...attributes, assignees: union(attributes.assignees, readPeople(value)) };
  return { ...attributes, [name]: value };
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...some, ...more])];
}

/** Takes lines from the top as long as they are understood. Mail programs make a paragraph of each: one empty line may part them. */
function takeLines<Found>(text: string, read: (line: string) => Found | undefined) {
  const lines = text.split('\n');
  const found: Found[] = [];
  let taken = 0;
  for (let at = 0; at < lines.length && found.length < MOST_LINES; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' && (found.length === 0 || taken === at)) continue;
    const one = line.length > LONGEST_LINE ? undefined : read(bare(line));
    if (one === undefined) break;
    found.push(one);
    taken = at + 1;
  }
  const rest =
    found.length === 0
      ? text
      : lines
          .slice(taken)
          .join('\n')
          .replace(/^\s*\n/, '');
  return { found, rest };
}

/** A line of Markdown as the person saw it: without bold, backslashes and hard line breaks. */
function bare(line: string): string {
  return line
    .replace(/\*\*|__/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/\\$/, '')
    .trim();
}

/** What stands before the colon, to be looked up and as it was written, and what stands behind it. */
function keyAndValue(line: string): Readonly<Record<'key' | 'written' | 'value', string>> {
  const [, written = '', value = ''] = /^(\p{L}[\p{L} ]{0,20}?)\s?:\s*(.*)$/u.exec(line) ?? [];
  return { key: written.toLowerCase().normalize('NFC'), written, value: value.trim() };
}
