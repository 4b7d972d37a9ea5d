import type { CardFace } from '../../schemas/delivery.ts';
import type { Card, CardId } from '../domain/card.ts';
import { displayNameOf } from '../teams/people.ts';
import type { Team } from '../teams/team.ts';

/** A card as people see it: the team's names for people, names instead of ids. */
export function faceOf(team: Team, product: 'wekan', card: Card, owner: string | undefined): CardFace {
  return {
    id: card.id,
    ...(card.number === undefined ? {} : { number: card.number }),
    title: card.title,
    column: card.column.name,
    people: card.assignees.map(({ username, name }) => nameOf(team, product, username, name)),
    labels: card.labels.map(({ name }) => name),
    ...(card.due === undefined ? {} : { due: card.due }),
    url: card.url,
    state: card.archived ? 'archived' : 'open',
    ...(owner === undefined ? {} : { owner }),
    revision: card.revision,
  };
}

/** The face of a card that is gone: what was shown of it last is all there is to show. */
export function goneFace(card: CardId, revision: number): CardFace {
  return { id: card, title: '', column: '', people: [], labels: [], url: '', state: 'deleted', revision };
}

/** The team's name for somebody on the board, else the board's. */
export function nameOf(team: Team, product: 'wekan', username: string, name: string): string {
  const known = displayNameOf(team, product, username);
  return known === username ? name : known;
}

/** How a card is called in a text: `#42`, or its title where the board gives no numbers. */
export function refOf(card: { readonly number?: number; readonly title: string }): string {
  return card.number === undefined ? card.title : `#${card.number}`;
}
