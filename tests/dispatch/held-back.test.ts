import { expect, test } from '@jest/globals';
import { show } from '../../lib/dispatch/show.ts';
import type { CardId } from '../../lib/domain/card.ts';
import { conversation, key, openPausedRoom, shownIn } from './paused-room.ts';

/** Two looks of a card that have crossed: no board says which one is newer, so it would have to be read once more. */
async function withCrossedLooks() {
  const room = openPausedRoom();
  const [card] = await room.newCards('Pump');
  const thread = { team: key.team, board: 'kanban', card: (card?.id ?? '') as CardId, conversation };
  const delivery = shownIn(card);
  const asked: string[] = [];
  const board = {
    ...room.board,
    read: async (id: CardId) => {
      asked.push(id);
      return room.board.read(id);
    },
  };
  const claims = async () => {
    const telling = { happening: { id: 'h', kind: 'move' as const, at: 1 }, loudness: 'edit' as const };
    const face = { ...delivery.face, title: 'Pump', crossed: true as const };
    const claimed = await room.store.threads.claim(thread, telling, face, room.clock.now);
    if (!claimed) throw new Error('not claimed');
    const shown = { ...claimed, shown: face, state: { message: 'm', thread: 'm' } };
    return show({ ...room.parts, board: async () => board }, delivery, shown);
  };
  return { room, asked, card, claims };
}

test('what a paused room is not shown is not asked of the board, and is known to be missed there', async () => {
  const { room, asked, card, claims } = await withCrossedLooks();
  await room.store.paused.pause(key, 'mattermost-forbidden');
  await room.store.paused.told(key);
  await claims();
  expect([asked, (await room.pause()).missed]).toEqual([[], [{ board: 'kanban', card: card?.id }]]);
});

test('elsewhere it is asked before anything is shown', async () => {
  const { asked, card, claims } = await withCrossedLooks();
  await expect(claims()).rejects.toMatchObject({ code: 'mattermost-unreachable' });
  expect(asked).toEqual([card?.id]);
});
