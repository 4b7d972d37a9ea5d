import type { CardFace } from '../../schemas/delivery.ts';
import type { BoardMember, Card, CardId } from '../domain/card.ts';
import { lookOf } from '../domain/card-look.ts';
import { numberedName } from '../teams/card-name.ts';
import { displayNameOf } from '../teams/people.ts';
import type { BoardConnection, Team } from '../teams/team.ts';

/** A card as people see it: the team's names for people, names instead of ids. */
export function faceOf(
  team: Team,
  { id: board, product }: BoardConnection,
  card: Card,
  owner: string | undefined,
): CardFace {
  return {
    id: card.id,
    ...(card.number === undefined ? {} : { ref: refOf(team, board, card), number: card.number }),
    look: lookOf(card),
    title: card.title,
    column: card.column.name,
    people: card.assignees.map((person) => nameOf(team, product, person)),
    labels: card.labels.map(({ name }) => name),
    ...(card.due === undefined ? {} : { due: card.due }),
    url: card.url,
    state: card.archived ? 'archived' : 'open',
    ...(owner === undefined ? {} : { owner }),
    revision: card.revision,
    answered: card.answered,
  };
}

/**
 * The face of a card that is gone: what was shown of it last is all there is to show.
 * @param revision epoch milliseconds at which the board was asked; `answered`, at which it said so.
 */
export function goneFace(id: CardId, revision: number, answered: number): CardFace {
  const nothing = { title: '', column: '', people: [], labels: [], url: '' };
  return { id, look: lookOf(undefined), ...nothing, state: 'deleted', revision, answered };
}

/** The team's name for somebody on the board, else the board's full name. */
export function nameOf(
  team: Team,
  product: BoardConnection['product'],
  { username, name }: Pick<BoardMember, 'username' | 'name'>,
): string {
  return displayNameOf(team, product, username, name);
}

/** How a card is called: `#42`, `OPS-42` where the team has several boards, its title where the board gives no numbers. */
export function refOf(
  team: Team,
  board: string,
  { number, title }: { readonly number?: number; readonly title: string },
): string {
  return number === undefined ? title : numberedName(team, board, number);
}
