/** Lines of a signature separator end in a blank and yet are not flowed (RFC 3676 4.3). */
const separator = /^-- $/;

/**
 * Unwraps `format=flowed` (RFC 3676): a line that ends in a blank goes on in the next one of the same quote depth. Quote marks stay, one
 * blank after them; `delSp` says that the blank itself was only the mark of the wrap. `text` has line feeds only.
 */
export function unwrapFlowed(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let open: { depth: number; pieces: string[] } | undefined;
  const close = () => {
    if (open) lines.push(quoted(open.depth, open.pieces.join('')));
    open = undefined;
  };
  for (const raw of text.split('\n')) {
    const depth = raw.length - raw.replace(/^>+/, '').length;
    const line = raw.slice(depth).replace(/^ /, '');
    const isSeparator = separator.test(line);
    if (open && (open.depth !== depth || isSeparator)) close();
    const flows = line.endsWith(' ') && !isSeparator;
    const piece = flows && delSp ? line.slice(0, -1) : line;
    open ??= { depth, pieces: [] };
    open.pieces.push(piece);
    if (!flows) close();
  }
  close();
  return lines.join('\n');
}

function quoted(depth: number, line: string): string {
  if (depth === 0) return line;
  return line === '' ? '>'.repeat(depth) : `${'>'.repeat(depth)} ${line}`;
}
