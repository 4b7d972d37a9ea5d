import type { Board, Snapshot } from '../../lib/boards/board.ts';
import type { Looking } from '../../lib/dispatch/reconcile/looking.ts';
import { type Swept, sweepBoard } from '../../lib/dispatch/reconcile/sweep-board.ts';
import type { Budget } from '../../lib/dispatch/reconcile/work.ts';
import type { Card } from '../../lib/domain/card.ts';
import type { CommentHead } from '../../lib/domain/card-details.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import type { Store } from '../../lib/store/store.ts';
import type { SweepState } from '../../lib/store/sweeps.ts';
import type { Change, ChangeEvent, Event } from '../../schemas/event.ts';
import { openSkeletonBoard } from '../conformance/skeleton-board.ts';
import { captureLog } from '../flows/capture-log.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { showAsWas } from './shown-card.ts';

const [connection = exampleBoard()] = Object.values(exampleTeam.boards);
function exampleBoard(): never {
  throw new Error('the example has no board');
}

/** The board's own account. */
export const { self } = connection;
/** The board, as the table knows it. */
export const key = { team: exampleTeam.id, board: connection.id };
/** A team that has no room which hears of every card. */
export const withoutRoom = { ...exampleTeam, teamChannels: [] };

/** A board in memory that is looked at, what it was asked, and what was found on it. */
export interface SweptBoard {
  readonly store: Store;
  readonly clock: { now: number };
  readonly board: Board;
  /** What the last look has queued, and what it has asked the board for. */
  queued: Event[];
  calls: string[];
  /** The comments of cards, by their ids. */
  comments: Record<string, CommentHead[]>;
  /** The card that the board does not give, nor its comments. */
  broken: string | undefined;
  /** What the board gives on the way of its cards. */
  given: Partial<Pick<Snapshot, 'details' | 'said'>>;
  looking(change?: Partial<Looking>): Omit<Looking, 'isFirst'>;
  sweep(state: SweepState, budget?: Partial<Budget>, change?: Partial<Looking>): Promise<SweepState>;
  /** The same, with the number of cards on which something was found. */
  swept(state: SweepState, budget?: Partial<Budget>, change?: Partial<Looking>): Promise<Swept>;
  /** A card that came from a conversation and is shown there as it was. */
  shownCard(title: string): Promise<Card>;
  move(card: Card, column: string): Promise<Card>;
  /** What was found, event by event, by its first change. */
  found(): readonly Change[];
}

/** Opens it, without a card. Nothing that is done to comments makes a card a changed one, and steps cost no call. */
export function openSweptBoard(): SweptBoard {
  const { store, clock } = openMemoryStore();
  const skeleton = openSkeletonBoard();
  let cards = 0;
  const asked = (what: string, id: string) => {
    on.calls.push(`${what} ${id}`);
    if (id === on.broken) throw new CardwireError('board-unreachable', later);
  };
  const board: Board = {
    ...skeleton,
    can: { ...skeleton.can, commentsChange: false, stepsListed: true },
    changedSince: async (cursor) => ({ ...(await skeleton.changedSince(cursor)), ...on.given }),
    read: async (id) => {
      asked('read', id);
      return skeleton.read(id);
    },
    commentsOn: async (id) => {
      asked('comments', id);
      return on.comments[id] ?? [];
    },
  };
  const on: SweptBoard = {
    ...{
      store,
      clock,
      board,
      queued: [],
      calls: [],
      comments: {},
      broken: undefined,
      given: {},
    },
    looking: (change) => ({
      parts: {
        ...{ store, now: () => clock.now, log: captureLog().log },
        team: async () => exampleTeam,
        board: async () => board,
        enqueue: async (events) => {
          on.queued.push(...events);
        },
      },
      ...{ team: exampleTeam, connection, board, ...change },
    }),
    swept: (state, budget, change) => {
      [on.calls, on.queued] = [[], []];
      const until = clock.now + 60_000;
      return sweepBoard(on.looking(change), state, { calls: 100, turns: 10, until, ...budget });
    },
    sweep: async (state, budget, change) => (await on.swept(state, budget, change)).state,
    shownCard: async (title) => {
      cards += 1;
      const marker = { id: `m${cards}`, origin: '' };
      const card = await board.create({ title, description: '', assignees: [], labels: [] }, marker);
      await showAsWas(store, { ...key, card: card.id }, card, clock.now);
      return card;
    },
    move: (card, column) => board.apply(card.id, { type: 'move', column }, { id: 'x', origin: '' }),
    found: () =>
      on.queued.map((event) => {
        const { board: _, ...change } = (event as ChangeEvent).change;
        return change;
      }),
  };
  return on;
}
