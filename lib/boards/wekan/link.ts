import type { CardId } from '../../domain/card.ts';
import type { WekanConnection } from '../../teams/team.ts';

type Place = Pick<WekanConnection, 'url' | 'board'>;

/**
 * The address of a card in the board's own pages (A2.7). The part between the ids is the board's title, which may change and which the
 * server does not read; a fixed word keeps the link the same for ever.
 */
export function linkOfCard({ url, board }: Place, id: CardId): string {
  return `${url.replace(/\/+$/, '')}/b/${board}/board/${id}`;
}

/** The card a link points at, if it is one of this board; query and anchor do not matter. */
export function cardOfLink({ url, board }: Place, link: string): CardId | undefined {
  if (!URL.canParse(link)) return undefined;
  const base = new URL(url);
  const { origin, pathname } = new URL(link);
  const root = base.pathname.replace(/\/+$/, '');
  if (origin !== base.origin || !pathname.startsWith(`${root}/`)) return undefined;
  const [b, boardId, , id, ...rest] = pathname.slice(root.length + 1).split('/');
  const fits = b === 'b' && boardId === board && rest.join('') === '';
  return fits && id !== undefined && /^\w+$/.test(id) ? (id as CardId) : undefined;
}
