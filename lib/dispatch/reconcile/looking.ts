import type { Board } from '../../boards/board.ts';
import type { Card, CardId } from '../../domain/card.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import type { MetCard } from '../../store/sweeps.ts';
import type { BoardConnection, Team } from '../../teams/team.ts';
import type { ReconcileParts } from './parts.ts';

/** One board at work. */
export interface Looking {
  readonly parts: ReconcileParts;
  readonly team: Team;
  readonly connection: BoardConnection;
  readonly board: Board;
  /** The board was not looked at before, or not for long: what is found is nothing that people have just missed, and nobody is told of it. */
  readonly isFirst: boolean;
}

/** A card to be compared: what the board says of it, undefined when it is gone, and what is known of it. */
export interface Look {
  readonly id: CardId;
  readonly card: Card | undefined;
  /** What is known of its details by now, besides its values. */
  readonly details: CardDetails;
  readonly met: MetCard | undefined;
  /** It stood nowhere on the board before. */
  readonly isNew: boolean;
}

/** `busy`: somebody is changing it through the bridge right now; it is to be looked at again. */
export type Looked = 'same' | 'different' | 'busy';
