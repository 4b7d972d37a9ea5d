import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import { notBegun, type SweepState } from '../../lib/store/sweeps.ts';
import { openSkeletonBoard } from '../conformance/skeleton-board.ts';
import { key, openSweptBoard, type SweptBoard, self, withoutRoom } from './swept-board.ts';

let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

const readOf = (id: CardId) => on.calls.filter((call) => call === `read ${id}`);

describe('one look at a board', () => {
  test('finds what is other than it was shown, once', async () => {
    const card = await on.shownCard('Fix the pump');
    const first = await on.sweep(notBegun);
    expect([on.found(), first.left]).toEqual([[], []]);
    await on.move(card, 'c2');
    const second = await on.sweep(first);
    expect(on.queued).toEqual([
      expect.objectContaining({
        ...{ kind: 'change', caughtUp: true, team: key.team, connection: key.board },
        change: { kind: 'move', fromName: 'To do', card: card.id, board: 'brd1' },
      }),
    ]);
    await on.sweep(second);
    expect(on.queued).toEqual([]);
  });

  test('keeps to its budget, goes on where it stopped and reads no card twice', async () => {
    const all: Card[] = [];
    for (let at = 0; at < 7; at += 1) all.push(await on.shownCard(`Card ${at}`));
    let state = await on.sweep(notBegun);
    for (const card of all) await on.move(card, 'c1');
    const told: string[] = [];
    const reads: string[] = [];
    for (let run = 0; run < 4; run += 1) {
      state = await on.sweep(state, { calls: 4 });
      expect(on.calls.length).toBeLessThanOrEqual(5);
      told.push(...on.found().map(({ card }) => card));
      reads.push(...on.calls.filter((call) => call.startsWith('read')));
    }
    expect(state.left).toEqual([]);
    expect(told.sort()).toEqual(all.map(({ id }) => id).sort());
    expect(new Set(reads).size).toBe(reads.length);
  });

  test('begins nothing new when its time is over', async () => {
    const card = await on.shownCard('Fix the pump');
    const state = await on.sweep(notBegun, { until: on.clock.now });
    expect([on.calls, state.left]).toEqual([[], [{ card: card.id }]]);
    expect(state).not.toHaveProperty('ended');
  });

  test('a card that the board does not give keeps no other one from being looked at', async () => {
    const all = [await on.shownCard('One'), await on.shownCard('Two'), await on.shownCard('Three')];
    let state = await on.sweep(notBegun);
    for (const card of all) await on.move(card, 'c1');
    on.broken = all[0]?.id;
    state = await on.sweep(state);
    expect(state).toMatchObject({ failed: 'board-unreachable' });
    state = await on.sweep(state);
    expect(on.found().map(({ card }) => card)).toEqual([all[1]?.id, all[2]?.id]);
    expect(state.left.map(({ card }) => card)).toEqual([all[0]?.id]);
    on.broken = undefined;
    state = await on.sweep(state);
    expect(on.found().map(({ card }) => card)).toEqual([all[0]?.id]);
    expect(state).toMatchObject({ left: [], ended: on.clock.now });
    expect(state.failed).toBeUndefined();
  });

  test('leaves a card alone on which the bridge has just done something, and comes back to it', async () => {
    const card = await on.shownCard('Fix the pump');
    let state = await on.sweep(notBegun);
    await on.move(card, 'c1');
    const line = { at: on.clock.now, what: 'done', event: 'e2' };
    await on.store.cards.addToStory({ ...key, card: card.id }, line);
    state = await on.sweep(state);
    expect([on.found(), state.left]).toEqual([[], [{ card: card.id }]]);
    on.clock.now += 60_000;
    state = await on.sweep(state);
    expect([on.found().map(({ kind }) => kind), state.left]).toEqual([['move'], []]);
  });

  test('looks at the comments of quiet cards in turn, and finds each new one once', async () => {
    const all: Card[] = [];
    for (let at = 0; at < 5; at += 1) all.push(await on.shownCard(`Card ${at}`));
    let state = await on.sweep(notBegun);
    on.comments = {
      [all[3]?.id ?? '']: [
        { id: 'c1', author: 'ann', says: 'x' },
        { id: 'own', author: self, says: 'x' },
      ],
    };
    const told: unknown[] = [];
    const asked: string[] = [];
    for (let run = 0; run < 5; run += 1) {
      state = await on.sweep(state, { turns: 2 });
      expect(on.calls).toHaveLength(2);
      asked.push(...on.calls);
      told.push(...on.found());
    }
    expect(told).toEqual([{ kind: 'comment', step: 'added', comment: 'c1', card: all[3]?.id }]);
    for (const card of all) expect(asked.filter((call) => call === `comments ${card.id}`)).toHaveLength(2);
  });

  test('a comment whose webhook has come is no news', async () => {
    const card = await on.shownCard('Fix the pump');
    const state = await on.sweep(notBegun);
    on.comments = { [card.id]: [{ id: 'c1', author: 'ann', says: 'x' }] };
    await on.store.sweeps.claimComment({ ...key, card: card.id }, 'c1', 'webhook-1');
    await on.sweep(state);
    expect(on.queued).toEqual([]);
  });

  test('asks the board nothing where nobody would hear of it', async () => {
    await on.board.create(
      { title: 'x', description: '', assignees: [], labels: [] },
      { id: 'm', origin: '' },
    );
    let asked = 0;
    const counting: Board = {
      ...on.board,
      changedSince: (cursor) => {
        asked += 1;
        return on.board.changedSince(cursor);
      },
    };
    const state = await on.sweep(notBegun, {}, { team: withoutRoom, board: counting });
    expect([asked, on.calls, state.ended]).toEqual([0, [], on.clock.now]);
  });

  test('asks the board for no card that nobody follows any more', async () => {
    const [one, other] = [await on.shownCard('One'), await on.shownCard('Two')];
    await on.store.cards.unfollow({ ...key, card: one.id }, 'mattermost:chat:room:');
    const state = await on.sweep(notBegun, {}, { team: withoutRoom });
    const read = on.calls;
    await on.sweep(state, {}, { team: withoutRoom });
    expect(read).toEqual([`read ${other.id}`, `comments ${other.id}`]);
    expect(on.calls).toEqual([`comments ${other.id}`]);
  });

  test('a card that is gone is told gone, although a new one has its number by now', async () => {
    const card = await on.shownCard('Fix the pump');
    const state = await on.sweep(notBegun);
    await on.board.apply(card.id, { type: 'archive' }, { id: 'x', origin: '' });
    await on.store.cards.meet({ ...key, card: 'new' as CardId }, card.number ?? 0, true);
    const none = await on.sweep(state, { calls: 0 });
    expect([on.found(), none.left]).toEqual([[], [{ card: card.id }, { card: 'new' }]]);
    const last = await on.sweep(none);
    expect(on.found()).toEqual([{ kind: 'archive', card: card.id }]);
    await on.sweep(last);
    expect(on.queued).toEqual([]);
  });

  test.each([true, false])(
    'a card that is gone is told gone, and read no more; seen before: %s',
    async (seen) => {
      const early = seen ? await on.shownCard('Fix the pump') : undefined;
      let state = await on.sweep(notBegun);
      const card = early ?? (await on.shownCard('Fix the pump'));
      await on.board.apply(card.id, { type: 'archive' }, { id: 'x', origin: '' });
      state = await on.sweep(state);
      expect(on.found()).toEqual([{ kind: 'archive', card: card.id }]);
      state = await on.sweep(state);
      expect([on.queued, readOf(card.id), on.calls]).toEqual([[], [], []]);
    },
  );
});

