import type { Board } from '../boards/board.ts';
import type { Card } from '../domain/card.ts';
import type { CardKey } from '../store/card-record.ts';
import type { BoardConnection, Team } from '../teams/team.ts';

/** The card that something happened to, as it is now, on its board; undefined where it is gone. */
export interface CardNow {
  readonly team: Team;
  readonly connection: BoardConnection;
  readonly board: Board;
  readonly key: CardKey;
  readonly card: Card | undefined;
}
