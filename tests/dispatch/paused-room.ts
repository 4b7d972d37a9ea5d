import type { Board } from '../../lib/boards/board.ts';
import type { Parts } from '../../lib/dispatch/parts.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import type { Paused } from '../../lib/store/paused.ts';
import type { Store } from '../../lib/store/store.ts';
import type { CardDelivery, Delivery } from '../../schemas/delivery.ts';
import { openSkeletonBoard } from '../conformance/skeleton-board.ts';
import { captureLog } from '../flows/capture-log.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { exampleTeam } from '../teams/example-team.ts';

export const conversation = 'mattermost:chat:dev:';
export const key = { team: exampleTeam.id, where: conversation };

/** What is handed to the code that keeps pauses, with what it did. The chat cannot be reached. */
export interface PausedRoom {
  readonly parts: Parts;
  readonly store: Store;
  readonly board: Board;
  readonly clock: { now: number };
  readonly sent: readonly Delivery[];
  readonly counted: readonly string[];
  readonly lines: readonly string[];
  /** Cards on the board. */
  newCards(...titles: readonly string[]): Promise<readonly Card[]>;
  /** The room is paused, and these cards were missed there, with so many comments each. */
  misses(...missed: readonly (readonly [Card | undefined, number])[]): Promise<Paused>;
  pause(): Promise<Paused>;
}

/** Opens it, on a table of its own. */
export function openPausedRoom(): PausedRoom {
  const { store, clock } = openMemoryStore();
  const board = openSkeletonBoard();
  const sent: Delivery[] = [];
  const counted: string[] = [];
  const { log, lines } = captureLog();
  const same = (text: string) => text;
  const pause = async () => {
    const paused = await store.paused.get(key);
    if (!paused) throw new Error('not paused');
    return paused;
  };
  return {
    ...{ store, board, clock, sent, counted, lines, pause },
    parts: {
      ...{ store, log, now: () => clock.now, seal: same, parking: { seal: same, open: same } },
      team: async () => exampleTeam,
      board: async () => board,
      channel: async () => {
        throw new CardwireError('mattermost-unreachable', later);
      },
      send: async (deliveries) => {
        sent.push(...deliveries);
      },
      meter: { count: (name) => void counted.push(name), age: () => undefined },
    },
    newCards: (...titles) =>
      Promise.all(
        titles.map((title) =>
          board.create(
            { title, description: '', assignees: [], labels: [] },
            { id: `m-${title}`, origin: '' },
          ),
        ),
      ),
    misses: async (...missed) => {
      await store.paused.pause(key, 'mattermost-forbidden');
      for (const [card, said] of missed) {
        const comments = Array.from({ length: said }, (_, at) => ({ id: `c${at}`, step: 'added' as const }));
        const each = { board: 'kanban', card: (card?.id ?? 'nowhere') as CardId };
        await store.paused.miss(key, await pause(), { ...each, ...(said > 0 && { comments }) });
      }
      return pause();
    },
  };
}

/** A card of the board is moved, to be shown in the room. */
export function shownIn(card: Card | undefined, more: Partial<CardDelivery> = {}): CardDelivery {
  const id = card?.id ?? '';
  return {
    ...{ v: 1, kind: 'delivery', team: key.team, board: 'kanban', card: id, conversation, at: 1 },
    ...{ columns: [], happening: { id: 'h', kind: 'move', at: 1 }, loudness: 'edit' },
    face: { id, title: '', column: '', people: [], labels: [], url: '', state: 'open', revision: 1 },
    ...more,
  };
}
