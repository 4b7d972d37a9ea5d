import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import type { Looking } from '../../lib/dispatch/reconcile/looking.ts';
import { sweepBoard } from '../../lib/dispatch/reconcile/sweep-board.ts';
import type { Budget } from '../../lib/dispatch/reconcile/work.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import type { CommentHead } from '../../lib/domain/card-details.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { notBegun, type SweepState } from '../../lib/store/sweeps.ts';
import type { ChangeEvent, Event } from '../../schemas/event.ts';
import { openSkeletonBoard } from '../conformance/skeleton-board.ts';
import { captureLog } from '../flows/capture-log.ts';
import { openTable } from '../store/open-table.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { showAsWas } from './shown-card.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let store: Store;
let queued: Event[] = [];
let calls: string[] = [];
let comments: Record<string, CommentHead[]> = {};
let broken: string | undefined;
let board: Board;

const [connection] = Object.values(exampleTeam.boards);
if (!connection) throw new Error('the example has no board');
const key = { team: exampleTeam.id, board: connection.id };
beforeEach(async () => {
  opened = await openTable();
  store = createStore(opened.table, () => opened.clock.now);
  [queued, calls, comments, broken] = [[], [], {}, undefined];
  const skeleton = openSkeletonBoard();
  board = {
    ...skeleton,
    can: { ...skeleton.can, commentsChange: false, stepsListed: true },
    read: async (id) => {
      calls.push(`read ${id}`);
      if (id === broken) throw new CardwireError('board-unreachable', later);
      return skeleton.read(id);
    },
    commentsOn: async (id) => {
      calls.push(`comments ${id}`);
      return comments[id] ?? [];
    },
  };
});
afterEach(() => opened.stop());

const looking = (): Omit<Looking, 'isFirst'> => ({
  parts: {
    ...{ store, now: () => opened.clock.now, log: captureLog().log },
    team: async () => exampleTeam,
    board: async () => board,
    enqueue: async (events) => {
      queued.push(...events);
    },
  },
  ...{ team: exampleTeam, connection, board },
});

async function sweep(state: SweepState, budget: Partial<Budget> = {}): Promise<SweepState> {
  [calls, queued] = [[], []];
  const until = opened.clock.now + 60_000;
  return (await sweepBoard(looking(), state, { calls: 100, turns: 10, until, ...budget })).state;
}

let cards = 0;
/** A card that came from a conversation and is shown there as it was. */
async function shownCard(title: string): Promise<Card> {
  cards += 1;
  const marker = { id: `m${cards}`, origin: '' };
  const card = await board.create({ title, description: '', assignees: [], labels: [] }, marker);
  const at = { ...key, card: card.id };
  await showAsWas(store, at, card, opened.clock.now);
  return card;
}

const move = (card: Card, column: string) =>
  board.apply(card.id, { type: 'move', column }, { id: 'x', origin: '' });
const found = () => queued.map((event) => (event as ChangeEvent).change);
const readOf = (id: CardId) => calls.filter((call) => call === `read ${id}`);

