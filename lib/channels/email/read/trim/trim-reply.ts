import { type Line, readLine } from './line.ts';
import { isMarker } from './marker.ts';
import { endOfSaid } from './signature.ts';
import { layOut, type Span } from './spans.ts';
import { type Forwarded, type ForwardPlace, forwardIn } from './split-forward.ts';
import { splitLines } from './split-lines.ts';
import { splitShared } from './split-shared.ts';

/** What is known about the mail besides its text. */
export interface TrimOptions {
  /** False for a new mail: what it quotes is then part of what is said. Default true. */
  readonly reply?: boolean;
  /** The mail's subject: tells a forwarded mail from an answer. */
  readonly subject?: string;
  /** The sender's name: a card below that begins with it is a signature. */
  readonly author?: string;
}

/** A mail's text in two: every line is in one of them, in order. */
export interface Trimmed {
  /** What the person wrote, without blank lines at both ends. */
  readonly kept: string;
  /** Quotations, headers, signature, footers, disclaimer, and what lies beyond the caps. */
  readonly cut: string;
  /** The mail that was passed on, when this one forwards one. */
  readonly forward?: Forwarded;
}

/**
 * Takes from a mail's plain text (or Markdown) what the person wrote. In doubt it keeps more: answers between quotations keep
 * the quotations, and where nothing would remain everything does. Linear in the text; longer ones than the caps of
 * `splitLines` are cut there. Never throws.
 */
export function trimReply(text: string, options: TrimOptions = {}): Trimmed {
  const { lines: whole, beyond } = splitLines(text);
  const raw = splitShared(whole);
  const lines = raw.map(readLine);
  const top = endAtMarker(lines);
  const found = forwardIn(lines, options.subject ?? '');
  const passedOn = found && found.at < top ? found : undefined;
  const keep = new Array<boolean>(lines.length).fill(false);
  for (const [start, end] of partsKept(lines, top, options, passedOn)) keep.fill(true, start, end);
  const cut = raw.filter((_, at) => !keep[at]);
  return {
    kept: withoutBlankEnds(raw.filter((_, at) => keep[at])).join('\n'),
    cut: withoutBlankEnds(beyond === '' ? cut : [...cut, beyond]).join('\n'),
    ...(passedOn ? { forward: passedOn.forward } : {}),
  };
}

type Part = readonly [start: number, end: number];

/** What is said; where that is nothing, what is quoted; where that is nothing, everything. */
function partsKept(
  lines: readonly Line[],
  top: number,
  options: TrimOptions,
  passedOn: ForwardPlace | undefined,
): readonly Part[] {
  const above = lines.slice(0, top);
  const saysSomething = (parts: readonly Part[]) =>
    parts.some(([start, end]) => lines.slice(start, end).some(({ plain }) => plain !== ''));
  const tries = [
    () => partsSaid(above, options, passedOn),
    () => partsSaid(above, { ...options, reply: false }),
  ];
  for (const attempt of tries) {
    const parts = attempt();
    if (saysSomething(parts)) return parts;
  }
  return [[0, lines.length]];
}

/** The lines that stay. */
function partsSaid(lines: readonly Line[], options: TrimOptions, passedOn?: ForwardPlace): readonly Part[] {
  const { author } = options;
  if (passedOn) {
    const { at, end } = passedOn;
    return [
      [0, endOfSaid(lines, 0, at, { author })],
      [end, endOfSaid(lines, end, Math.max(end, lines.length), { author, below: true })],
    ];
  }
  const { spans, end: bare } = layOut(lines);
  const endOf = (span: Span) => endOfSaid(lines, span.start, span.end, { author, below: span !== spans[0] });
  if (options.reply === false) return [[0, endOfAll(lines, spans, bare, endOf)]];
  const said = spans.filter((span) => span.kind === 'said' && endOf(span) > span.start);
  const last = said.at(-1);
  if (!last) return [];
  const before = spans.slice(0, spans.indexOf(last));
  const quotes = before.filter(({ kind }) => kind === 'quote');
  const end = endOf(last);
  const trailing = spans[spans.indexOf(last) + 1];
  // What somebody announces they quote themselves: "The manual says:".
  if (trailing?.kind === 'quote' && !trailing.introduced && announces(lines, last, trailing))
    return [[0, trailing.end]];
  // One whole mail above the answer is the client's doing; several quotations, or a chosen one, are what is answered.
  const after = spans.slice(spans.indexOf(last) + 1).some(({ kind }) => kind === 'quote');
  if (quotes.length === 1 && quotes[0]?.introduced && !after)
    return said.map((span): Part => [span.start, endOf(span)]);
  return [[0, end]];
}

/** Where a mail ends that keeps what it quotes: above the signature, if it ends in one's own words. */
function endOfAll(
  lines: readonly Line[],
  spans: readonly Span[],
  bare: number,
  endOf: (span: Span) => number,
): number {
  const last = spans.at(-1);
  return bare === lines.length && last?.kind === 'said' ? endOf(last) : lines.length;
}

/** A short quotation right below a colon. */
function announces(lines: readonly Line[], said: Span, quote: Span): boolean {
  const last = lines.slice(said.start, said.end).findLast(({ plain }) => plain !== '');
  return (last?.plain.endsWith(':') ?? false) && quote.end - quote.start <= 4;
}

/** Everything below our marker is ours, unless it is quoted: then answers may stand between. Nor if all is written below. */
function endAtMarker(lines: readonly Line[]): number {
  const at = lines.findIndex((line) => line.depth === 0 && isMarker(line));
  return lines.slice(0, Math.max(at, 0)).some(({ plain }) => plain !== '') ? at : lines.length;
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.trim() === '') start++;
  while (end > start && lines[end - 1]?.trim() === '') end--;
  return lines.slice(start, end);
}
