import { escapeHtml } from '../../../../domain/html.ts';
import type { Attributes } from './marks.ts';

/** One step through a mail's HTML. `region` says whose it is: 0 what the person wrote, else a marked part (`Region`). */
export type Piece =
  | {
      readonly kind: 'open';
      readonly tag: string;
      readonly attributes: Attributes;
      readonly region: number;
    }
  | { readonly kind: 'close'; readonly tag: string; readonly region: number }
  | { readonly kind: 'text'; readonly text: string; readonly region: number };

/** Elements that have no end. */
const voids = new Set(['br', 'hr', 'img']);

/** The pieces as HTML again, balanced as they are: only the attributes that say something, each text escaped. */
export function toHtml(pieces: readonly Piece[]): string {
  return pieces.map(htmlOf).join('');
}

/** The attributes that say something; the marks of clients have been read by now. */
const telling = new Set(['href', 'src', 'alt', 'width', 'height', 'start', 'role', 'colspan', 'rowspan']);

function htmlOf(piece: Piece): string {
  if (piece.kind === 'text') return escapeHtml(piece.text);
  if (piece.kind === 'close') return voids.has(piece.tag) ? '' : `</${piece.tag}>`;
  const written = Object.entries(piece.attributes)
    .filter(([name]) => telling.has(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<${piece.tag}${written.join('')}>`;
}

const lines = new Set(
  'address article aside blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** The pieces as bare text, a line for each block: for what is cut, and for what cannot be read as Markdown. */
export function toText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      return lines.has(piece.tag) && (piece.kind === 'open' || piece.tag === 'p') ? '\n' : ' ';
    })
    .join('')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The content id of an embedded picture (`cid:`), without its scheme; undefined for every other piece. */
export function contentIdOf(piece: Piece): string | undefined {
  if (piece.kind !== 'open' || piece.tag !== 'img') return undefined;
  const source = piece.attributes.src ?? '';
  return /^cid:/i.test(source) ? source.slice(4) : undefined;
}
