import type { CardId } from '../../domain/card.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import type { MetCard } from '../../store/sweeps.ts';
import type { Looked, Looking } from './looking.ts';

/** What one run may use up. */
export interface Budget {
  /** Calls of the board, besides the few that tell what changed on it. */
  readonly calls: number;
  /** Cards that are asked for their comments and steps although nothing seems to have happened to them. */
  readonly turns: number;
  /** When the run is to come to its end: epoch milliseconds. */
  readonly until: number;
}

/** One run at one board: what it works with, and what it has come to so far. */
export interface Work {
  readonly looking: Looking;
  readonly met: ReadonlyMap<CardId, MetCard>;
  /** What was read on the way of every card. */
  readonly listed: ReadonlyMap<CardId, CardDetails>;
  readonly budget: Budget;
  /** Cards that this run has looked at, or that are to be looked at as a whole. */
  readonly taken: Set<CardId>;
  calls: number;
  found: number;
}

/** Whether the run is to begin nothing new. */
export function isUsedUp({ calls, budget, looking }: Work): boolean {
  return calls >= budget.calls || looking.parts.now() >= budget.until;
}

/** Whether anybody would hear of a change. */
export async function hasHearers(
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

/** The comments' one, and those for checklists: a card has seldom more than one. */
const CALLS = { comments: 1, steps: 2 } as const;

/** Reads the details of a card that hang on it, besides those that were read on the way. */
export async function readHanging(work: Work, card: CardId): Promise<CardDetails> {
  const { board } = work.looking;
  work.calls += CALLS.comments + (board.can.stepsListed ? 0 : CALLS.steps);
  const comments = await board.commentsOn(card);
  const steps = board.can.stepsListed ? undefined : await board.stepsOn(card);
  return { ...work.listed.get(card), ...(steps && { steps }), comments };
}
