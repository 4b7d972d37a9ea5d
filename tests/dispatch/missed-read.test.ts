import { beforeEach, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { compare } from '../../lib/dispatch/details/compare.ts';
import { missedDetails } from '../../lib/dispatch/details/missed.ts';
import type { Card } from '../../lib/domain/card.ts';
import type { CardDetails } from '../../lib/domain/card-details.ts';
import type { Change, ChangeEvent } from '../../schemas/event.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

/** What a look has found of a card's details is read once more before it is told. */

let room: PausedRoom;
let card: Card;
let calls: string[];
let board: Board;
const step = (id: string, done: boolean) => ({ id, name: `Step ${id}`, done, state: '' });
const before: CardDetails = {
  steps: [step('1', false), step('2', false)],
  files: [{ id: 'f', name: 'plan.pdf' }],
  comments: [{ id: 'c', says: 'before' }],
};

beforeEach(async () => {
  room = openPausedRoom();
  const [made] = await room.newCards('Pump');
  if (made?.number === undefined) throw new Error('no card with a number');
  [card, calls] = [made, []];
  const asked = <T>(what: string, answer: T): (() => Promise<T>) => {
    return async () => {
      calls.push(what);
      return answer;
    };
  };
  board = {
    ...room.board,
    stepsOn: asked('steps', [step('1', true), step('2', true)]),
    filesOn: asked('files', []),
    commentsOn: asked('comments', [{ id: 'c', says: 'now' }]),
    comment: asked('comment', { id: 'c', text: 'Both', at: 1 }),
  };
  await room.store.cards.meet(on().key, made.number);
  await room.store.details.put(on().key, made.number, { version: 0, known: {} }, compare({}, before).known);
});

const on = () => ({ key: { team: 'ops', board: 'kanban', card: card.id }, board, card });
const tells = (changes: readonly Omit<Change, 'card'>[], at: Partial<ReturnType<typeof on>> = {}) => {
  const all = changes.map((each): Change => ({ ...each, card: card.id }));
  const event = { id: 'sweep', at: 7 } as ChangeEvent;
  return missedDetails(room.parts, { ...on(), ...at }, event, all);
};

test('what it is about is read, and nothing else', async () => {
  await tells([{ kind: 'checklist', step: 'ticked' }]);
  expect(calls).toEqual(['steps']);
});

test('nothing is read for what has no details, nor of a card without a number', async () => {
  const others = [
    { kind: 'move' },
    { kind: 'edit', subject: 'title' },
    { kind: 'comment', step: 'added', comment: 'new' },
  ] as const;
  const { number: _, ...unnumbered } = card;
  expect(await tells(others)).toEqual([]);
  expect(await tells([{ kind: 'checklist', step: 'ticked' }], { card: unnumbered })).toEqual([]);
  expect(calls).toEqual([]);
});

test('a run that is done again tells the same, quote and all', async () => {
  const found = [
    { kind: 'checklist', step: 'ticked' },
    { kind: 'attachment', step: 'removed' },
    { kind: 'comment', step: 'edited', comment: 'c' },
  ] as const;
  const told = await tells(found);
  expect(told).toEqual([
    { id: expect.any(String), at: 7, kind: 'checklist', step: 'ticked', subject: 'Step 1, Step 2' },
    { id: expect.any(String), at: 7, kind: 'attachment', step: 'removed' },
    { id: expect.any(String), at: 7, kind: 'comment', step: 'edited', comment: 'Both' },
  ]);
  expect(new Set(told.map(({ id }) => id)).size).toBe(3);
  expect(await tells(found)).toEqual(told);
});
