import type { Channel, Showing } from '../../lib/channels/channel.ts';
import { deliver, deliverFlush } from '../../lib/dispatch/deliver.ts';
import type { CardId } from '../../lib/domain/card.ts';
import type { ThreadRecord } from '../../lib/store/thread-record.ts';
import type { CardDelivery, CardFace, Happening } from '../../schemas/delivery.ts';
import { key, openPausedRoom, type PausedRoom, shownIn } from './paused-room.ts';

/** A card in a conversation whose chat is in memory: what comes for it, and what is shown there then. */
export interface ShownRoom extends PausedRoom {
  readonly chat: Channel;
  /** Oldest first. */
  readonly showings: Showing[];
  /** What the chat throws, as long as it is set. */
  fault: Error | undefined;
  /** Something is to be told. Without more it is a comment that is told aloud, of a card that looks as ever. */
  arrives(more: Partial<CardDelivery>): Promise<void>;
  /** The last gathering that was asked for comes to its end, whatever the time. */
  flushes(): Promise<void>;
  /** What the conversation has been shown. */
  thread(): Promise<ThreadRecord>;
}

export const card = 'card-1' as CardId;
/** The card's thread. */
export const thread = { team: key.team, board: 'kanban', card, conversation: key.where };

/** A comment. */
export const said = (id: string, more: Partial<Happening> = {}): Happening => ({
  ...{ id, kind: 'comment', step: 'added', comment: id, at: 1 },
  ...more,
});
/** How the card looks, read at this moment. */
export const looks = (revision: number, column = 'To do', more: Partial<CardFace> = {}): CardFace => ({
  ...{ id: card, ref: '#1', title: 'Pump', column, people: [], labels: [], url: '', state: 'open' },
  ...{ revision, answered: revision, ...more },
});

/** Opens it, on a table of its own. The card was never shown. */
export function openShownRoom(): ShownRoom {
  const paused = openPausedRoom();
  const showings: Showing[] = [];
  const chat: Channel = {
    ...{ name: 'Chat', isIn: async () => true, isKnown: async () => true, file: async () => undefined },
    can: {
      threads: true,
      edits: true,
      privateAnswers: true,
      forms: true,
      userNames: true,
      textLimit: 16_000,
    },
    deliver: async (showing, state) => {
      if (room.fault) throw room.fault;
      showings.push(showing);
      return state ?? { message: `post-${showings.length}`, thread: `post-${showings.length}` };
    },
    answer: async () => undefined,
    announce: async () => undefined,
    openForm: async () => true,
    directWith: async (person) => `mattermost:chat:direct-${person}:`,
  };
  const room: ShownRoom = {
    ...{ ...paused, chat, showings, fault: undefined },
    parts: { ...paused.parts, channel: async () => chat },
    arrives: (more) =>
      deliver(room.parts, {
        ...{ ...shownIn(undefined), card, happening: said('a'), loudness: 'reply', face: looks(1) },
        ...more,
      }),
    flushes: async () => {
      const last = paused.sent.at(-1);
      if (last?.kind !== 'flush') throw new Error('nothing is gathered');
      await deliverFlush(room.parts, last);
    },
    thread: async () => {
      const found = await paused.store.threads.get(thread);
      if (!found) throw new Error('nothing is known there');
      return found;
    },
  };
  return room;
}
