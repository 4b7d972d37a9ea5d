import { readHeaderBlock } from './header-block.ts';
import type { Line } from './line.ts';
import { quotedBelow, readReplyHeader } from './reply-header.ts';
import { isRule, readSeparator } from './separator.ts';

/** A run of lines that somebody said or quoted. `introduced`: a client's header stands over the quotation. */
export interface Span {
  readonly kind: 'said' | 'quote';
  readonly start: number;
  readonly end: number;
  readonly introduced: boolean;
}

/** A mail as spans up to `end`; from there on everything is another mail that no `>` marks. */
export interface Layout {
  readonly spans: readonly Span[];
  readonly end: number;
}

/** Divides a mail's lines into what is said and what is quoted. */
export function layOut(lines: readonly Line[]): Layout {
  const spans: Span[] = [];
  let said = 0;
  const close = (at: number) => {
    if (at > said) spans.push({ kind: 'said', start: said, end: at, introduced: false });
  };
  for (let at = 0; at < lines.length; ) {
    const intro = lines[at]?.depth === 0 ? readIntroduction(lines, at) : undefined;
    if (intro !== undefined && !quotedBelow(lines, intro - 1)) {
      const end = ruledAbove(lines, at, said);
      close(end);
      return { spans: joinQuotes(spans, lines), end };
    }
    if (intro === undefined && lines[at]?.depth === 0) {
      at++;
      continue;
    }
    close(intro === undefined ? at : ruledAbove(lines, at, said));
    const start = Math.max(said, intro === undefined ? at : ruledAbove(lines, at, said));
    const end = quoteEnd(lines, intro ?? at);
    spans.push({ kind: 'quote', start, end, introduced: intro !== undefined || introducesItself(lines, at) });
    at = end;
    said = end;
  }
  close(lines.length);
  return { spans: joinQuotes(spans, lines), end: lines.length };
}

/** What a client writes over another mail, beginning at this line: gives the line after it. */
export function readIntroduction(lines: readonly Line[], at: number): number | undefined {
  const line = lines[at];
  if (!line || line.plain === '') return undefined;
  const separator = readSeparator(line);
  if (separator?.rest !== undefined) return at + 1;
  if (separator) {
    const below = nextSaid(lines, at + 1);
    const inner = readHeaderBlock(lines, below)?.end ?? readReplyHeader(lines, below);
    if (inner !== undefined) return inner;
    return separator.drawn ? at + 1 : undefined;
  }
  return readHeaderBlock(lines, at)?.end ?? readReplyHeader(lines, at);
}

/** The next line that is not blank. */
export function nextSaid(lines: readonly Line[], at: number): number {
  let next = at;
  while (next < at + 4 && lines[next]?.plain === '') next++;
  return next;
}

/** Lines drawn right above a header belong to it. */
function ruledAbove(lines: readonly Line[], at: number, from: number): number {
  let start = at;
  for (let above = at - 1; above >= from && above >= at - 4; above--) {
    const line = lines[above];
    if (!line || (line.plain !== '' && !isRule(line))) break;
    if (line.plain !== '') start = above;
  }
  return start;
}

function quoteEnd(lines: readonly Line[], at: number): number {
  let end = at;
  for (let next = at; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    if (line.depth > 0 || (isLinkRest(line) && (lines[next + 1]?.depth ?? 0) > 0)) end = next + 1;
    else if (line.plain !== '') break;
  }
  return end;
}

/** A quoted link that a client wrapped without a new `>`. */
function isLinkRest(line: Line): boolean {
  return /^\(?<?https?:\/\/\S+\s?[)>]*\s?>?$/.test(line.plain) || /^[^\s()<>]{4,}[)>]$/.test(line.plain);
}

/** Newer Apple clients quote the header as well: `> On 1 Jan 2026, at 10:00, Bob <…> wrote:`. */
function introducesItself(lines: readonly Line[], at: number): boolean {
  return readReplyHeader(lines, at) !== undefined || readHeaderBlock(lines, at) !== undefined;
}

/** Quotations with nothing but blank lines between them are one. */
function joinQuotes(spans: readonly Span[], lines: readonly Line[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    if (span.kind === 'said' && lines.slice(span.start, span.end).every((line) => line.plain === ''))
      continue;
    const last = joined.at(-1);
    if (span.kind === 'quote' && last?.kind === 'quote')
      joined[joined.length - 1] = { ...last, end: span.end, introduced: last.introduced || span.introduced };
    else joined.push(span);
  }
  return joined;
}