describe('the first look at a board, and one after a long time', () => {
  test('puts messages right, and tells nobody of what was there before', async () => {
    const card = await on.shownCard('Fix the pump');
    await on.move(card, 'c1');
    on.comments = { [card.id]: [{ id: 'c1', author: 'ann', says: 'x' }] };
    const state = await on.sweep(notBegun);
    expect(on.queued).toEqual([expect.objectContaining({ quiet: true, caughtUp: true })]);
    expect(on.found()).toEqual([{ kind: 'move', fromName: 'To do', card: card.id }]);
    on.clock.now += 21 * 86_400_000;
    on.comments = { [card.id]: [...(on.comments[card.id] ?? []), { id: 'c2', author: 'ann', says: 'x' }] };
    await on.move(card, 'c2');
    const later = await on.sweep(state);
    expect(on.queued).toEqual([expect.objectContaining({ quiet: true })]);
    expect(on.found().map(({ kind }) => kind)).toEqual(['move']);
    await on.move(card, 'c1');
    await on.sweep(later);
    expect(on.queued.map((event) => 'quiet' in event)).toEqual([false]);
  });

  test('another board says nothing of the cards of the one before', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      const card = await on.shownCard(title);
      on.comments = { ...on.comments, [card.id]: [{ id: title, author: 'ann', says: 'x' }] };
    }
    await on.shownCard('Not looked at');
    const { left: _, ...first } = await on.sweep(notBegun, { calls: 6 });
    // Wekan answers that a card of another board has no comments.
    on.comments = {};
    // What was on its way still is shown.
    for (const { card, number } of await on.store.sweeps.met(key))
      await on.store.sweeps.wasShown({ ...key, card }, number);
    const { commentsOn } = on.board;
    const board = { ...openSkeletonBoard(), commentsOn, read: async () => undefined };
    let state: SweepState = { ...first, left: [], board: 'the one before' };
    for (let run = 0; run < 4; run += 1) {
      state = await on.sweep(state, { turns: 1 }, { board });
      expect([on.queued, on.calls]).toEqual([[], []]);
    }
    expect((await on.store.sweeps.met(key)).map(({ gone }) => gone)).toEqual([true, true, true, true]);
  });
});
