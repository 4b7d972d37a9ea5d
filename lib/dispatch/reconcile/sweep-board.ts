import type { Snapshot } from '../../boards/board.ts';
import type { CardId } from '../../domain/card.ts';
import { CardwireError } from '../../domain/errors.ts';
import {
  type MetCard,
  notBegun,
  type SweepState,
  type ToLookAt,
  unheard,
  wasShownSince,
} from '../../store/sweeps.ts';
import { leaveBehind } from './leave-behind.ts';
import { lookAtCard } from './look-at-card.ts';
import type { Looked, Looking } from './looking.ts';
import { lookAtListed, lookAtSaid, takeTurns } from './take-turns.ts';
import { type Budget, hasHearers, isUsedUp, noting, readHanging, type Work } from './work.ts';

/** After so long nobody has just missed what is found, and people are spared it. Milliseconds. */
const LONG_MS = 20 * 86_400_000;

/** How far a run has come, and on how many cards it found something. */
export interface Swept {
  readonly state: SweepState;
  readonly found: number;
}

/**
 * Looks at one board: at the cards in which something may have changed, at those that came or left, at those that were left over, and at those
 * that nobody has looked at yet: they may have come and left between two looks. Only cards that
 * Cardwire has met are looked at, and new ones where the team has a room that hears of every card.
 * Another board than the last time is looked at as for the first time: its cards have stood there before, and of the one before it says nothing.
 * @param before how far the last run came.
 * @throws CardwireError what the board throws when it is asked what changed; a single card that it would not give is left for the next run.
 */
export async function sweepBoard(
  at: Omit<Looking, 'isFirst'>,
  before: SweepState,
  budget: Budget,
): Promise<Swept> {
  const { parts, team, connection, board } = at;
  const isOther = before.board !== undefined && before.board !== connection.board;
  const state = { ...(isOther ? { ...notBegun, began: before.began } : before), board: connection.board };
  const known = await parts.store.sweeps.met({ team: team.id, board: connection.id });
  const all = isOther ? await leaveBehind(at, known) : known;
  if (all.length === 0 && team.teamChannels.length === 0) {
    return {
      state: stateAfter(state, { ...state, failed: undefined, isThrough: true }, parts.now()),
      found: 0,
    };
  }
  const snapshot = await board.changedSince(state.cursor);
  const met = new Map(all.map((card) => [card.card, card]));
  const todo = await metOnes(at, toLookAt(state, snapshot, all), {
    met,
    leaving: new Set([...snapshot.left, ...state.left.map(({ card }) => card)]),
    isOther,
  });
  const isFirst = state.ended === undefined || parts.now() - state.ended > LONG_MS;
  const looking = { ...at, isFirst };
  const taken = new Set(todo.map(({ card }) => card));
  const work = { looking, met, listed: snapshot.details, budget, taken, calls: 0, found: 0 };
  const { left, ...how } = await lookAtAll(work, todo);
  const turns = await takeTurns(work, state.turn);
  await lookAtListed(work);
  await lookAtSaid(work, snapshot.said);
  return {
    state: stateAfter(state, { cursor: snapshot.cursor, left, ...how, ...turns }, parts.now()),
    found: work.found,
  };
}

type Progress = Pick<SweepState, 'cursor' | 'turn'> & LeftOver;

function stateAfter(
  { board, began, ended }: SweepState & { readonly board: string },
  progress: Progress,
  now: number,
): SweepState {
  const { cursor, left, turn, failed, isThrough } = progress;
  const end = isThrough ? now : ended;
  return {
    ...{ board, cursor, left, turn, began },
    ...(end === undefined ? {} : { ended: end }),
    ...(failed === undefined ? {} : { failed }),
  };
}

/**
 * Each card once: first those that were left over, then those that left the board, then those that may have changed, then those never looked at, or not
 * since somebody was shown another look of them: the board does not say of each that is as it was that it was not so in between.
 */
function toLookAt({ left }: SweepState, snapshot: Snapshot, met: readonly MetCard[]): readonly ToLookAt[] {
  const arrived = new Set(snapshot.arrived);
  const all = new Map(left.map((each) => [each.card, each]));
  const unseen = met.filter((each) => each.look === undefined || wasShownSince(each)).map(({ card }) => card);
  for (const card of [...snapshot.left, ...snapshot.changed, ...unseen]) {
    if (!all.has(card)) all.set(card, arrived.has(card) ? { card, isNew: true } : { card });
  }
  return [...all.values()];
}

interface Met {
  readonly met: ReadonlyMap<CardId, MetCard>;
  /** Cards that have left the board, or are left over. */
  readonly leaving: ReadonlySet<CardId>;
  /** The connection leads to another board than the last time, as it may have done before. */
  readonly isOther: boolean;
}

/**
 * Those that Cardwire has met, also where their number has come to mean a newer card, or one of the board that the connection led to meanwhile; and new
 * ones that a room hears of.
 */
async function metOnes(
  { parts, team, connection }: Pick<Looking, 'parts' | 'team' | 'connection'>,
  all: readonly ToLookAt[],
  { met, leaving, isOther }: Met,
): Promise<readonly ToLookAt[]> {
  const key = { team: team.id, board: connection.id };
  const known: ToLookAt[] = [];
  for (const each of all) {
    const { card, isNew } = each;
    const isMet = met.has(card) || (isNew === true && team.teamChannels.length > 0);
    const mayBeKnown = isOther || leaving.has(card);
    if (isMet || (mayBeKnown && (await parts.store.cards.get({ ...key, card })))) known.push(each);
  }
  return known;
}

interface LeftOver {
  readonly left: readonly ToLookAt[];
  readonly failed: string | undefined;
  /** Every card had its turn, also if one of them is to be looked at once more. */
  readonly isThrough: boolean;
}

/** Gives what is to be looked at by the next run, last the card that the board would not give. */
async function lookAtAll(work: Work, todo: readonly ToLookAt[]): Promise<LeftOver> {
  const busy: ToLookAt[] = [];
  for (const [at, each] of todo.entries()) {
    if (isUsedUp(work)) return { left: [...busy, ...todo.slice(at)], failed: undefined, isThrough: false };
    try {
      if ((await lookAt(work, each)) === 'busy') busy.push(each);
    } catch (error) {
      if (!(error instanceof CardwireError)) throw error;
      const rest = todo.slice(at + 1);
      return { left: [...busy, ...rest, each], failed: error.code, isThrough: rest.length === 0 };
    }
  }
  return { left: busy, failed: undefined, isThrough: true };
}

async function lookAt(work: Work, { card: id, isNew = false }: ToLookAt): Promise<Looked> {
  const met = work.met.get(id);
  if (!(await hasHearers(work, id))) {
    const { parts, team, connection } = work.looking;
    const key = { team: team.id, board: connection.id };
    if (met && (met.look === undefined || wasShownSince(met))) {
      await parts.store.sweeps.saw(key, { ...met, look: met.look ?? unheard, checked: met.shown ?? 0 });
    }
    return 'same';
  }
  work.calls += 1;
  const card = await work.looking.board.read(id);
  const details = card ? await readHanging(work, id) : {};
  return noting(work, await lookAtCard(work.looking, { id, card, details, met, isNew }));
}
