import { beforeEach, describe, expect, test } from '@jest/globals';
import { lookAtCard } from '../../lib/dispatch/reconcile/look-at-card.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import { notBegun } from '../../lib/store/sweeps.ts';
import type { ChangeEvent } from '../../schemas/event.ts';
import { key, openSweptBoard, type SweptBoard } from './swept-board.ts';

const SECOND = 1_000;
let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

const at = ({ id }: Card) => ({ ...key, card: id });
const said = (...ids: string[]) => ids.map((id) => ({ id, author: 'ann', says: 'x' }));
/** All that was found, event by event. */
const found = () =>
  on.queued.map((event) => {
    const { change, more = [] } = event as ChangeEvent;
    return [change, ...more].map(({ card: _, board: __, ...each }) => each);
  });
/** A card that is shown in a room, after a look at it. */
async function lookedAt() {
  const card = await on.shownCard('Fix the pump');
  return { card, state: await on.sweep(notBegun) };
}
const met = async () => (await on.store.sweeps.met(key))[0];
/** Something is done to it through the bridge, so long ago. */
const busy = async (card: Card, ago = 0) => {
  const line = { at: on.clock.now - ago, what: 'done', event: 'e2' };
  await on.store.cards.addToStory(at(card), line);
};
const rename = (card: Card) =>
  on.board.apply(card.id, { type: 'rename', title: 'Valve' }, { id: 'x', origin: '' });
const describeIt = (card: Card) =>
  on.board.apply(card.id, { type: 'describe', description: 'It leaks' }, { id: 'x', origin: '' });

describe('all that is other on a card', () => {
  test('is one event: what is shown, its details, and what was said', async () => {
    const { card, state } = await lookedAt();
    await on.move(card, 'c1');
    await rename(card);
    await describeIt(card);
    on.comments = { [card.id]: said('c1') };
    const { found: count } = await on.swept(state);
    expect(count).toBe(1);
    expect(on.queued).toStrictEqual([
      {
        ...{ v: 1, kind: 'change', at: on.clock.now, team: key.team, connection: key.board, generation: 1 },
        ...{ id: expect.stringMatching(/^sweep:.{22}$/), caughtUp: true },
        change: { kind: 'edit', subject: 'title', card: card.id, board: 'brd1' },
        more: [
          { kind: 'move', fromName: 'To do', card: card.id },
          { kind: 'edit', subject: 'description', card: card.id },
          { kind: 'comment', step: 'added', comment: 'c1', card: card.id },
        ],
      },
    ]);
  });

  test('is known from then on', async () => {
    const { card, state } = await lookedAt();
    await on.move(card, 'c1');
    on.comments = { [card.id]: said('c1') };
    const second = await on.sweep(state);
    await rename(card);
    on.comments = { [card.id]: said('c1', 'c2') };
    await on.sweep(second);
    expect(found()).toEqual([
      [
        { kind: 'edit', subject: 'title' },
        { kind: 'comment', step: 'added', comment: 'c2' },
      ],
    ]);
  });

  test('is told under an id of its own, however often the same happens', async () => {
    const [one, two] = [await on.shownCard('One'), await on.shownCard('Two')];
    let state = await on.sweep(notBegun);
    const ids = new Set<string>();
    for (const column of ['c1', 'c0', 'c1']) {
      on.clock.now += SECOND;
      await on.move(one, column);
      await on.move(two, column);
      state = await on.sweep(state);
      for (const { id } of on.queued) ids.add(id);
    }
    expect(ids.size).toBe(4);
  });

  test('is nothing where nothing is', async () => {
    const { card } = await lookedAt();
    const look = { id: card.id, card, details: { comments: [] }, met: await met(), isNew: false };
    expect(await lookAtCard({ ...on.looking(), isFirst: false }, look)).toBe('same');
    expect((await on.swept(notBegun)).found).toBe(0);
  });
});

