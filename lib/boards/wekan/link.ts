import type { CardId } from '../../domain/card.ts';
import { pathBelow, withoutSlash } from '../../domain/url.ts';
import type { WekanConnection } from '../../teams/team.ts';

type Place = Pick<WekanConnection, 'url' | 'board'>;

/**
 * The address of a card in the board's own pages (A2.7). The part between the ids is the board's title, which may change and which the
 * server does not read; a fixed word keeps the link the same for ever.
 */
export function linkOfCard({ url, board }: Place, id: CardId): string {
  return `${withoutSlash(url)}/b/${board}/board/${id}`;
}

/** The card a link points at, if it is one of this board; query and anchor do not matter. */
export function cardOfLink({ url, board }: Place, link: string): CardId | undefined {
  const [, boardId, id] = /^\/b\/([^/]+)\/[^/]*\/(\w+)\/*$/.exec(pathBelow(url, link) ?? '') ?? [];
  return boardId === board ? (id as CardId) : undefined;
}
