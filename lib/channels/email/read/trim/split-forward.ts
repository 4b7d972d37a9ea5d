import { readFlatHeader } from './flat-header.ts';
import { saysForwarded } from './forward-subject.ts';
import { readHeaderBlock } from './header-block.ts';
import { type Line, readLine } from './line.ts';
import { readReplyHeader } from './reply-header.ts';
import { isRule, readSeparator } from './separator.ts';
import { nextSaid, readIntroduction } from './spans.ts';
import { splitLines } from './split-lines.ts';
import { readWrote } from './wrote.ts';

/** A forwarded mail, as it says of itself: nothing here is proven. */
export interface Original {
  /** Name and address as the client wrote them: `Bob <bob@example.org>`. */
  readonly from?: string;
  /** As the client wrote it, in its language. */
  readonly date?: string;
  readonly subject?: string;
  /** Its text, with whatever it quotes itself. */
  readonly text: string;
}

/** A mail that passes another one on. */
export interface Forwarded {
  /** What the person who forwards says about it; often nothing. */
  readonly said: string;
  readonly original: Original;
}

/**
 * Divides a forwarded mail into what its sender says and the original. Known by "Forwarded message" in any language, or, when
 * the subject says so, by any header of another mail. `undefined` when it forwards nothing.
 */
export function splitForward(subject: string, text: string): Forwarded | undefined {
  return forwardIn(splitLines(text).lines.map(readLine), subject)?.forward;
}

/** A forwarded mail and the lines, from and to, at which the original stands. */
export interface ForwardPlace {
  readonly forward: Forwarded;
  readonly at: number;
  readonly end: number;
}

/** The same for lines already read. */
export function forwardIn(lines: readonly Line[], subject: string): ForwardPlace | undefined {
  const header = findForwarded(lines, saysForwarded(subject));
  if (header === undefined) return undefined;
  const at = ruledAbove(lines, header);
  const end = quotedEnd(lines, header);
  const said = [lines.slice(0, at), lines.slice(end)].map(join).filter((text) => text !== '');
  return {
    at,
    end,
    forward: { said: said.join('\n\n'), original: readOriginal(lines.slice(0, end), header) },
  };
}

/** The first header of another mail, if it is one that is passed on. */
function findForwarded(lines: readonly Line[], announced: boolean): number | undefined {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.plain === '') continue;
    const separator = readSeparator(line);
    if (separator?.kind === 'forwarded' && (separator.drawn || hasHeader(lines, at + 1))) return at;
    if (announced && line.depth > 0 && readIntroduction(lines, at) !== undefined) return at;
    if (line.depth === 0 && readIntroduction(lines, at) !== undefined) return announced ? at : undefined;
  }
  return undefined;
}

function hasHeader(lines: readonly Line[], at: number): boolean {
  const below = nextSaid(lines, at);
  return readHeaderBlock(lines, below) !== undefined || readReplyHeader(lines, below) !== undefined;
}

function readOriginal(lines: readonly Line[], at: number): Original {
  const separator = lines[at] && readSeparator(lines[at]);
  if (separator?.rest !== undefined)
    return { ...tidy(readFlatHeader(separator.rest) ?? {}), text: bodyOf(lines, at + 1, false) };
  const below = separator ? nextSaid(lines, at + 1) : at;
  const quoted = (lines[below]?.depth ?? 0) > 0;
  const block = readHeaderBlock(lines, below);
  if (block) return { ...tidy(block), text: bodyOf(lines, block.end, quoted) };
  const end = readReplyHeader(lines, below);
  if (end === undefined) return { text: bodyOf(lines, at + 1, quoted) };
  return { ...readWrote(lines.slice(below, end)), text: bodyOf(lines, end, quoted) };
}

/** Where an original ends whose lines are quoted: what stands below a blank line then is said about it. */
function quotedEnd(lines: readonly Line[], at: number): number {
  const last = lines.findLastIndex((line) => line.depth > 0);
  const below = nextSaid(lines, at + 1);
  const quoted = (lines[at]?.depth ?? 0) > 0 || (lines[below]?.depth ?? 0) > 0;
  return quoted && last > at && lines[last + 1]?.plain === '' ? last + 1 : lines.length;
}

/** Outlook repeats addresses as `<mailto:…>`, old ones write them as `[mailto:…]`. */
function tidy({ from, date, subject }: Omit<Original, 'text'>): Omit<Original, 'text'> {
  const sender = from?.replace(/<mailto:[^<>]*>/g, '').replace(/\[mailto:\s?([^[\]]*)\]/g, '<$1>');
  return {
    ...(sender ? { from: sender.trim() } : {}),
    ...(date ? { date: date.trim() } : {}),
    ...(subject ? { subject: subject.trim() } : {}),
  };
}

/** The original's text, without the `>` that some clients put before each of its lines. */
function bodyOf(lines: readonly Line[], from: number, quotedHeader: boolean): string {
  const body = lines.slice(from);
  const said = body.filter((line) => line.plain !== '' || line.depth > 0);
  const quoted = quotedHeader || (said.length > 0 && said.every((line) => line.depth > 0));
  return join(quoted ? body.map((line) => ({ ...line, raw: line.raw.replace(/^\s*> ?/, '') })) : body);
}

function ruledAbove(lines: readonly Line[], at: number): number {
  let first = at;
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above];
    if (!line || (line.plain !== '' && !isRule(line))) break;
    if (line.plain !== '') first = above;
  }
  return first;
}

function join(lines: readonly Line[]): string {
  const text = lines.map(({ raw }) => raw).join('\n');
  return text.replace(/^\s*\n/, '').trimEnd();
}
