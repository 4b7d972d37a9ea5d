import { beforeEach, expect, test } from '@jest/globals';
import { ownCards } from '../../lib/dispatch/own-cards.ts';
import type { CardId } from '../../lib/domain/card.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

/** The cards that somebody has opened from here, as they are found again. */

let room: PausedRoom;
let read: string[];
beforeEach(() => {
  room = openPausedRoom();
  read = [];
});

/** A person opens a card that stands on the board already. */
async function opens(card: string, { board = 'kanban', person = 'u1', connection = 'chat' } = {}) {
  room.clock.now += 1_000;
  const key = { team: 'ops', board, card: card as CardId };
  const owner = { connection, person, name: person, conversation: 'mattermost:chat:room:' };
  await room.store.cards.own(key, owner, undefined, { at: room.clock.now, what: 'done', event: card });
}
/** What is found of the first person's cards. */
async function found(): Promise<readonly string[]> {
  const board = {
    read: async (id: CardId) => {
      read.push(id);
      return room.board.read(id);
    },
  };
  const whose = { team: 'ops', connection: 'chat', person: 'u1', on: 'kanban', board };
  return (await ownCards(room.parts, whose)).map(({ title }) => title);
}

test('are theirs alone, on this board, the newest last', async () => {
  await room.newCards('One', 'Two', 'Three', 'Four', 'Five');
  for (const [card, of] of [
    ['card-5', {}],
    ['card-4', { person: 'u2' }],
    ['card-3', { connection: 'other' }],
    ['card-2', { board: 'garden' }],
    ['card-1', {}],
  ] as const)
    await opens(card, of);
  expect(await found()).toEqual(['Five', 'One']);
  expect(read).toEqual(['card-5', 'card-1']);
});

test('are not those that are gone, or in the archive', async () => {
  const [one] = await room.newCards('One', 'Two');
  for (const card of ['card-1', 'gone', 'card-2']) await opens(card);
  if (one) await room.board.apply(one.id, { type: 'archive' }, { id: 'x', origin: '' });
  expect(await found()).toEqual(['Two']);
});

test('are the newest twenty: each is read by itself', async () => {
  const titles = Array.from({ length: 22 }, (_, at) => `Card ${at + 1}`);
  await room.newCards(...titles);
  for (const at of titles.keys()) await opens(`card-${at + 1}`);
  expect(await found()).toEqual(titles.slice(2));
  expect(read).toHaveLength(20);
});
