/** A mail that is longer is cut before it is read (contract 3.4). */
export const maxChars = 64 * 1024;
export const maxLines = 2000;

/** The lines of a text up to the caps, and what lies beyond them. Line ends become `\n`. */
export function splitLines(text: string): { readonly lines: readonly string[]; readonly beyond: string } {
  const whole = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/^\ufeff/, '');
  const end = endOf(whole);
  const lines = whole.slice(0, end).split('\n');
  return { lines, beyond: whole.slice(end).replace(/^\n/, '') };
}

/** Where the caps fall: after a whole line, unless one line is most of the text. */
function endOf(text: string): number {
  let next = -1;
  for (let lines = 0; lines < maxLines; lines++) {
    const after = text.indexOf('\n', next + 1);
    if (after === -1 || after > maxChars) return text.length <= maxChars ? text.length : cutAt(text, next);
    next = after;
  }
  return next;
}

function cutAt(text: string, lastBreak: number): number {
  if (lastBreak > maxChars / 2) return lastBreak;
  // Not between the two halves of one character.
  const code = text.charCodeAt(maxChars - 1);
  return code >= 0xd800 && code < 0xdc00 ? maxChars - 1 : maxChars;
}
