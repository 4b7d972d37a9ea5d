import { isClosing } from './closing.ts';
import { disclaimerStart } from './disclaimer.ts';
import { fold } from './fold.ts';
import { isFooter } from './footer.ts';
import type { Line } from './line.ts';
import { isRule } from './separator.ts';
import { isContact, isSignatureLine } from './signature-line.ts';

/** Lines that a signature may take. A longer one is taken for text. */
const longest = 30;
/** Below a bare `--` or `__` only something shorter is believed. */
const longestLoose = 18;
const shortest = 4;

/** What is known of lines that may end in a signature. */
export interface SaidOptions {
  /** The sender's name. */
  readonly author?: string | undefined;
  /** They stand below something said: they may be nothing but a signature. "Thanks" and a name may not, elsewhere. */
  readonly below?: boolean;
}

/**
 * Where what a person wrote ends, when lines `from` to `to` are the last of it: signature, footer and disclaimer below are left
 * out. Gives `from` when there is nothing else.
 */
export function endOfSaid(lines: readonly Line[], from: number, to: number, options: SaidOptions): number {
  const author = options.author === undefined ? undefined : fold(options.author);
  let first = from;
  while (first < to && lines[first]?.plain === '') first++;
  const top = options.below ? first : first + 1;
  let end = withoutBlanks(lines, from, to);
  for (;;) {
    const next = withoutBlanks(lines, from, oneLess(lines, { from, top, end, author }));
    if (next === end) return end;
    end = next;
  }
}

interface Region {
  readonly from: number;
  /** A closing above this line is what is said. */
  readonly top: number;
  readonly end: number;
  readonly author: string | undefined;
}

function oneLess(lines: readonly Line[], { from, top, end, author }: Region): number {
  const last = lines[end - 1];
  if (end <= from || !last) return end;
  if (isFooter(last) || isRule(last) || /^(?:--|__|—|–)$/.test(last.plain)) return end - 1;
  const paragraph = paragraphStart(lines, from, end);
  const disclaimer = disclaimerStart(lines.slice(paragraph, end));
  if (disclaimer !== undefined) return paragraph + disclaimer;
  return delimited(lines, from, end) ?? closed(lines, top, end) ?? named(lines, top, end, author) ?? end;
}

/**
 * Below RFC 3676's `-- `; below `--`, which lost its space on the way, and other lines when what stands there looks like a
 * signature. The same line a second time divides a text.
 */
function delimited(lines: readonly Line[], from: number, end: number): number | undefined {
  for (let at = end - 1; at >= from && at >= end - longest; at--) {
    const line = lines[at];
    if (!line) break;
    if (line.depth === 0 && /^\s*\\?-- +$/.test(line.raw)) return at;
    const below = lines.slice(at + 1, end);
    if (line.plain === '--' ? isShortSignature(below) : isDelimiter(line) && isCard(below, 1))
      return lines.slice(from, at).some(({ plain }) => plain === line.plain) ? undefined : at;
    if (!isSignatureLine(line) && end - at > shortest) break;
  }
  return undefined;
}

/** RFC 3676 knows four lines; they may be a saying, but do not begin as a sentence. */
function isShortSignature(below: readonly Line[]): boolean {
  const said = below.filter((line) => line.plain !== '');
  const [first] = said;
  if (!first || !isSignatureLine(first)) return false;
  return (
    said.every(isSignatureLine) || (said.length <= shortest && said.every(({ plain }) => plain.length <= 100))
  );
}

function isDelimiter(line: Line): boolean {
  return /^(?:[-–—_‐=~*]\s?){1,3}$/u.test(line.plain) || isRule(line);
}

/** A closing and what stands below it, when that is more than a name. */
function closed(lines: readonly Line[], from: number, end: number): number | undefined {
  for (let at = end - 1; at >= from && at >= end - longest; at--) {
    const line = lines[at];
    if (!line) break;
    if (isClosing(line)) return isCard(lines.slice(at + 1, end)) ? at : undefined;
    if (!isSignatureLine(line)) break;
  }
  return undefined;
}

/** Name, function, company, telephone: somebody's card, not just their name. */
function isCard(lines: readonly Line[], atLeast = 2): boolean {
  const said = lines.filter((line) => line.plain !== '');
  if (said.length < atLeast || said.length > longestLoose) return false;
  return said.some(isContact) && said.every(isSignatureLine);
}

/** A card without a closing is believed when it begins with the sender's own name. */
function named(
  lines: readonly Line[],
  from: number,
  end: number,
  author: string | undefined,
): number | undefined {
  if (author === undefined || author === '') return undefined;
  for (let at = end - 1; at >= from && at >= end - longestLoose; at--) {
    const line = lines[at];
    if (!line || !isSignatureLine(line)) return undefined;
    if (line.folded === author && lines[at - 1]?.plain === '')
      return isCard(lines.slice(at, end)) ? at : undefined;
  }
  return undefined;
}

function paragraphStart(lines: readonly Line[], from: number, end: number): number {
  let start = end - 1;
  while (start > from && start > end - longest && isText(lines[start - 1])) start--;
  return start;
}

function isText(line: Line | undefined): boolean {
  return line !== undefined && line.depth === 0 && line.plain !== '';
}

function withoutBlanks(lines: readonly Line[], from: number, to: number): number {
  let end = to;
  while (end > from && lines[end - 1]?.plain === '') end--;
  return end;
}
