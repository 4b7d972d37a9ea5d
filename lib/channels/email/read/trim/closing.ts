import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

const closings = new Set(wordsOf('closings'));

/** A line that closes a letter and nothing else: `Mit freundlichen Grüßen,`. A name may follow the comma on the same line. */
export function isClosing(line: Line): boolean {
  if (line.folded.length > 60) return false;
  const text = line.folded.replace(/^[\s*_~–—-]+|[\s*_,.!:;~–—-]+$/g, '');
  // `Viele Grüße / Best regards`
  return closings.has(text) || text.split(/ ?\/ ?/).every((part) => closings.has(part));
}
