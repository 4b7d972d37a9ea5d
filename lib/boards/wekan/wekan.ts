import type { Language } from '../../../schemas/team.ts';
import type { CardId } from '../../domain/card.ts';
import type { WekanConnection } from '../../teams/team.ts';
import { path, type WekanClient } from './client.ts';
import type { Directory } from './directory.ts';

/** One Wekan board, as the files of this folder work with it. */
export interface Wekan {
  readonly client: WekanClient;
  readonly connection: Pick<WekanConnection, 'url' | 'board' | 'self' | 'intake'>;
  readonly directory: Directory;
  /** Numbers of cards that have been read: they never change. */
  readonly numbers: Map<number, CardId>;
  /** The team's language. */
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The path of a card in its column. A write whose column is not the card's current one changes nothing and is answered 200 (A0.3). */
export function cardPath({ connection }: Wekan, column: string, id: string): string {
  return path`/api/boards/${connection.board}/lists/${column}/cards/${id}`;
}

/** The path of what hangs on a card whatever its column: comments, checklists. */
export function cardPartPath({ connection }: Wekan, id: string, part: 'comments' | 'checklists'): string {
  return `${path`/api/boards/${connection.board}/cards/${id}/`}${part}`;
}
