import type { Attributes } from './marks.ts';
import type { Piece } from './pieces.ts';
import { readWordLists } from './word-lists.ts';

/** Says in plain HTML what clients say in ways of their own: lines written as paragraphs, bold that is not, whole mails set as code. */
export function plainHtml(pieces: readonly Piece[]): readonly Piece[] {
  const allSet = isAllSet(pieces);
  const result: Piece[] = [];
  const open: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      if (open.includes('lines')) result.push(...asLines(piece));
      else result.push(piece);
      continue;
    }
    const tag =
      piece.kind === 'open' ? tagOf(piece.tag, piece.attributes, allSet) : (open.pop() ?? piece.tag);
    if (piece.kind === 'open') open.push(tag);
    if (tag === 'lines') result.push({ ...piece, tag: 'div' });
    else if (tag !== 'pre') result.push({ ...piece, tag });
    else if (piece.kind === 'open') result.push(piece, { ...piece, tag: 'code' });
    else result.push({ ...piece, tag: 'code' }, piece);
  }
  return readWordLists(result);
}

/** What a tag means as a client writes it; `lines` is text whose line breaks count, but no code. */
function tagOf(tag: string, attributes: Attributes, allSet: boolean): string {
  const style = (attributes.style ?? '').slice(0, 400);
  const name = (attributes.class ?? '').slice(0, 400);
  if (tag === 'p') return isLine(style, name) ? 'div' : 'p';
  if (tag === 'b' || tag === 'strong') return /font-weight:\s?(?:normal|400)/i.test(style) ? 'span' : tag;
  if (tag === 'pre') return allSet || /\bmoz-/.test(name) ? 'lines' : 'pre';
  return tag;
}

/** Word and Outlook write each line as a paragraph without a margin. */
function isLine(style: string, name: string): boolean {
  if (/mso-list:\s?l\d/i.test(style)) return false;
  return (
    /\bMso(?:Normal|PlainText|NoSpacing)/.test(name) ||
    /margin:\s?0(?:px|pt|cm|in)?\s?(?:;|$)/i.test(style) ||
    /margin-top:\s?0(?:px|pt|cm|in)?;\s?margin-bottom:\s?0(?:px|pt|cm|in)?\s?(?:;|$)/i.test(style)
  );
}

/** Whether all that was written stands in `pre`, as when a server makes HTML of plain text. */
function isAllSet(pieces: readonly Piece[]): boolean {
  let depth = 0;
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      if (depth === 0 && piece.region === 0 && /[\p{L}\p{N}]/u.test(piece.text)) return false;
    } else if (piece.tag === 'pre') depth += piece.kind === 'open' ? 1 : -1;
  }
  return true;
}

function asLines(piece: Extract<Piece, { readonly kind: 'text' }>): readonly Piece[] {
  const { region } = piece;
  return piece.text
    .split('\n')
    .flatMap((text, at): Piece[] => [
      ...(at > 0 ? [{ kind: 'open', tag: 'br', attributes: {}, region } as const] : []),
      { kind: 'text', text, region },
    ]);
}
