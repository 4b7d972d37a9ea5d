import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../lib/domain/card.ts';
import { lookOf } from '../../lib/domain/card-look.ts';
import { notBegun, type SweepState } from '../../lib/store/sweeps.ts';
import type { CardFace } from '../../schemas/delivery.ts';
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

const at = () => ({ ...key, card: card.id });
const kinds = () => on.found().map(({ kind }) => kind);
const inDoing = (): Card => ({ ...card, column: { id: 'c1', name: 'Doing' } });

/** A conversation is shown a look of the card. */
async function show(seen: Card, more: Partial<CardFace> = {}, conversation = 'mattermost:chat:room:') {
  on.clock.now += 20_000;
  const face: CardFace = {
    ...{
      id: card.id,
      number: 1,
      title: seen.title,
      column: seen.column.name,
      people: [],
      labels: [],
      url: '',
    },
    ...{ state: 'open', revision: on.clock.now, look: lookOf(seen), ...more },
  };
  const thread = { ...at(), conversation };
  const happening = { id: `h${on.clock.now}`, kind: 'move', at: 1 } as const;
  const before = await on.store.threads.claim(thread, { happening, loudness: 'edit' }, face, on.clock.now);
  if (!before) throw new Error('not claimed');
  await on.store.sweeps.wasShown(at(), 1, face.revision);
  const line = { at: 1, what: 'shown', event: 'h' };
  const shown = { message: 'post', thread: 'post' };
  await on.store.threads.complete(thread, { before, state: shown, face, last: undefined, line });
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
    await on.store.sweeps.wasShown({ ...key, card: alone.id }, 2, on.clock.now);
    await on.sweep(state, { turns: 0 }, { team: withoutRoom });
    expect(on.calls).toEqual([]);
    expect((await on.store.sweeps.met(key))[1]).toMatchObject({ shown: on.clock.now, checked: on.clock.now });
  });

  test('is taken to be gone once it is', async () => {
    await show(inDoing());
    const board = { ...on.board, read: async () => undefined };
    await on.sweep(state, {}, { board });
    expect(kinds()).toEqual(['delete']);
  });
});

test('what a look has found and a conversation refused is not found by each look that follows', async () => {
  const other = 'discord:guild:room:';
  await on.move(card, 'c1');
  state = await on.sweep(state);
  expect(kinds()).toEqual(['move']);
  await show(inDoing(), {}, other);
  await on.sweep(state);
  expect([on.queued, on.calls]).toEqual([[], [`read ${card.id}`, `comments ${card.id}`]]);
});
