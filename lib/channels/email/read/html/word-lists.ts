import type { Piece } from './pieces.ts';

type Opening = Extract<Piece, { readonly kind: 'open' }>;

/**
 * Makes lists of the paragraphs that Word writes for them: each carries its own sign in a `span` with `mso-list:Ignore`, and no
 * list around it. The depth is not told.
 */
export function readWordLists(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let list: 'ul' | 'ol' | undefined;
  let ignored = 0;
  pieces.forEach((piece, at) => {
    if (piece.kind === 'open' && isItem(piece)) {
      const sign = signAfter(pieces, at);
      const number = /^\s*(\d{1,4})[.)]/.exec(sign)?.[1];
      list = /^\s*[\da-z]{1,4}[.)]/i.test(sign) ? 'ol' : 'ul';
      const { region } = piece;
      result.push({ kind: 'open', tag: list, attributes: number ? { start: number } : {}, region });
      result.push({ kind: 'open', tag: 'li', attributes: {}, region });
    } else if (piece.kind === 'close' && piece.tag === 'p' && list) {
      result.push({ ...piece, tag: 'li' }, { ...piece, tag: list });
      list = undefined;
    } else if (ignored > 0 || (list && isSign(piece))) {
      if (piece.kind === 'open') ignored += 1;
      if (piece.kind === 'close') ignored -= 1;
    } else {
      result.push(piece);
    }
  });
  return result;
}

function isItem(piece: Opening): boolean {
  return piece.tag === 'p' && /mso-list:\s?l\d/i.test((piece.attributes.style ?? '').slice(0, 400));
}

function isSign(piece: Piece): boolean {
  return piece.kind === 'open' && /^\s*mso-list:\s?Ignore/i.test(piece.attributes.style ?? '');
}

/** The sign of the item that begins here: "·", "1.", "b)". */
function signAfter(pieces: readonly Piece[], at: number): string {
  const near = pieces.slice(at + 1, at + 8);
  const sign = near.findIndex(isSign);
  const text = sign < 0 ? undefined : near.slice(sign).find((piece) => piece.kind === 'text');
  return text?.kind === 'text' ? text.text : '';
}
