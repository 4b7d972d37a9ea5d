import type { CardId } from '../../domain/card.ts';
import type { MetCard } from '../../store/sweeps.ts';
import type { Looked, Looking } from './look-at-card.ts';

/** What one run may use up. */
export interface Budget {
  /** Calls of the board, besides the few that tell what changed on it. */
  readonly calls: number;
  /** Of these, calls for comments on cards that nothing seems to have happened to. */
  readonly turns: number;
  /** When the run is to come to its end: epoch milliseconds. */
  readonly until: number;
}

/** One run at one board: what it works with, and what it has come to so far. */
export interface Work {
  readonly looking: Looking;
  readonly met: ReadonlyMap<CardId, MetCard>;
  readonly budget: Budget;
  calls: number;
  found: number;
}

/** Whether the run is to begin nothing new. */
export function isUsedUp({ calls, budget, looking }: Work): boolean {
  return calls >= budget.calls || looking.parts.now() >= budget.until;
}

/** Whether anybody would hear of a change. */
export async function isHeard(
  { looking: { parts, team, connection } }: Work,
  card: CardId,
): Promise<boolean> {
  if (team.teamChannels.length > 0) return true;
  const record = await parts.store.cards.get({ team: team.id, board: connection.id, card });
  return record !== undefined && record.followers.length > 0;
}

/** Counts what was found. */
export function noting(work: Work, looked: Looked): Looked {
  if (looked === 'different') work.found += 1;
  return looked;
}
