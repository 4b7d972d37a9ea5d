import type { CommandEvent } from '../../schemas/event.ts';
import type { Channel } from '../channels/channel.ts';
import { isRefusal } from '../domain/errors.ts';
import { type Say, say } from '../domain/say.ts';
import type { Owner } from '../store/card-record.ts';
import type { Asking } from './asking.ts';

/**
 * The conversation in which what comes of a command is shown: where it was asked, or the person's own where the bot cannot write. Where it
 * can open none, that is still the room: who can be told nothing is told so at once (`muted`), not by an error afterwards.
 */
export async function shownIn(
  { mute, conversation, person }: CommandEvent,
  channel: Pick<Channel, 'directWith'>,
): Promise<string> {
  if (!mute) return conversation;
  try {
    return await channel.directWith(person.id);
  } catch (error) {
    if (isRefusal(error)) return conversation;
    throw error;
  }
}

/** Whether nothing can be shown to this person: not in the room, and not alone. */
export function isUnreachable({ event, here }: Asking): boolean {
  return event.mute === true && here === event.conversation;
}

/** What a person is told of a card that cannot be shown where they asked for it: nothing, where it can. */
export function muted(asking: Asking, card: string): readonly Say[] {
  if (!asking.event.mute) return [];
  return [isUnreachable(asking) ? say('muted-nowhere', { card }) : say('muted', { card, word: asking.word })];
}

/** What people call the room in which it is shown, and its server; nothing, where it is shown to one person alone. */
export function placeOf({ event, here }: Asking): Pick<Owner, 'place' | 'server'> {
  const { place, server } = event;
  if (event.direct || here !== event.conversation) return {};
  return { ...(place === undefined ? {} : { place }), ...(server === undefined ? {} : { server }) };
}
