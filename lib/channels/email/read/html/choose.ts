import { holds } from './marks.ts';
import { contentIdOf, type Piece } from './pieces.ts';
import type { Region, Split } from './split.ts';

/** What of a mail stays, and what is cut off. */
export interface Chosen {
  readonly kept: readonly Piece[];
  /** Quotes and signatures; what nobody saw is in neither. */
  readonly cut: readonly Piece[];
}

/**
 * Decides what of a mail stays. `cut` is for an answer: signatures go, and so do quotes that no answer comes after; the quotes between
 * answers stay, as quotes. `keep` is for a new or forwarded mail, where what is quoted is what it is about. Where nothing of the
 * person's own would be left, all that can be seen stays (contract 3.4).
 */
export function choose(split: Split, quotes: 'cut' | 'keep'): Chosen {
  const { pieces, regions } = split;
  const lastSaid = pieces.findLastIndex((piece) => piece.region === 0 && says(piece));
  if (lastSaid < 0) return chooseAll(split);
  const stays = (id: number): boolean => {
    const region = regions[id - 1];
    if (!region) return true;
    return region.mark !== 'signature' && (quotes === 'keep' || region.from < lastSaid);
  };
  const { kept: seen } = chooseAll(split);
  const kept = seen.filter(({ region }) => stays(region));
  return {
    kept: quotes === 'cut' ? asQuotes(kept, regions) : kept,
    cut: seen.filter(({ region }) => !stays(region)),
  };
}

/** Keeps all that can be seen. */
export function chooseAll({ pieces, regions }: Split): Chosen {
  return { kept: pieces.filter(({ region }) => regions[region - 1]?.mark !== 'hidden'), cut: [] };
}

/** Whether a piece is something that a person said: a word, a number, an emoji, a picture. */
function says(piece: Piece): boolean {
  if (piece.kind === 'text') return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(piece.text);
  return contentIdOf(piece) !== undefined;
}

/** Clients that quote in a plain box: between answers it becomes a quote that Markdown shows as one. */
function asQuotes(pieces: readonly Piece[], regions: readonly Region[]): readonly Piece[] {
  const boxes = new Set<number>();
  return pieces.map((piece, at) => {
    if (piece.kind === 'text' || piece.tag !== 'div' || regions[piece.region - 1]?.mark !== 'quote')
      return piece;
    const before = pieces[at - 1]?.region === piece.region;
    const after = pieces[at + 1]?.region === piece.region;
    if (piece.kind === 'open' && !before && !holds(piece.attributes)) boxes.add(piece.region);
    const edge = piece.kind === 'open' ? !before : !after;
    return edge && boxes.has(piece.region) ? { ...piece, tag: 'blockquote' } : piece;
  });
}
