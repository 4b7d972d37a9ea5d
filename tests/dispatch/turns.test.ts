import { beforeEach, describe, expect, test } from '@jest/globals';
import { takeTurns } from '../../lib/dispatch/reconcile/take-turns.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import { notBegun } from '../../lib/store/sweeps.ts';
import { key, openSweptBoard, type SweptBoard, withoutRoom } from './swept-board.ts';

let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

/** Cards that were all looked at before. */
async function quietCards(count: number) {
  const cards: Card[] = [];
  for (let at = 1; at <= count; at += 1) cards.push(await on.shownCard(`Card ${at}`));
  const state = await on.sweep(notBegun);
  return { cards, state };
}
const asked = (...cards: readonly (Card | undefined)[]) => cards.map((card) => `comments ${card?.id}`);

describe('cards to which nothing seems to have happened are asked for their comments', () => {
  test('in turn, and after the last one from the first on', async () => {
    const { cards, state } = await quietCards(3);
    const [one, two, three] = cards;
    const first = await on.sweep(state, { turns: 2 });
    expect([on.calls, first.turn]).toEqual([asked(one, two), two?.id]);
    const second = await on.sweep(first, { turns: 1 });
    expect([on.calls, second.turn]).toEqual([asked(three), three?.id]);
    await on.sweep(second, { turns: 2 });
    expect(on.calls).toEqual(asked(one, two));
  });

  test('by their ids, in whatever order they are met', async () => {
    const { cards } = await quietCards(3);
    const [one, two, three] = cards;
    const met = (await on.store.sweeps.met(key)).map((each) => [each.card, each] as const);
    const [first, second, third] = met;
    if (!first || !second || !third) throw new Error('not met');
    for (const all of [
      [third, first, second],
      [second, third, first],
    ]) {
      on.calls = [];
      const budget = { calls: 100, turns: 2, until: on.clock.now + 1 };
      const looking = { ...on.looking(), isFirst: false };
      const work = {
        looking,
        met: new Map(all),
        listed: new Map(),
        budget,
        taken: new Set<CardId>(),
        calls: 0,
        found: 0,
      };
      expect(await takeTurns(work, one?.id ?? '')).toEqual({ turn: three?.id });
      expect(on.calls).toEqual(asked(two, three));
    }
  });

  test('on a board where a comment makes its card a changed one, four times as seldom', async () => {
    const { cards, state } = await quietCards(5);
    const board = { ...on.board, can: { ...on.board.can, commentsChange: true } };
    await on.sweep(state, { turns: 5 }, { board });
    expect(on.calls).toEqual(asked(cards[0], cards[1]));
  });

  test('while there are calls left: the comments are one, and steps that are asked for two more', async () => {
    const { cards, state } = await quietCards(4);
    const byList = await on.sweep(state, { calls: 2 });
    expect([on.calls, byList.turn]).toEqual([asked(cards[0], cards[1]), cards[1]?.id]);
    const board = { ...on.board, can: { ...on.board.can, stepsListed: false }, stepsOn: async () => [] };
    await on.sweep(state, { calls: 6 }, { board });
    expect(on.calls).toEqual(asked(cards[0], cards[1]));
    await on.sweep(state, { calls: 7 }, { board });
    expect(on.calls).toEqual(asked(cards[0], cards[1], cards[2]));
  });

  test('but not in the run that has looked at them as a whole', async () => {
    const { cards, state } = await quietCards(2);
    const [one, two] = cards;
    if (one) await on.move(one, 'c1');
    await on.sweep(state);
    expect(on.calls).toEqual([`read ${one?.id}`, ...asked(one, two)]);
  });

  test('where nobody hears of one, the next has its turn all the same', async () => {
    const { cards, state } = await quietCards(3);
    const [one, two] = cards;
    if (!one) throw new Error('no card');
    await on.store.cards.unfollow({ ...key, card: one.id }, 'mattermost:chat:room:');
    const { turn } = await on.sweep(state, { turns: 2 }, { team: withoutRoom });
    expect([on.calls, turn]).toEqual([asked(two), two?.id]);
  });

  test('one that the board does not give ends the turns, and is passed over the next time', async () => {
    const { cards, state } = await quietCards(3);
    const [one, two, three] = cards;
    on.broken = two?.id;
    const stopped = await on.sweep(state);
    expect([on.calls, stopped]).toMatchObject([
      asked(one, two),
      { turn: two?.id, failed: 'board-unreachable' },
    ]);
    const next = await on.sweep(stopped, { turns: 2 });
    expect([on.calls, next.turn, next.failed]).toEqual([asked(three, one), one?.id, undefined]);
  });

  test('a fault of ours is not taken for the board’s', async () => {
    const { state } = await quietCards(1);
    const commentsOn = async () => {
      throw new TypeError('ours');
    };
    await expect(on.sweep(state, {}, { board: { ...on.board, commentsOn } })).rejects.toThrow('ours');
    const read = commentsOn;
    await on.shownCard('New');
    await expect(on.sweep(state, {}, { board: { ...on.board, read } })).rejects.toThrow('ours');
  });

  test('what is found counts, card by card', async () => {
    const { cards, state } = await quietCards(3);
    const [one, two, three] = cards;
    const written = [{ id: 'c1', author: 'ann', says: 'x' }];
    on.comments = {
      [one?.id ?? '']: written,
      [two?.id ?? '']: [...written, { id: 'c2', author: 'bob', says: 'y' }],
    };
    if (three) await on.move(three, 'c1');
    const { found } = await on.swept(state);
    expect(found).toBe(3);
    expect(on.found().map(({ card }) => card)).toEqual([three?.id, one?.id, two?.id]);
  });
});

