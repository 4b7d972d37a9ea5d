import { beforeEach, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import type { Parts } from '../../lib/dispatch/parts.ts';
import { readAgain } from '../../lib/dispatch/read-again.ts';
import type { Card } from '../../lib/domain/card.ts';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { conversation, key, openPausedRoom, type PausedRoom, shownIn } from './paused-room.ts';

/** A card of which nobody knows how it looks: the board was asked twice at once, and gave two answers. */
let room: PausedRoom;
let card: Card;
let crossed: CardFace;
beforeEach(async () => {
  room = openPausedRoom();
  const [made] = await room.newCards('Pump');
  if (!made) throw new Error('no card');
  card = made;
  const { face } = shownIn(card);
  crossed = { ...face, title: 'Pmup', column: 'Doing', revision: 5, answered: 7, crossed: true };
});

const read = (change: Partial<Parts> = {}) => readAgain({ ...room.parts, ...change }, shownIn(card), crossed);
const onBoard = (change: Partial<Board>) => read({ board: async () => ({ ...room.board, ...change }) });

test('the board says how it looks', async () => {
  const face = await read();
  expect(face).toMatchObject({ id: card.id, ref: '#1', title: 'Pump', column: 'To do', state: 'open' });
  expect(face).not.toHaveProperty('crossed');
  expect(face).not.toHaveProperty('owner');
});

test('who opened it is known from the table', async () => {
  const owner = { connection: 'chat', person: 'u1', name: 'Tom', conversation };
  const at = { team: key.team, board: 'kanban', card: card.id };
  await room.store.cards.own(at, owner, card.number, { at: 1, what: 'done', event: 'e' });
  expect(await read()).toMatchObject({ title: 'Pump', owner: 'Tom' });
});

test('of one that is followed and was not opened from here nobody is named', async () => {
  const at = { team: key.team, board: 'kanban', card: card.id };
  await room.store.cards.follow(at, { conversation });
  expect(await read()).not.toHaveProperty('owner');
});

test('one that is gone looks as it was known, and gone since now', async () => {
  const { now } = room.clock;
  const read = async () => {
    room.clock.now += 30;
    return undefined;
  };
  const { crossed: _, ...known } = crossed;
  const gone = { ...known, look: 'gone', state: 'deleted', revision: now, answered: now + 30 };
  expect(await onBoard({ read })).toEqual(gone);
});

test('where nobody can be asked any more, it looks as it was known', async () => {
  const { crossed: _, ...known } = crossed;
  expect(await read({ team: async () => undefined })).toEqual(known);
  expect(await read({ team: async () => ({ ...exampleTeam, boards: {} }) })).toEqual(known);
  expect(await onBoard({ read: () => Promise.reject(new CardwireError('wekan-forbidden', never)) })).toEqual(
    known,
  );
});

test('a board that is away is asked later', async () => {
  const away = () => Promise.reject(new CardwireError('http-timeout', later));
  await expect(onBoard({ read: away })).rejects.toThrow('http-timeout');
});
