import { escapeHtml } from '../../../domain/html.ts';
import { cleanText } from './clean.ts';
import { unwrapFlowed } from './flowed.ts';
import { decodeBytes } from './mime/charset.ts';
import type { Leaf } from './mime/scan.ts';
import { decodeTransfer } from './mime/transfer.ts';

/** The body as a whole in each of the two forms; a form that does not hold all of it is left out. */
export interface Body {
  readonly text?: string;
  readonly html?: string;
}

/** One piece of the body: what a multipart/alternative offers, or a text part on its own. */
interface Piece {
  readonly text: readonly string[];
  readonly html: readonly string[];
}

/** Nobody writes this much; the rest stays in the stored mail. In bytes. */
const LONGEST_PART = 1024 * 1024;

/** Whether a leaf is part of the body rather than a file. */
export function isBodyPart({ type, disposition, within }: Leaf): boolean {
  if (disposition.value === 'attachment') return false;
  // A mail that is one text is its own body, whatever kind of text it calls itself.
  if (within.length === 0) return /^text\/(?!calendar|(?:x-)?vcard)/.test(type.value);
  const isText = type.value === 'text/plain' || type.value === 'text/html';
  const named = disposition.params.filename ?? type.params.name;
  return isText && (named === undefined || isVersion(within));
}

/** A third version of the same body, for watches and the like: no file either. */
export function isOtherVersion({ type, disposition, within }: Leaf): boolean {
  const isShown = type.value.startsWith('text/') && type.value !== 'text/calendar';
  return isVersion(within) && isShown && disposition.value !== 'attachment';
}

/** Whether the part is one of several versions of the same thing. */
function isVersion(within: Leaf['within']): boolean {
  return within.at(-1)?.type.value === 'multipart/alternative';
}

/** Puts the body together from its parts: Apple Mail cuts it in pieces around each picture, and some of them come as HTML only. */
export function readBodyParts(raw: Buffer, leaves: readonly Leaf[]): Body {
  const groups = Map.groupBy(leaves.filter(isBodyPart), (leaf) => {
    return leaf.within.find(({ type }) => type.value === 'multipart/alternative') ?? leaf;
  });
  const pieces = [...groups.values()].map((group) => piece(raw, group)).filter(saysSomething);
  const allText = pieces.length > 0 && pieces.every(({ text }) => text.length > 0);
  const anyHtml = pieces.some(({ html }) => html.length > 0);
  return {
    ...(allText && { text: pieces.flatMap(({ text }) => text).join('\n\n') }),
    ...(anyHtml && { html: pieces.flatMap(asHtml).join('\n') }),
  };
}

function piece(raw: Buffer, leaves: readonly Leaf[]): Piece {
  const of = (html: boolean) =>
    leaves
      .filter((leaf) => (leaf.type.value === 'text/html') === html)
      .map((leaf) => decodePart(raw, leaf))
      .filter((text) => text.trim() !== '');
  return { text: of(false), html: of(true) };
}

function saysSomething({ text, html }: Piece): boolean {
  return text.length > 0 || html.length > 0;
}

/** One text part's text, clean, unwrapped where it is flowed. */
export function decodePart(raw: Buffer, { type, encoding, start, end }: Leaf): string {
  const bytes = upToLine(decodeTransfer(raw.subarray(start, end), encoding), LONGEST_PART);
  const text = cleanText(decodeBytes(bytes, type.params.charset));
  const isFlowed = type.value === 'text/plain' && type.params.format?.toLowerCase() === 'flowed';
  return isFlowed ? unwrapFlowed(text, type.params.delsp?.toLowerCase() === 'yes') : text;
}

/** Cut where a line ends: no character is torn. */
function upToLine(bytes: Buffer, longest: number): Buffer {
  if (bytes.length <= longest) return bytes;
  const end = bytes.lastIndexOf(0x0a, longest);
  return bytes.subarray(0, end > 0 ? end : longest);
}

function asHtml({ text, html }: Piece): readonly string[] {
  if (html.length > 0) return html;
  return [`<div>${escapeHtml(text.join('\n\n')).replace(/\n/g, '<br>\n')}</div>`];
}
