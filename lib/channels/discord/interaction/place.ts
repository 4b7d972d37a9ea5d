import type { DiscordInteraction, DiscordMessage } from '../../../../schemas/discord.ts';
import type { CommandEvent } from '../../../../schemas/event.ts';
import { formatConversation } from '../../../domain/conversation.ts';
import type { Person } from '../../../domain/person.ts';
import { threadTypes } from '../channel-types.ts';
import { lacking, toPost, toPostInThread } from '../permissions.ts';

/** Alone with the bot (contract A1.3). */
const withBot = 1;

/** Where something was asked for. A thread's room is the channel it hangs in. */
export interface Place {
  readonly room: string;
  readonly thread: string;
}

/** Where a person asked for something. */
export function placeOf({ channel }: DiscordInteraction): Place {
  const parent = threadTypes.includes(channel.type) ? channel.parent_id : undefined;
  return parent ? { room: parent, thread: channel.id } : { room: channel.id, thread: '' };
}

/** The same as the conversation's one string. */
export function conversationOf(interaction: DiscordInteraction, connection: string): string {
  return formatConversation({ channel: 'discord', connection, ...placeOf(interaction) });
}

/**
 * Who asked, by the name that Discord shows, with their account's where that is another: everyone chooses the first as they like, be it
 * somebody else's, and no two have the second.
 * @returns undefined when nobody is named.
 */
export function personOf({ member, user }: DiscordInteraction): Person | undefined {
  const who = member?.user ?? user;
  return who && { id: who.id, name: nameOf(who) };
}

/** How somebody is called: `Eva Lind (eva.l)`. */
export function nameOf({ global_name: shown, username }: DiscordMessage['author']): string {
  if (!shown || shown.toLowerCase() === username) return username;
  return username === '' ? shown : `${shown} (${username})`;
}

/** What an event says of the place, besides its conversation. */
export function circumstancesOf(
  interaction: DiscordInteraction,
): Pick<CommandEvent, 'direct' | 'place' | 'server' | 'mute'> {
  const { channel, context, guild_id: server } = interaction;
  const direct = context === withBot;
  return {
    direct,
    ...(channel.name && !direct ? { place: channel.name } : {}),
    ...(server === undefined ? {} : { server }),
    ...(!direct && isMute(interaction) ? { mute: true } : {}),
  };
}

/**
 * Whether the bot cannot show a card there. Commands work in channels that it cannot see (contract A2.5), and where it is not at all: then the
 * person alone has installed it.
 */
function isMute(interaction: DiscordInteraction): boolean {
  const { authorizing_integration_owners: owners, app_permissions: granted } = interaction;
  if (owners && !Object.hasOwn(owners, '0')) return true;
  if (granted === undefined) return false;
  return lacking(granted, placeOf(interaction).thread === '' ? toPost : toPostInThread).length > 0;
}
