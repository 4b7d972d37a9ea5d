import type { Board } from '../boards/board.ts';
import type { Card } from '../domain/card.ts';
import type { Parts } from './parts.ts';

/** Whose cards, and on which board. */
export interface Owning {
  readonly team: string;
  /** The channel connection that the person is known in, and their id there. */
  readonly connection: string;
  readonly person: string;
  /** The board's connection. */
  readonly on: string;
  readonly board: Pick<Board, 'read'>;
}

/** They are read one by one: the newest of them. */
const OWN_READ = 20;

/** The open cards that a person has opened from here, newest last. @throws CardwireError what the board throws. */
export async function ownCards(
  { store }: Parts,
  { team, connection, person, on, board }: Owning,
): Promise<readonly Card[]> {
  const owned = await store.cards.ownedBy(team, connection, person);
  const newest = owned.filter((each) => each.board === on).slice(-OWN_READ);
  const cards: Card[] = [];
  for (const { card: id } of newest) {
    const card = await board.read(id);
    if (card && !card.archived) cards.push(card);
  }
  return cards;
}
