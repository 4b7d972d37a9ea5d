import type { Log } from '../../domain/log.ts';
import type { Enqueue } from '../../queue/enqueue.ts';
import type { Store } from '../../store/store.ts';
import type { TeamSource } from '../../teams/team-source.ts';
import type { OpenBoard } from '../boards.ts';

/** What looking at boards works with: the table, the boards, and the way into the events queue. No chat. */
export interface ReconcileParts {
  readonly store: Pick<Store, 'cards' | 'details' | 'threads' | 'sweeps' | 'teams'>;
  readonly team: TeamSource;
  readonly board: OpenBoard;
  readonly enqueue: Enqueue;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}
