import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../lib/domain/card.ts';
import { lookOf } from '../../lib/domain/card-look.ts';
import { notBegun, type SweepState } from '../../lib/store/sweeps.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { openSkeletonBoard } from '../conformance/skeleton-board.ts';
import { key, openSweptBoard, type SweptBoard, withoutRoom } from './swept-board.ts';

/** A card that is shown as it stands in a room, and was looked at. */
let on: SweptBoard;
let card: Card;
let state: SweepState;
beforeEach(async () => {
  on = openSweptBoard();
  card = await on.shownCard('Fix the pump');
  state = await on.sweep(notBegun);
});

/** Another conversation that hears of the card. */
const teamRoom = 'mattermost:chat:room2:';
const at = () => ({ ...key, card: card.id });
const kinds = () => on.found().map(({ kind }) => kind);
const inDoing = (): Card => ({ ...card, column: { id: 'c1', name: 'Doing' } });

const faceOf = (seen: Card): CardFace => ({
  ...{ id: card.id, number: 1, title: seen.title, column: seen.column.name, people: [], labels: [], url: '' },
  ...{ state: 'open', look: lookOf(seen), revision: on.clock.now },
});

/** A conversation is shown a look of the card. */
async function show(seen: Card, more: Partial<CardFace> = {}, conversation = 'mattermost:chat:room:') {
  on.clock.now += 20_000;
  const face = { ...faceOf(seen), ...more };
  const thread = { ...at(), conversation };
  const happening = { id: `h${on.clock.now}`, kind: 'move', at: 1 } as const;
  const before = await on.store.threads.claim(thread, { happening, loudness: 'edit' }, face, on.clock.now);
  if (!before) throw new Error('not claimed');
  const nth = await on.store.sweeps.wasShown(at(), 1);
  const line = { at: 1, what: 'shown', event: 'h' };
  const shown = { message: 'post', thread: 'post' };
  await on.store.threads.complete(thread, { before, state: shown, face, nth, last: undefined, line });
}

describe('a card that was shown otherwise since the last look', () => {
  test('and stands again as that one saw it, is found, once', async () => {
    await show(inDoing());
    state = await on.sweep(state);
    expect(on.found()).toEqual([{ kind: 'move', fromName: 'Doing', card: card.id }]);
    // Nothing is told a second time while what was found is on its way.
    await on.sweep(state);
    expect([on.queued, on.calls.filter((call) => call.startsWith('read'))]).toEqual([[], []]);
  });

  test('and stands so, is found in order, at the cost of one reading', async () => {
    await on.move(card, 'c1');
    await show(inDoing());
    state = await on.sweep(state);
    expect([on.queued, on.calls]).toEqual([[], [`read ${card.id}`, `comments ${card.id}`]]);
    on.calls = [];
    await on.sweep(state, { turns: 0 });
    expect(on.calls).toEqual([]);
  });

  test('is not told of what is only called otherwise', async () => {
    await show(card, { column: 'To do soon' });
    await on.sweep(state);
    expect(on.queued).toEqual([]);
  });

  test('by an older deployment, which did not write down its look, is compared with the last look', async () => {
    await show(inDoing(), { look: undefined });
    await on.sweep(state);
    expect(on.queued).toEqual([]);
  });

  test('is not read where nobody would hear of it, nor asked for again', async () => {
    const alone = await on.board.create(
      { title: 'x', description: '', assignees: [], labels: [] },
      { id: 'm', origin: '' },
    );
    await on.store.cards.meet({ ...key, card: alone.id }, 2);
    state = await on.sweep(state, {}, { team: withoutRoom });
    await on.store.sweeps.wasShown({ ...key, card: alone.id }, 2);
    await on.sweep(state, { turns: 0 }, { team: withoutRoom });
    expect(on.calls).toEqual([]);
    const seen = (await on.store.sweeps.met(key))[1];
    expect(seen).toMatchObject({ shown: 1, checked: 1 });
    // Nor is it written down again by each look that follows.
    on.clock.now += 60_000;
    await on.sweep({ ...state, left: [{ card: alone.id }] }, { turns: 0 }, { team: withoutRoom });
    expect((await on.store.sweeps.met(key))[1]).toEqual(seen);
  });

  test('is taken to be gone once it is', async () => {
    await show(inDoing());
    const board = { ...on.board, read: async () => undefined };
    await on.sweep(state, {}, { board });
    expect(kinds()).toEqual(['delete']);
  });
});

