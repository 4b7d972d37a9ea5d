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

/** Where the caps fall: after a whole line where there is one. */
function endOf(text: string): number {
  let end = 0;
  for (let lines = 0; lines < maxLines; lines++) {
    const next = text.indexOf('\n', end === 0 ? 0 : end + 1);
    if (next === -1) return text.length <= maxChars ? text.length : end || whole(text);
    if (next > maxChars) return end || whole(text);
    end = next;
  }
  return end;
}

/** A cut that does not fall between the two halves of one character. */
function whole(text: string): number {
  const code = text.charCodeAt(maxChars - 1);
  return code >= 0xd800 && code < 0xdc00 ? maxChars - 1 : maxChars;
}
