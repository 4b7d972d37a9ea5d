import type { Piece } from './pieces.ts';

/**
 * Makes lists of the paragraphs that Word writes for them: each carries its own sign in a `span` with `mso-list:Ignore`, and no
 * list around it. The depth is not told.
 */
export function readWordLists(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let list: 'ul' | 'ol' | undefined;
  let inItem = false;
  let ignored = 0;
  pieces.forEach((piece, at) => {
    const { region } = piece;
    if (isItem(piece)) {
      const sign = signAfter(pieces, at);
      if (!list) result.push({ kind: 'open', tag: sign.list, attributes: { start: sign.start }, region });
      list ??= sign.list;
      inItem = true;
      result.push({ kind: 'open', tag: 'li', attributes: {}, region });
    } else if (inItem && piece.kind === 'close' && piece.tag === 'p') {
      result.push({ ...piece, tag: 'li' });
      inItem = false;
      const next = itemAfter(pieces, at);
      if (list && (next === undefined || signAfter(pieces, next).list !== list)) {
        result.push({ ...piece, tag: list });
        list = undefined;
      }
    } else if (ignored > 0 || (inItem && isSign(piece))) {
      if (piece.kind === 'open') ignored += 1;
      if (piece.kind === 'close') ignored -= 1;
    } else {
      result.push(piece);
    }
  });
  return result;
}

/** Place of an item that follows with nothing in between. */
function itemAfter(pieces: readonly Piece[], at: number): number | undefined {
  let next = at + 1;
  for (let piece = pieces[next]; piece?.kind === 'text' && piece.text.trim() === ''; piece = pieces[next])
    next += 1;
  const piece = pieces[next];
  return piece && isItem(piece) ? next : undefined;
}

function isItem(piece: Piece): boolean {
  if (piece.kind !== 'open' || piece.tag !== 'p') return false;
  return /mso-list:\s?l\d/i.test((piece.attributes.style ?? '').slice(0, 400));
}

function isSign(piece: Piece): boolean {
  return piece.kind === 'open' && /^\s*mso-list:\s?Ignore/i.test(piece.attributes.style ?? '');
}

/** What the sign of the item that begins here says: "·", "1.", "b)". */
function signAfter(
  pieces: readonly Piece[],
  at: number,
): { readonly list: 'ul' | 'ol'; readonly start: string } {
  const near = pieces.slice(at + 1, at + 8);
  const sign = near.findIndex(isSign);
  const piece = sign < 0 ? undefined : near.slice(sign).find(({ kind }) => kind === 'text');
  const text = piece?.kind === 'text' ? piece.text : '';
  const start = /^\s*(\d{1,4})[.)]/.exec(text)?.[1] ?? '1';
  return { list: /^\s*[\da-z]{1,4}[.)]/i.test(text) ? 'ol' : 'ul', start };
}
