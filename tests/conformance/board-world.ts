import type { Board } from '../../lib/boards/board.ts';
import type { Card, CardDraft, Marker } from '../../lib/domain/card.ts';
import { stableId } from '../../lib/domain/ids.ts';

/**
 * A board of one product with somebody to assign, two columns at least, and one label at least. This, made for a fake of the product
 * and handed to `boardConformance`, is all that a new product has to bring.
 */
export interface BoardWorld {
  readonly board: Board;
  /** The person who can be assigned, by the name the product signs them in with. */
  readonly person: string;
  stop(): Promise<void>;
}

let markers = 0;

/** Another one each time: what is done with it can be found by it. */
export function marker(): Marker {
  markers += 1;
  return { id: stableId('conformance', String(Date.now()), String(markers)), origin: 'Tom, Mattermost ~ops' };
}

/** The least that makes a card. */
export const plain: CardDraft = { title: 'Fix the pump', description: '', assignees: [], labels: [] };

/** Whether a card is due then: a board that has days only shows the moment's day. */
export function sameDue(board: Board, { due = '' }: Card, wanted: string): boolean {
  if (board.can.dueTimes) return Date.parse(due) === Date.parse(wanted);
  return due.slice(0, 10) === wanted.slice(0, 10);
}
