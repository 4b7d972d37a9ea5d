import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

const originals = new Set(wordsOf('original'));
const forwardeds = new Set(wordsOf('forwarded'));

/** Dashes of every kind that clients draw lines with; ProtonMail uses U+2010. */
const strokes = new Set('-‐‑‒–—―=_*~#─━ ');
const rule = /^(?:[-‐‑‒–—―=_*~#─━·.]\s?){3,}$/;

/** What a line says that stands between a person's text and a mail below it. */
export type Separator = 'original' | 'forwarded';

/**
 * Reads `-----Original Message-----`, `Begin forwarded message:` and their like. `drawn` tells whether it came with dashes or
 * a colon: without them a few words are only believed when a header follows.
 */
export function readSeparator(line: Line): { readonly kind: Separator; readonly drawn: boolean } | undefined {
  if (line.folded.length > 160) return undefined;
  const core = withoutStrokes(line.folded);
  const drawn = line.folded.endsWith(':') || line.folded.length >= core.length + 4;
  if (forwardeds.has(core)) return { kind: 'forwarded', drawn };
  return originals.has(core) ? { kind: 'original', drawn } : undefined;
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
