import type { CommandEvent } from '../../../schemas/event.ts';
import { formatConversation } from '../../domain/conversation.ts';
import { type DoorContext, originOf } from '../../domain/door.ts';
import { stableId } from '../../domain/ids.ts';

/** Where something was asked for. */
export interface Place {
  readonly room: string;
  readonly thread: string;
}

/**
 * What every command event from here has.
 * @param source what makes the event this one and no other, from the source: a trigger or a form's nonce.
 */
export function eventFrom(context: DoorContext, source: string, place: Place) {
  const { connection } = context.address;
  return {
    ...originOf(context),
    kind: 'command',
    id: stableId('mattermost', source),
    conversation: formatConversation({ channel: 'mattermost', connection, ...place }),
  } as const satisfies Partial<CommandEvent>;
}

/** What people call a room, and whether they are alone with the bot in it. */
export function placeOf(channelName: string) {
  return channelName === '' ? { direct: false } : { place: channelName, direct: isDirect(channelName) };
}

/** A direct channel is named after its two people: `<user id>__<user id>` (contract 1.1). `ops__chat` is a room like any other. */
function isDirect(channelName: string): boolean {
  return /^[a-z0-9]{26}__[a-z0-9]{26}$/.test(channelName);
}
