import type { Marker } from '../domain/card.ts';

/**
 * Where a product has no field for a foreign reference, a card or comment carries its marker in the text: the last line says for people
 * who asked, and ends with the id.
 */
const markerLine = /^— .* · cw-[\w-]+$/;

/** Adds the line to a text. */
export function withMarker(text: string, { id, origin }: Marker): string {
  return withLine(text, `— ${origin.replace(/\s+/g, ' ').trim()} · cw-${id}`);
}

/** Puts a line that `splitMarker` took off under another text. */
export function withLine(text: string, line: string | undefined): string {
  return [text.trim(), line ?? ''].filter((part) => part !== '').join('\n\n');
}

/** A text without its marker line, and the line. */
export function splitMarker(text: string): { readonly text: string; readonly line: string | undefined } {
  const whole = text.trimEnd();
  const start = whole.lastIndexOf('\n') + 1;
  const last = whole.slice(start).trim();
  return markerLine.test(last)
    ? { text: whole.slice(0, start).trimEnd(), line: last }
    : { text, line: undefined };
}

/** Whether a text's last line carries this very marker. */
export function carries(text: string, { id }: Marker): boolean {
  return splitMarker(text).line?.endsWith(` · cw-${id}`) ?? false;
}
