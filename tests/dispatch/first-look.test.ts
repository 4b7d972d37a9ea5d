import { beforeEach, expect, test } from '@jest/globals';
import { leaveBehind } from '../../lib/dispatch/reconcile/leave-behind.ts';
import type { Card } from '../../lib/domain/card.ts';
import { type MetCard, notBegun, type SweepState, unheard } from '../../lib/store/sweeps.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { key, openSweptBoard, type SweptBoard } from './swept-board.ts';

/** What is found by the first look at a board is nothing that people have just missed. */

const DAY = 86_400_000;
let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

const loud = () => on.queued.map((event) => !('quiet' in event));
const board = exampleTeam.boards.kanban?.board;

test.each([
  [20 * DAY, true],
  [20 * DAY + 1, false],
])('a look after %i milliseconds is no first one: %p', async (passed, isLoud) => {
  const card = await on.shownCard('Fix the pump');
  const state = await on.sweep(notBegun);
  expect(state).toStrictEqual({
    ...{ board, cursor: expect.any(String), left: [], turn: '', began: 0, ended: on.clock.now },
  });
  await on.move(card, 'c1');
  on.clock.now += passed;
  await on.sweep(state);
  expect(loud()).toEqual([isLoud]);
});

test('where nobody has noted which board was looked at, it was this one', async () => {
  const card = await on.shownCard('Fix the pump');
  const { board: _, ...state } = await on.sweep(notBegun);
  await on.move(card, 'c1');
  await on.sweep(state);
  expect(loud()).toEqual([true]);
});

test('cards that stand on another board too are taken up again, and what they look like there is shown quietly', async () => {
  const [one, two] = [await on.shownCard('One'), await on.shownCard('Two')];
  const first = await on.sweep(notBegun);
  await on.move(two, 'c1');
  const other: SweepState = { ...first, board: 'the one before', began: 5 };
  const state = await on.sweep(other, { turns: 0 });
  expect(state).toMatchObject({ board, began: 5 });
  expect([on.found().map(({ card }) => card), loud()]).toEqual([[two.id], [false]]);
  expect((await on.store.sweeps.met(key)).map(({ gone }) => gone)).toEqual([false, false]);
  await on.move(one, 'c1');
  await on.sweep(state);
  expect(loud()).toEqual([true]);
});

test('a card whose number came to mean one of another board meanwhile is known by it again once the connection leads back', async () => {
  const card = await on.shownCard('One');
  const before = { ...(await on.sweep(notBegun)), board: 'the one before' };
  await on.store.cards.meet({ ...key, card: 'other' as Card['id'] }, 1, true);
  await on.move(card, 'c1');
  // Of what stands there besides, Cardwire knows nothing.
  await on.board.create({ title: 'x', description: '', assignees: [], labels: [] }, { id: 'm', origin: '' });
  const state = await on.sweep(before);
  expect(on.calls).toEqual([`read ${card.id}`, `comments ${card.id}`]);
  expect([on.found(), loud()]).toEqual([[{ kind: 'move', fromName: 'To do', card: card.id }], [false]]);
  expect(await on.store.cards.byNumber(key.team, key.board, 1)).toBe(card.id);
  await on.move(card, 'c2');
  await on.sweep(state);
  expect([on.found().length, loud()]).toEqual([1, [true]]);
});

test('one that is taken up again is looked at whenever another look of it was shown', async () => {
  const card = await on.shownCard('One');
  const first = await on.sweep(notBegun);
  const state = await on.sweep({ ...first, board: 'the one before' });
  await on.store.sweeps.wasShown({ ...key, card: card.id }, 1);
  await on.sweep(state, { turns: 0 });
  expect(on.calls).toEqual([`read ${card.id}`, `comments ${card.id}`]);
});

test('of many cards that are left behind each is written down once', async () => {
  const met = Array.from({ length: 41 }, (_, at): MetCard => {
    return { card: `c${at}` as MetCard['card'], number: at, gone: false, details: { version: 0, known: {} } };
  });
  const saw: string[] = [];
  const { parts, team, connection } = on.looking();
  const sweeps = {
    ...parts.store.sweeps,
    saw: async (_key: unknown, { card }: Pick<MetCard, 'card'>) => {
      saw.push(card);
    },
  };
  const behind = await leaveBehind(
    { parts: { ...parts, store: { ...parts.store, sweeps } }, team, connection },
    met,
  );
  expect(saw).toEqual(met.map(({ card }) => card));
  expect(new Set(behind.map(({ look, gone }) => `${look}${gone}`))).toEqual(new Set([`${unheard}true`]));
});
