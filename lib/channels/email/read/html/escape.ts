import { withoutUnseen } from './unseen.ts';

/**
 * Makes plain text show as it was written where Markdown is read: words that are no markup stay words. What people write on purpose,
 * quotes, lists, `code` and addresses, stays as it is. Mentions are the business of the channel that shows the text.
 */
export function escapeMarkdown(text: string): string {
  const lines = withoutUnseen(text).split(/\r\n|[\n\r\u2028\u2029]/);
  const fenced = fencedLines(lines);
  const startOf = lineStarts();
  return lines
    .map((line, at) => (fenced.has(at) ? line : escapeLine(line, startOf)))
    .map((line, at) => (fenced.has(at) ? line : guardLine(line)))
    .join('\n');
}

function escapeLine(line: string, startOf: (text: string) => string): string {
  const [quote = ''] = /^(?:[ \t]{0,3}>[ \t]?)*/.exec(line) ?? [];
  const said = line.slice(quote.length);
  const [indent = ''] = /^[ \t]*/.exec(said) ?? [];
  const words = said.slice(indent.length);
  return quote + indentOf(indent, words) + startOf(escapeInline(words));
}

/** Four spaces would begin a block of code, except where they are the depth of a list. */
function indentOf(indent: string, words: string): string {
  if (words === '') return '';
  if (/^(?:[-*+]|\d{1,9}[.)])\s/.test(words)) return indent;
  return indent.replaceAll('\t', '    ').length < 4 ? indent : indent.replaceAll(/[ \t]/g, '\u00A0');
}

/**
 * Escapes what would be a heading or a list by accident at the start of a line: `#`, `+`, and a number that does not count on from the
 * one before ("15. March" is a date). Keeps count from call to call.
 */
export function lineStarts(): (text: string) => string {
  let next = 1;
  return (text) => {
    const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(text);
    if (!number) return text.replace(/^(?:#|\+(?=\s|$))/, '\\$&');
    const [whole, digits = '', sign = ''] = number;
    const count = Number(digits);
    if (count === 1 || count === next) {
      next = count + 1;
      return text;
    }
    return `${digits}\\${sign}${text.slice(whole.length)}`;
  };
}

/** A line of dashes or equals signs would make a heading of the line above. */
export function guardLine(line: string): string {
  return /^[ \t]{0,3}(?:-+|=+)[ \t]*$/.test(line) ? line.replace(/[-=]/, '\\$&') : line;
}

/** Web addresses, addresses in angle brackets and `code` stay as they are. None can hold what ends a link's text. */
const untouched =
  /(https?:\/\/[^\s<>[\]`\\]*|<(?!script)(?:https?:\/\/[^\s<>()[\]`]{1,1000}|[^\s<>()[\]`@]{1,64}@[^\s<>()[\]`@]{1,255})>|(?<!`)`(?!`)[^`<\n]+`(?!`))/i;

/** Brackets inside a link's text, but those that are escaped already: one would end it too early. */
export function escapeBrackets(text: string): string {
  return text.replaceAll(/\\[\s\S]|[[\]]/g, (sign) => (sign.length === 1 ? `\\${sign}` : sign));
}

/** Escapes what would be markup inside a line. */
export function escapeInline(text: string): string {
  return text
    .split(untouched)
    .map((part, at) => (at % 2 === 1 && !part.includes('](') ? part : escapeWords(part)))
    .join('');
}

function escapeWords(text: string): string {
  return (
    text
      .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
      .replaceAll('`', '\\`')
      .replaceAll(/[*_]+/g, escapeRun)
      .replaceAll(/~{2,}/g, escapeEach)
      // `[text](target)`, `[text][reference]` and `[reference]: target`
      .replaceAll(/\](?=[([:])/g, '\\]')
      .replaceAll(/&(?=#\w{1,9};|\w{2,31};)/g, '&amp;')
      .replaceAll(/<(?=[A-Za-z/!?]|$)/g, '&lt;')
  );
}

/** Signs that stand alone, and those inside a word as in `snake_case`, are no emphasis. */
function escapeRun(run: string, at: number, whole: string): string {
  const before = whole[at - 1] ?? ' ';
  const after = whole[at + run.length] ?? ' ';
  if (/\s/.test(before) && /\s/.test(after)) return run;
  if (/^_+$/.test(run) && isWord(before) && isWord(after)) return run;
  return escapeEach(run);
}

function isWord(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

function escapeEach(run: string): string {
  return run.replaceAll(/./g, '\\$&');
}

/** The lines of blocks between ``` and ```, as people paste code; a block that never ends is none, and a fence that goes on ends none. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let opened: number | undefined;
  for (const [at, line] of lines.entries()) {
    if (opened === undefined) {
      if (/^ {0,3}```[^`<]*$/.test(line)) opened = at;
    } else if (/^ {0,3}```[ \t]*$/.test(line)) {
      const block = lines.slice(opened, at);
      if (!block.some((each) => /<\/?script/i.test(each)))
        for (let each = opened; each <= at; each += 1) fenced.add(each);
      opened = undefined;
    }
  }
  return fenced;
}
