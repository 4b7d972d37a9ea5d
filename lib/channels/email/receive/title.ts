import type { ParsedMail } from '../read/mail.ts';
import type { Content } from './content.ts';

const LONGEST_LINE = 120;

/** What programs put before a subject that is passed on or answered, in the languages of most people who write to us. */
const prefixes = /^(?:(?:re|aw|antw|sv|fwd?|wg|tr|rv|enc)\s?(?:\[\d{1,3}\])?\s?:\s*)+/i;

/** The card that a subject names, as our own mails write it behind the title: `[OPS-42]`, `[#42]`. */
export function cardInSubject(subject: string): string | undefined {
  return [...subject.matchAll(/\[(#\d{1,9}|[a-z0-9][a-z0-9-]{0,39}-\d{1,9})\]/gi)].at(-1)?.[1];
}

/**
 * A title for the card that a mail opens: its subject, else how its text begins, else what it brings or who sent it. Empty only where there is
 * nothing in it to open a card for.
 */
export function titleOf(
  subject: string,
  { text, forward, files, dropped, empty }: Content,
  sender: ParsedMail['from'][number],
): string {
  const plain = subject.replace(prefixes, '').trim() || subject.trim();
  return (
    plain ||
    firstLine(text) ||
    firstLine(forward?.text ?? '') ||
    files[0]?.name ||
    dropped[0]?.name ||
    (empty ? '' : sender.name || sender.address)
  );
}

/** Without the marks of Markdown, which a title shows as they are. */
function firstLine(text: string): string {
  const line = text.split('\n').find((each) => /[\p{L}\p{N}]/u.test(each)) ?? '';
  const plain = line.replace(/^[\s>#*+-]+/, '').replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  return plain.length <= LONGEST_LINE
    ? plain.trim()
    : `${plain
        .slice(0, LONGEST_LINE - 1)
        .toWellFormed()
        .trim()}…`;
}