describe('one look at a board', () => {
  test('finds what is other than it was shown, once', async () => {
    const card = await shownCard('Fix the pump');
    const first = await sweep(notBegun);
    expect([found(), first.left]).toEqual([[], []]);
    await move(card, 'c2');
    const second = await sweep(first);
    expect(queued).toEqual([
      expect.objectContaining({
        ...{ kind: 'change', caughtUp: true, team: key.team, connection: key.board },
        change: { kind: 'move', fromName: 'To do', card: card.id },
      }),
    ]);
    await sweep(second);
    expect(queued).toEqual([]);
  });

  test('keeps to its budget, goes on where it stopped and reads no card twice', async () => {
    const all: Card[] = [];
    for (let at = 0; at < 7; at += 1) all.push(await shownCard(`Card ${at}`));
    let state = await sweep(notBegun);
    for (const card of all) await move(card, 'c1');
    const told: string[] = [];
    const reads: string[] = [];
    for (let run = 0; run < 4; run += 1) {
      state = await sweep(state, { calls: 4 });
      expect(calls.length).toBeLessThanOrEqual(5);
      told.push(...found().map(({ card }) => card));
      reads.push(...calls.filter((call) => call.startsWith('read')));
    }
    expect(state.left).toEqual([]);
    expect(told.sort()).toEqual(all.map(({ id }) => id).sort());
    expect(new Set(reads).size).toBe(reads.length);
  });

  test('begins nothing new when its time is over', async () => {
    const card = await shownCard('Fix the pump');
    const state = await sweep(notBegun, { until: opened.clock.now });
    expect([calls, state.left, state.ended]).toEqual([[], [{ card: card.id }], undefined]);
  });

  test('a card that the board does not give keeps no other one from being looked at', async () => {
    const all = [await shownCard('One'), await shownCard('Two'), await shownCard('Three')];
    let state = await sweep(notBegun);
    for (const card of all) await move(card, 'c1');
    broken = all[0]?.id;
    state = await sweep(state);
    expect(state).toMatchObject({ failed: 'board-unreachable' });
    state = await sweep(state);
    expect(found().map(({ card }) => card)).toEqual([all[1]?.id, all[2]?.id]);
    expect(state.left.map(({ card }) => card)).toEqual([all[0]?.id]);
    broken = undefined;
    state = await sweep(state);
    expect(found().map(({ card }) => card)).toEqual([all[0]?.id]);
    expect(state).toMatchObject({ left: [], ended: opened.clock.now });
    expect(state.failed).toBeUndefined();
  });

  test('leaves a card alone on which the bridge has just done something, and comes back to it', async () => {
    const card = await shownCard('Fix the pump');
    let state = await sweep(notBegun);
    await move(card, 'c1');
    const line = { at: opened.clock.now, what: 'done', event: 'e2' };
    await store.cards.addToStory({ ...key, card: card.id }, line);
    state = await sweep(state);
    expect([found(), state.left]).toEqual([[], [{ card: card.id }]]);
    opened.clock.now += 60_000;
    state = await sweep(state);
    expect([found().map(({ kind }) => kind), state.left]).toEqual([['move'], []]);
  });

  test('looks at the comments of quiet cards in turn, and finds each new one once', async () => {
    const all: Card[] = [];
    for (let at = 0; at < 5; at += 1) all.push(await shownCard(`Card ${at}`));
    let state = await sweep(notBegun);
    comments = {
      [all[3]?.id ?? '']: [
        { id: 'c1', author: 'ann', says: 'x' },
        { id: 'own', author: connection.self, says: 'x' },
      ],
    };
    const told: unknown[] = [];
    const asked: string[] = [];
    for (let run = 0; run < 5; run += 1) {
      state = await sweep(state, { turns: 2 });
      expect(calls).toHaveLength(2);
      asked.push(...calls);
      told.push(...found());
    }
    expect(told).toEqual([{ kind: 'comment', step: 'added', comment: 'c1', card: all[3]?.id }]);
    for (const card of all) expect(asked.filter((call) => call === `comments ${card.id}`)).toHaveLength(2);
  });

  test('a comment whose webhook has come is no news', async () => {
    const card = await shownCard('Fix the pump');
    const state = await sweep(notBegun);
    comments = { [card.id]: [{ id: 'c1', author: 'ann', says: 'x' }] };
    await store.sweeps.claimComment({ ...key, card: card.id }, 'c1', 'webhook-1');
    await sweep(state);
    expect(queued).toEqual([]);
  });

  test('asks the board nothing where nobody would hear of it', async () => {
    const alone = { ...exampleTeam, teamChannels: [] };
    await board.create({ title: 'x', description: '', assignees: [], labels: [] }, { id: 'm', origin: '' });
    let asked = 0;
    const counting: Board = {
      ...board,
      changedSince: (cursor) => {
        asked += 1;
        return board.changedSince(cursor);
      },
    };
    await sweepBoard({ ...looking(), team: alone, board: counting }, notBegun, {
      ...{ calls: 9, turns: 9, until: opened.clock.now + 9 },
    });
    expect([asked, calls]).toEqual([0, []]);
  });

  test('asks the board for no card that nobody follows any more', async () => {
    const [one, other] = [await shownCard('One'), await shownCard('Two')];
    const alone = { ...looking(), team: { ...exampleTeam, teamChannels: [] } };
    const budget = { calls: 9, turns: 9, until: opened.clock.now + 9 };
    await store.cards.unfollow({ ...key, card: one.id }, 'mattermost:chat:room:');
    const { state } = await sweepBoard(alone, notBegun, budget);
    await sweepBoard(alone, state, budget);
    expect(calls).toEqual([`read ${other.id}`, `comments ${other.id}`, `comments ${other.id}`]);
  });

  test.each([true, false])(
    'a card that is gone is told gone, and read no more; seen before: %s',
    async (seen) => {
      const early = seen ? await shownCard('Fix the pump') : undefined;
      let state = await sweep(notBegun);
      const card = early ?? (await shownCard('Fix the pump'));
      await board.apply(card.id, { type: 'archive' }, { id: 'x', origin: '' });
      state = await sweep(state);
      expect(found()).toEqual([{ kind: 'archive', card: card.id }]);
      state = await sweep(state);
      expect([queued, readOf(card.id), calls]).toEqual([[], [], []]);
    },
  );
});

describe('the first look at a board, and one after a long time', () => {
  test('puts messages right, and tells nobody of what was there before', async () => {
    const card = await shownCard('Fix the pump');
    await move(card, 'c1');
    comments = { [card.id]: [{ id: 'c1', author: 'ann', says: 'x' }] };
    const state = await sweep(notBegun);
    expect(queued).toEqual([expect.objectContaining({ quiet: true, caughtUp: true })]);
    expect(found()).toEqual([{ kind: 'move', fromName: 'To do', card: card.id }]);
    opened.clock.now += 21 * 86_400_000;
    comments = { [card.id]: [...(comments[card.id] ?? []), { id: 'c2', author: 'ann', says: 'x' }] };
    await move(card, 'c2');
    const later = await sweep(state);
    expect(queued).toEqual([expect.objectContaining({ quiet: true })]);
    expect(found().map(({ kind }) => kind)).toEqual(['move']);
    await move(card, 'c1');
    await sweep(later);
    expect(queued.map((event) => 'quiet' in event)).toEqual([false]);
  });

  test('another board says nothing of the cards of the one before', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      const card = await shownCard(title);
      comments = { ...comments, [card.id]: [{ id: title, author: 'ann', says: 'x' }] };
    }
    await shownCard('Not looked at');
    const { left: _, ...first } = await sweep(notBegun, { calls: 6 });
    // Wekan answers that a card of another board has no comments.
    comments = {};
    board = { ...openSkeletonBoard(), commentsOn: board.commentsOn, read: async () => undefined };
    let state: SweepState = { ...first, left: [], board: 'the one before' };
    for (let run = 0; run < 4; run += 1) {
      state = await sweep(state, { turns: 1 });
      expect([queued, calls]).toEqual([[], []]);
    }
    expect((await store.sweeps.met(key)).map(({ gone }) => gone)).toEqual([true, true, true, true]);
  });
});
