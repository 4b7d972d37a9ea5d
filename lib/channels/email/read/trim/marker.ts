import { fold } from './fold.ts';
import type { Line } from './line.ts';

/**
 * What our outgoing mails begin with, so that everything below it in an answer is known to be ours. Short enough that no
 * client wraps it.
 */
export const markerLines = {
  en: '## Reply above this line ##',
  de: '## Bitte über dieser Zeile antworten ##',
} as const;

const cores = Object.values(markerLines).map((line) => bare(fold(line)));

/** Whether a line is the marker, quoted or not, whatever a client made of its signs. */
export function isMarker(line: Line): boolean {
  return line.folded.length < 80 && cores.includes(bare(line.folded));
}

function bare(folded: string): string {
  return folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}
