import { fold } from './fold.ts';
import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

const originals = new Set(wordsOf('original'));
const forwardeds = new Set(wordsOf('forwarded'));

/** Dashes of every kind that clients draw lines with; ProtonMail uses U+2010. */
const strokes = new Set('-‐‑‒–—―=_*~#─━ ');
const rule = /^(?:[-‐‑‒–—―=_*~#─━·+]\s?){3,}$/;

/** What a line says that stands between a person's text and a mail below it. */
export type Separator = 'original' | 'forwarded';

/** What a separator line says. `rest` follows it on the same line: a header that a client did not break. */
export interface SeparatorLine {
  readonly kind: Separator;
  /** It came with dashes or a colon. Without them a few words are only believed when a header follows. */
  readonly drawn: boolean;
  readonly rest?: string;
}

/**
 * Reads `-----Original Message-----`, `Begin forwarded message:` and their like, also with both the client's
 * language and English in one line.
 */
export function readSeparator(line: Line): SeparatorLine | undefined {
  const joined = /^-{3,} ?([^-]{4,60}?) ?-{3,} (?=\S)(.+:.+)$/u.exec(line.plain);
  if (joined?.[1] && joined[2]) {
    const kind = kindOf(fold(joined[1]));
    return kind && { kind, drawn: true, rest: joined[2] };
  }
  if (line.folded.length > 160) return undefined;
  const core = withoutStrokes(line.folded);
  const drawn = line.folded.endsWith(':') || line.folded.length >= core.length + 4;
  const kind = kindOf(core) ?? kindOf(core.split(/ ?(?:\/|-{2,}) ?/)[0] ?? '');
  return kind && { kind, drawn };
}

function kindOf(core: string): Separator | undefined {
  if (forwardeds.has(core)) return 'forwarded';
  return originals.has(core) ? 'original' : undefined;
}

/** A line that is only drawn: `________`, `* * *`. */
export function isRule(line: Line): boolean {
  return line.plain.length < 200 && rule.test(line.plain);
}

/** What stands between the dashes at both ends of a line. */
export function withoutStrokes(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && strokes.has(text[from] ?? '')) from++;
  while (to > from && (strokes.has(text[to - 1] ?? '') || ':.<>"'.includes(text[to - 1] ?? ''))) to--;
  return text.slice(from, to);
}
