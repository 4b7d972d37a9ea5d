import { beforeEach, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { compare } from '../../lib/dispatch/details/compare.ts';
import { isToldAlready, settleOwn } from '../../lib/dispatch/details/settle.ts';
import { takeAll } from '../../lib/dispatch/details/take.ts';
import type { Card } from '../../lib/domain/card.ts';
import type { DetailBook } from '../../lib/store/details.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

/** A first look at a card has read its files; then one is attached and told; then the look is written down. */

const files = [{ id: 'f', name: 'plan.pdf' }];
const readBefore = compare({}, { files: [] }).known;
const told = { kind: 'attachment', step: 'added', subject: 'plan.pdf', subjects: ['plan.pdf'] } as const;

let room: PausedRoom;
let card: Card;
let board: Board;
beforeEach(async () => {
  room = openPausedRoom();
  const [made] = await room.newCards('Pump');
  if (!made) throw new Error('no card');
  card = made;
  board = { ...room.board, filesOn: async () => files };
  await room.store.cards.meet(key(), number());
});

const key = () => ({ team: 'ops', board: 'kanban', card: card.id }) as const;
const number = () => card.number ?? 0;
const change = () => ({ card: card.id, ...told, subjects: [...told.subjects] });
const hook = (details: DetailBook = room.store.details, on = card) => {
  const parts = { store: { ...room.store, details } };
  return isToldAlready(parts, { key: key(), board, card: on }, { id: 'hook', change: change() }, undefined);
};
const look = () => takeAll(room.store, { key: key(), number: number() }, async () => ({ files }), 'look');

test('a first look that lacks what a webhook has told is not written down', async () => {
  const before = await room.store.details.get(key(), number());
  expect(await hook()).toBe(false);
  expect(await room.store.details.put(key(), number(), before, readBefore)).toBe(false);
});

test('nor one that lacks what a command has done', async () => {
  const before = await room.store.details.get(key(), number());
  await settleOwn(room, { key: key(), board, card }, 'command', [change()]);
  expect(await room.store.details.put(key(), number(), before, readBefore)).toBe(false);
});

test('where it was written down first, what the webhook tells is known from then on', async () => {
  const { details } = room.store;
  let isWritten = false;
  const overtaken: DetailBook = {
    ...details,
    put: async (at, of, before, known) => {
      if (!isWritten) isWritten = await details.put(at, of, before, readBefore);
      else return details.put(at, of, before, known);
      return false;
    },
  };
  expect([await hook(overtaken), isWritten]).toEqual([false, true]);
  expect(await look()).toEqual([]);
});

test('a webhook of a card whose number means another one by now is not held up', async () => {
  expect(await hook(room.store.details, { ...card, number: number() + 1 })).toBe(false);
});