test('what a look has found and a conversation refused is not found by each look that follows', async () => {
  await on.move(card, 'c1');
  state = await on.sweep(state);
  expect(kinds()).toEqual(['move']);
  await show(inDoing(), {}, teamRoom);
  await on.sweep(state);
  expect([on.queued, on.calls]).toEqual([[], [`read ${card.id}`, `comments ${card.id}`]]);
});

describe('a conversation that lags behind', () => {
  test('is compared by what it shows, however old that is, also after a look at what others were shown', async () => {
    const early = on.clock.now + 1;
    await show(card, {}, teamRoom);
    state = await on.sweep(state);
    expect(on.queued).toEqual([]);
    // Its chat was down: it is shown only now what was read before the others' look.
    await show(inDoing(), { revision: early });
    state = await on.sweep(state);
    expect(kinds()).toEqual(['move']);
    on.clock.now += 60_000;
    await on.sweep(state, { turns: 0 });
    expect([on.queued, on.calls]).toEqual([[], []]);
  });

  test('is looked at once more after a run that died when it had counted its first message', async () => {
    await on.store.sweeps.wasShown(at(), 1);
    state = await on.sweep(state);
    expect(on.queued).toEqual([]);
    await show(inDoing(), { revision: 1 }, teamRoom);
    await on.sweep(state);
    expect(kinds()).toEqual(['move']);
  });

  test('is compared by the look that is on its way there', async () => {
    on.clock.now += 20_000;
    const happening = { id: 'waits', kind: 'comment', at: 1 } as const;
    const thread = { ...at(), conversation: 'mattermost:chat:room:' };
    await on.store.threads.claim(thread, { happening, loudness: 'edit' }, faceOf(inDoing()), on.clock.now);
    await show(card, {}, teamRoom);
    await on.sweep(state);
    expect(kinds()).toEqual(['move']);
  });
});

test.each(['that nobody follows it in any more', 'on a server that was taken off'])(
  'what stands in a conversation %s is found by no look',
  async (why) => {
    const conversation = 'discord:guild:left:';
    if (why.includes('server')) await on.store.cards.follow(at(), { conversation, server: 's1' });
    await show(inDoing(), {}, conversation);
    await on.move(card, 'c1');
    await show(inDoing());
    state = await on.sweep(state);
    expect([on.queued, on.calls]).toEqual([[], [`read ${card.id}`, `comments ${card.id}`]]);
    await on.move(card, 'c2');
    await show({ ...card, column: { id: 'c2', name: 'Done' } });
    await on.sweep(state);
    expect(on.queued).toEqual([]);
  },
);

test('a card that was shown as gone, and stands as before, is found to be back', async () => {
  await show(card, { state: 'deleted', look: lookOf(undefined) });
  await on.sweep(state);
  expect(kinds()).toEqual(['restore']);
});

test('that a card is gone is found once, though one conversation is not told it', async () => {
  const board = { ...on.board, read: async () => undefined };
  await show(card, {}, teamRoom);
  await show(inDoing());
  state = await on.sweep(state, {}, { board });
  expect(kinds()).toEqual(['delete']);
  await show(card, { state: 'deleted', look: lookOf(undefined) }, teamRoom);
  await on.sweep(state, { turns: 0 }, { board });
  expect(on.queued).toEqual([]);
});

test.each(['Doing', 'In progress'])(
  'a column that is called otherwise since the connection led to another board is no move: %s',
  async (column) => {
    await show(inDoing(), { column });
    await on.move(card, 'c1');
    state = await on.sweep(state);
    const away = await on.sweep({ ...state, board: 'another' }, {}, { board: openSkeletonBoard() });
    await on.sweep({ ...away, board: 'another' });
    expect(on.queued).toEqual([]);
  },
);

test('what was shown otherwise when the connection came to lead to another board is put right once it leads back', async () => {
  await show(inDoing());
  const away = await on.sweep({ ...state, board: 'another' }, {}, { board: openSkeletonBoard() });
  expect(on.queued).toEqual([]);
  await on.sweep({ ...away, board: 'another' });
  expect(on.queued).toMatchObject([{ quiet: true, change: { kind: 'move', fromName: 'Doing' } }]);
});
