import type { Snapshot } from '../../boards/board.ts';
import type { Card, CardId } from '../../domain/card.ts';
import { CardwireError } from '../../domain/errors.ts';
import type { MetCard, SweepState, ToLookAt } from '../../store/sweeps.ts';
import { type Looked, type Looking, lookAtCard, lookAtComments } from './look-at-card.ts';

/** What one run may use up. */
export interface Budget {
  /** Calls of the board, besides the few that tell what changed on it. */
  readonly calls: number;
  /** Of these, calls for comments on cards that nothing seems to have happened to. */
  readonly turns: number;
  /** When the run is to come to its end: epoch milliseconds. */
  readonly until: number;
}

/** How far a run has come, and on how many cards it found something. */
export interface Swept {
  readonly state: SweepState;
  readonly found: number;
}

/**
 * Looks at one board: at the cards in which something may have changed, at those that came or left, at those that were left over. Only cards that
 * Cardwire has met are looked at, and new ones where the team has a room that hears of every card.
 * @param state how far the last run came.
 * @throws CardwireError what the board throws when it is asked what changed; a single card that it would not give is left for the next run.
 */
export async function sweepBoard(looking: Looking, state: SweepState, budget: Budget): Promise<Swept> {
  const { parts, team, connection, board } = looking;
  const all = await parts.store.sweeps.met({ team: team.id, board: connection.id });
  if (all.length === 0 && team.teamChannels.length === 0) {
    return { state: stateAfter(state, { ...state, failed: undefined }, parts.now()), found: 0 };
  }
  const snapshot = await board.changedSince(state.cursor);
  const met = new Map(all.map((card) => [card.card, card]));
  const isHeard = ({ card, isNew }: ToLookAt) =>
    met.has(card) || (isNew === true && team.teamChannels.length > 0);
  const todo = toLookAt(state, snapshot).filter(isHeard);
  const work = { looking, snapshot, met, budget, calls: 0, found: 0 };
  const { left, failed } = await lookAtAll(work, todo);
  const done = new Set(todo.map(({ card }) => card));
  const turns = left.length === 0 ? await takeTurns(work, state.turn, done) : { turn: state.turn };
  return {
    state: stateAfter(state, { cursor: snapshot.cursor, left, failed, ...turns }, parts.now()),
    found: work.found,
  };
}

type Progress = Pick<SweepState, 'cursor' | 'left' | 'turn'> & { readonly failed: string | undefined };

function stateAfter(
  { began, ended }: SweepState,
  { failed, ...progress }: Progress,
  now: number,
): SweepState {
  const isWhole = progress.left.length === 0 && failed === undefined;
  const end = isWhole ? now : ended;
  return {
    ...progress,
    began,
    ...(end === undefined ? {} : { ended: end }),
    ...(failed === undefined ? {} : { failed }),
  };
}

interface Work {
  readonly looking: Looking;
  readonly snapshot: Snapshot;
  readonly met: ReadonlyMap<CardId, MetCard>;
  readonly budget: Budget;
  calls: number;
  found: number;
}

/** Each card once: first those that were left over, then those that left the board, then those that may have changed. */
function toLookAt({ left }: SweepState, snapshot: Snapshot): readonly ToLookAt[] {
  const arrived = new Set(snapshot.arrived);
  const all = new Map(left.map((each) => [each.card, each]));
  for (const card of [...snapshot.left, ...snapshot.changed]) {
    if (!all.has(card)) all.set(card, arrived.has(card) ? { card, isNew: true } : { card });
  }
  return [...all.values()];
}

interface LeftOver {
  readonly left: readonly ToLookAt[];
  readonly failed: string | undefined;
}

/** Gives what is to be looked at by the next run, last the card that the board would not give. */
async function lookAtAll(work: Work, todo: readonly ToLookAt[]): Promise<LeftOver> {
  const read = new Map(work.snapshot.cards.map((card) => [card.id, card]));
  const busy: ToLookAt[] = [];
  for (const [at, each] of todo.entries()) {
    if (isUsedUp(work)) return { left: [...busy, ...todo.slice(at)], failed: undefined };
    try {
      if ((await lookAt(work, each, read)) === 'busy') busy.push(each);
    } catch (error) {
      if (!(error instanceof CardwireError)) throw error;
      return { left: [...busy, ...todo.slice(at + 1), each], failed: error.code };
    }
  }
  return { left: busy, failed: undefined };
}

function isUsedUp({ calls, budget, looking }: Work): boolean {
  return calls >= budget.calls || looking.parts.now() >= budget.until;
}

async function lookAt(
  work: Work,
  { card: id, isNew = false }: ToLookAt,
  read: ReadonlyMap<CardId, Card>,
): Promise<Looked> {
  const known = read.get(id);
  const card = known ?? (await work.looking.board.read(id));
  work.calls += (known ? 0 : 1) + (card ? 1 : 0);
  return noting(work, await lookAtCard(work.looking, { id, card, met: work.met.get(id), isNew }));
}

function noting(work: Work, looked: Looked): Looked {
  if (looked === 'different') work.found += 1;
  return looked;
}

/**
 * Where a new comment does not make its card a changed one, the cards take turns: as many as there are calls left for them. Gives the card
 * that was the last.
 */
async function takeTurns(
  work: Work,
  last: string,
  done: ReadonlySet<CardId>,
): Promise<{ readonly turn: string; readonly failed?: string }> {
  const { looking, met, budget } = work;
  if (looking.board.can.commentsChange) return { turn: last };
  const cards = [...met.values()]
    .filter(({ look, gone, card }) => look !== undefined && !gone && !done.has(card))
    .toSorted((one, other) => (one.card < other.card ? -1 : 1));
  const next = Math.max(
    0,
    cards.findIndex(({ card }) => card > last),
  );
  let turn = last;
  for (const each of [...cards.slice(next), ...cards.slice(0, next)].slice(0, budget.turns)) {
    if (isUsedUp(work)) break;
    work.calls += 1;
    turn = each.card;
    try {
      noting(work, await lookAtComments(looking, each));
    } catch (error) {
      if (!(error instanceof CardwireError)) throw error;
      return { turn, failed: error.code };
    }
  }
  return { turn };
}