describe('what a board gives on the way of its cards', () => {
  const step = (done: boolean) => ({ steps: [{ id: 's', name: 'Paint it', done, state: '' }] });
  const ticked = { kind: 'checklist', step: 'ticked', subject: 'Paint it' };

  /** Two cards whose step was known to be undone, and is done now; no card has a turn. */
  async function withTicked() {
    const { cards, state } = await quietCards(2);
    const given = (done: boolean) => ({ details: new Map(cards.map(({ id }) => [id, step(done)])) });
    on.given = given(false);
    const seen = await on.sweep(state, { turns: 0 });
    expect([on.calls, on.queued]).toEqual([[], []]);
    on.given = given(true);
    return { cards, state: seen };
  }

  test('is compared without a call', async () => {
    const { cards, state } = await withTicked();
    const { found } = await on.swept(state, { turns: 0 });
    expect([on.calls, found]).toEqual([[], 2]);
    expect(on.found()).toEqual(cards.map(({ id }) => ({ ...ticked, card: id })));
  });

  test('is not compared twice where a card has had its turn', async () => {
    const { cards, state } = await withTicked();
    const { found } = await on.swept(state, { turns: 1 });
    expect([on.calls, found]).toEqual([asked(cards[0]), 2]);
  });

  test('waits for the next run where the time is over', async () => {
    const { state } = await withTicked();
    const left = await on.swept(state, { turns: 0, until: on.clock.now });
    expect([left.found, on.queued]).toEqual([0, []]);
    expect((await on.swept(left.state, { turns: 0 })).found).toBe(2);
  });

  test('is nobody’s business where nobody hears of the card, nor of one that is not known or gone', async () => {
    const { cards, state } = await withTicked();
    const [one, two] = cards;
    if (!one || !two) throw new Error('no cards');
    await on.store.cards.unfollow({ ...key, card: one.id }, 'mattermost:chat:room:');
    on.given = {
      details: new Map([...(on.given.details ?? []), ['elsewhere' as CardId, step(true)]]),
    };
    await on.sweep(state, { turns: 0 }, { team: withoutRoom });
    expect(on.found().map(({ card }) => card)).toEqual([two.id]);
    await on.board.apply(two.id, { type: 'archive' }, { id: 'x', origin: '' });
    const gone = await on.sweep(state, { turns: 0 }, { team: withoutRoom });
    on.given = { details: new Map([[two.id, step(false)]]) };
    await on.sweep(gone, { turns: 0 }, { team: withoutRoom });
    expect(on.queued).toEqual([]);
  });
});

describe('what was said on what belongs to a card', () => {
  const heads = [{ id: 'u1', author: 'ann', says: 'x' }];

  test('is told of the card, once for every comment', async () => {
    const { cards, state } = await quietCards(3);
    const [one, two, three] = cards;
    if (!one || !two || !three) throw new Error('no cards');
    on.given = {
      said: new Map([
        [one.id, heads],
        [two.id, []],
        [three.id, []],
        ['elsewhere' as CardId, heads],
      ]),
    };
    const { found } = await on.swept(state, { turns: 0 });
    expect(found).toBe(1);
    expect(on.found()).toEqual([{ kind: 'comment', step: 'added', comment: 'u1', card: one.id }]);
  });

  test('is told nobody at the first look, nor where nobody hears of the card', async () => {
    const { cards, state } = await quietCards(1);
    const [one] = cards;
    if (!one) throw new Error('no card');
    on.given = { said: new Map([[one.id, heads]]) };
    await on.sweep(notBegun, { turns: 0 });
    expect(on.queued).toEqual([]);
    await on.store.cards.unfollow({ ...key, card: one.id }, 'mattermost:chat:room:');
    await on.sweep(state, { turns: 0 }, { team: withoutRoom });
    expect(on.queued).toEqual([]);
  });
});
