/**
 * A text for people (`lib/texts`) in pieces: it is written with a few marks, and what people and boards wrote in it must not be taken for
 * any. While such a text is filled in, their signs stand as others that nobody types.
 */

const signs = '*`[]()>';
const FIRST = 0xe000;
const held = new RegExp(`[\\u{${FIRST.toString(16)}}-\\u{${(FIRST + signs.length - 1).toString(16)}}]`, 'gu');

/** Makes a text of a person or a board inert among marks. */
export function hold(text: string): string {
  return text
    .replaceAll(held, '')
    .replaceAll(/[*`[\]()>]/g, (sign) => String.fromCharCode(FIRST + signs.indexOf(sign)));
}

/** Gives back what was held. */
export function release(text: string): string {
  return text.replaceAll(held, (sign) => signs.charAt(sign.charCodeAt(0) - FIRST));
}

/** A piece of a line, as it is to be read. */
export interface Piece {
  readonly kind: 'plain' | 'bold' | 'code' | 'link';
  readonly text: string;
  /** A link's target. */
  readonly url?: string;
}

/** Lines that belong together: plain ones, quoted ones, or ones that keep their spaces. */
export interface Passage {
  readonly kind: 'lines' | 'quote' | 'fixed';
  readonly lines: readonly (readonly Piece[])[];
}

/** Takes a marked text apart. Everything in it is as people wrote it again. */
export function passagesOf(marked: string): readonly Passage[] {
  const passages: { kind: Passage['kind']; lines: (readonly Piece[])[] }[] = [];
  let fixed = false;
  for (const line of marked.split(/\r\n|\r|\n/)) {
    if (line === '```') {
      fixed = !fixed;
      continue;
    }
    const kind = fixed ? 'fixed' : line.startsWith('> ') || line === '>' ? 'quote' : 'lines';
    const pieces = fixed ? [plain(line)] : piecesOf(kind === 'quote' ? line.slice(2) : line);
    const last = passages.at(-1);
    if (last?.kind === kind) last.lines.push(pieces);
    else passages.push({ kind, lines: [pieces] });
  }
  return passages;
}

const marks = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^()\s]*)\)/g;

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(marks)) {
    const [whole, bold, code, text = '', url = ''] = match;
    if (match.index > at) pieces.push(plain(line.slice(at, match.index)));
    if (bold !== undefined) pieces.push(...emphasised(bold));
    else if (code !== undefined) pieces.push({ kind: 'code', text: release(code) });
    else pieces.push(url === '' ? plain(text) : { kind: 'link', text: release(text), url });
    at = match.index + whole.length;
  }
  if (at < line.length || pieces.length === 0) pieces.push(plain(line.slice(at)));
  return pieces;
}

/** `**[title](url)**` is a link. */
function emphasised(text: string): readonly Piece[] {
  const inner = piecesOf(text);
  return inner.some(({ kind }) => kind !== 'plain') ? inner : [{ kind: 'bold', text: release(text) }];
}

function plain(text: string): Piece {
  return { kind: 'plain', text: release(text) };
}