describe('what the bridge has just done something to', () => {
  test('is compared when that is half a minute ago, by the last thing that was done', async () => {
    const { card, state } = await lookedAt();
    await on.move(card, 'c1');
    await busy(card, 90 * SECOND);
    await busy(card, 30 * SECOND - 1);
    const first = await on.sweep(state);
    expect([on.queued, first.left]).toEqual([[], [{ card: card.id }]]);
    on.clock.now += 1;
    const second = await on.sweep(first);
    expect([found(), second.left]).toEqual([[[{ kind: 'move', fromName: 'To do' }]], []]);
  });

  test('waits as one, what is shown and its details', async () => {
    const { card, state } = await lookedAt();
    await describeIt(card);
    await rename(card);
    await busy(card);
    expect((await on.sweep(state)).left).toEqual([{ card: card.id }]);
    expect(on.queued).toEqual([]);
  });

  test('need not be looked at again where nothing was found but what people said', async () => {
    const { card, state } = await lookedAt();
    await on.move(card, 'c0');
    await busy(card);
    on.comments = { [card.id]: said('c1') };
    expect((await on.sweep(state)).left).toEqual([]);
    expect(found()).toEqual([[{ kind: 'comment', step: 'added', comment: 'c1' }]]);
  });

  test('has its details told later, and what people said at once, where nothing else happened to it', async () => {
    const { card, state } = await lookedAt();
    const ticked = (done: boolean) => {
      const steps = [{ id: 's', name: 'Paint it', done, state: '' }];
      on.given = { details: new Map([[card.id, { steps }]]) };
    };
    ticked(false);
    const seen = await on.sweep(state);
    await busy(card);
    on.comments = { [card.id]: said('c1') };
    await on.sweep(seen);
    expect(found()).toEqual([[{ kind: 'comment', step: 'added', comment: 'c1' }]]);
    ticked(true);
    expect((await on.swept(seen)).found).toBe(0);
    expect(on.queued).toEqual([]);
    on.clock.now += 30 * SECOND;
    await on.sweep(seen);
    expect(found()).toEqual([[{ kind: 'checklist', step: 'ticked', subject: 'Paint it' }]]);
  });
});

test('a card with the number of one that is gone is not taken for that one', async () => {
  const { card, state } = await lookedAt();
  on.comments = { [card.id]: said('c1') };
  await on.board.apply(card.id, { type: 'archive' }, { id: 'x', origin: '' });
  await on.store.cards.meet({ ...key, card: 'new' as CardId }, 1, true);
  await on.sweep(state, { calls: 1 });
  expect(found()).toEqual([[{ kind: 'archive' }]]);
  expect(on.queued[0]).not.toHaveProperty('more');
  expect(await met()).toMatchObject({ card: 'new' });
});

test('a card that is gone is told gone once, though its message does not say so yet', async () => {
  const { card, state } = await lookedAt();
  const board = {
    ...on.board,
    read: async () => undefined,
    changedSince: async () => ({
      ...{ changed: [], arrived: [], left: [card.id], details: new Map(), said: new Map(), cursor: '' },
    }),
  };
  const second = await on.sweep(state, {}, { board });
  expect(found()).toEqual([[{ kind: 'delete' }]]);
  await on.sweep(second, {}, { board });
  expect([on.queued, await met()]).toMatchObject([[], { gone: true }]);
});

test('a message that does not stand yet is none to be put right', async () => {
  const draft = { title: 'Pump', description: '', assignees: [], labels: [] };
  const card = await on.board.create(draft, { id: 'm', origin: '' });
  await on.store.cards.meet(at(card), 1);
  const thread = { ...at(card), conversation: 'mattermost:chat:room:' };
  const telling = { happening: { id: 'h', kind: 'create', at: 1 }, loudness: 'edit' } as const;
  const shown = { id: card.id, title: 'x', column: 'x', people: [], labels: [], url: '' };
  const face = { ...shown, state: 'open', revision: 1 } as const;
  const before = await on.store.threads.claim(thread, telling, face, on.clock.now);
  let state = await on.sweep(notBegun);
  await rename(card);
  state = await on.sweep(state);
  expect(on.queued).toEqual([]);
  if (!before) throw new Error('not claimed');
  const line = { at: 1, what: 'refused', event: 'h' };
  await on.store.threads.complete(thread, { before, state: undefined, face, last: undefined, line });
  await on.move(card, 'c1');
  await on.sweep(state);
  expect(on.queued).toEqual([]);
});

test('what is as it was is not written down again', async () => {
  const { card, state } = await lookedAt();
  const { parts } = on.looking();
  const saw: unknown[] = [];
  const sweeps = {
    ...parts.store.sweeps,
    saw: async (...args: unknown[]) => {
      saw.push(args);
    },
  };
  const counting = { parts: { ...parts, store: { ...parts.store, sweeps } } };
  await on.move(card, 'c0');
  const second = await on.sweep(state, {}, counting);
  expect([on.calls, saw]).toEqual([[`read ${card.id}`, `comments ${card.id}`], []]);
  await on.move(card, 'c1');
  await on.sweep(second, {}, counting);
  expect(saw).toHaveLength(1);
});

test('comments that stood there before comments were remembered are taken as known', async () => {
  const { card, state } = await lookedAt();
  await on.store.cards.meet({ ...key, card: 'other' as CardId }, 1);
  await on.store.cards.meet(at(card), 1);
  await on.store.sweeps.saw(key, { card: card.id, number: 1, look: 'x', gone: false });
  on.comments = { [card.id]: said('c1') };
  const second = await on.sweep(state);
  expect(on.queued).toEqual([]);
  on.comments = { [card.id]: said('c1', 'c2') };
  await on.sweep(second);
  expect(found()).toEqual([[{ kind: 'comment', step: 'added', comment: 'c2' }]]);
});
