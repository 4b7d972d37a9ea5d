import { fold } from './fold.ts';
import { type HeaderBlock, readHeaderBlock } from './header-block.ts';
import { type Line, readLine } from './line.ts';
import { readReplyHeader } from './reply-header.ts';
import { isRule, readSeparator } from './separator.ts';
import { nextSaid, readIntroduction } from './spans.ts';
import { splitLines } from './split-lines.ts';
import { readWrote } from './wrote.ts';

/** A forwarded mail, as it says of itself: nothing here is proven. */
export interface Original {
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
  readonly text: string;
}

/** A mail that passes another one on. */
export interface Forwarded {
  /** What the person who forwards says about it; often nothing. */
  readonly said: string;
  readonly original: Original;
  /** Index of the line at which the forwarded part begins. */
  readonly at: number;
}

/** What clients put before the subject of a mail that is passed on, in the languages that differ. */
const prefixes =
  /^(?:\[[^\]]{1,40}\]\s?)?(?:fwd|fw|wg|wtr|tr|rv|rvf|enc|i|vs|vb|vl|vid|doorst|pd|fs|pos|továbbítás|tovabbitas|tov|ilt|yml|i̇lt|vb|vid|προωθ|πρθ|fy|pr|per|tf|转发|轉寄|转寄|轉發|転送|전달|fwd|переслано|переадр|пересл|переслати|пд|hw|fyi|trs|res|pre|preposlane|prp|bls|הועבר|העברה|إعادة توجيه|مُعاد توجيهها|chuyen tiep|trus|edasi|reenv|enc|rif|inoltr|framsent)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]/u;

/** Whether a subject says that the mail is passed on. */
export function saysForwarded(subject: string): boolean {
  return prefixes.test(fold(subject));
}

/**
 * Divides a forwarded mail into what its sender says and the original. Known by "Forwarded message" in any language, or, when
 * the subject says so, by any header of another mail. `undefined` when it forwards nothing.
 */
export function splitForward(subject: string, text: string): Forwarded | undefined {
  const { lines: raw } = splitLines(text);
  const lines = raw.map(readLine);
  const at = findForwarded(lines, saysForwarded(subject));
  if (at === undefined) return undefined;
  const body = readLines(lines, at);
  return {
    said: join(lines.slice(0, start(lines, at)).map((line) => line.raw)),
    original: body,
    at: start(lines, at),
  };
}

/** The first header of another mail, if it is one that is passed on. */
function findForwarded(lines: readonly Line[], announced: boolean): number | undefined {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.plain === '') continue;
    const separator = readSeparator(line);
    if (separator?.kind === 'forwarded' && (separator.drawn || hasHeader(lines, at + 1))) return at;
    if (line.depth === 0 && readIntroduction(lines, at) !== undefined) return announced ? at : undefined;
    if (announced && line.depth > 0 && readHeaderBlock(lines, at)) return at;
  }
  return undefined;
}

function hasHeader(lines: readonly Line[], at: number): boolean {
  const below = nextSaid(lines, at);
  return readHeaderBlock(lines, below) !== undefined || readReplyHeader(lines, below) !== undefined;
}

function readLines(lines: readonly Line[], at: number): Original {
  const line = lines[at];
  const below = line && readSeparator(line) ? nextSaid(lines, at + 1) : at;
  const block = readHeaderBlock(lines, below);
  if (block) return { ...told(block), text: bodyOf(lines, block.end) };
  const end = readReplyHeader(lines, below);
  if (end === undefined) return { text: bodyOf(lines, at + 1) };
  return { ...readWrote(lines.slice(below, end)), text: bodyOf(lines, end) };
}

function told({ from, date, subject }: HeaderBlock): Omit<Original, 'text'> {
  return { ...(from ? { from } : {}), ...(date ? { date } : {}), ...(subject ? { subject } : {}) };
}

/** The original's text, without the `>` that some clients put before each of its lines. */
function bodyOf(lines: readonly Line[], from: number): string {
  const body = lines.slice(from);
  const said = body.filter((line) => line.plain !== '' || line.depth > 0);
  const quoted = said.length > 0 && said.every((line) => line.depth > 0);
  return join(body.map((line) => (quoted ? line.raw.replace(/^\s*> ?/, '') : line.raw)));
}

function start(lines: readonly Line[], at: number): number {
  let first = at;
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above];
    if (!line || (line.plain !== '' && !isRule(line))) break;
    if (line.plain !== '') first = above;
  }
  return first;
}

function join(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd();
}
