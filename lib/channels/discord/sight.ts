import { type ChannelBody, channelBody, guildBody, memberBody } from './answers.ts';
import { directTypes, privateThread, threadTypes } from './channel-types.ts';
import { type Client, readAs } from './client.ts';
import { lacking, permissionsIn, toPost, toPostInThread } from './permissions.ts';
import { codes } from './refusal.ts';

/**
 * Whether a person is in a room: whether they can see the channel, as their roles and its exceptions come together. The bot itself has to
 * be able to show a card there as well. A channel that the bot cannot see, and whoever is not on its server, is not in.
 * @param self the bot's own id.
 * @throws CardwireError what is worth another try.
 */
export async function isIn(client: Client, self: string, room: string, person: string): Promise<boolean> {
  const channel = await read(client, `/channels/${room}`, channelBody);
  if (!channel) return false;
  if (directTypes.includes(channel.type)) {
    return person === self || (channel.recipients ?? []).some(({ id }) => id === person);
  }
  const needed = person !== self ? (['View Channels'] as const) : isThread(channel) ? toPostInThread : toPost;
  const granted = await permissionsOf(client, channel, person);
  return granted !== undefined && lacking(granted, needed).length === 0;
}

/** What somebody may do in a channel of a server; undefined for whoever cannot get there at all. */
export async function permissionsOf(client: Client, channel: ChannelBody, person: string) {
  const { guild_id: guildId = '', id, type } = channel;
  const member = await read(client, `/guilds/${guildId}/members/${person}`, memberBody);
  const guild = member && (await read(client, `/guilds/${guildId}`, guildBody));
  const place = isThread(channel)
    ? await read(client, `/channels/${channel.parent_id}`, channelBody)
    : channel;
  if (!guild || !place) return undefined;
  // Contract A2.2: a private thread takes membership.
  if (type === privateThread && !(await client.ask('GET', `/channels/${id}/thread-members/${person}`)).ok) {
    return undefined;
  }
  return permissionsIn({
    person,
    memberOf: member.roles,
    guild: { id: guild.id, owner: guild.owner_id, roles: guild.roles },
    overwrites: place.permission_overwrites ?? [],
  });
}

/**
 * Whether a person is on one of these servers. One that the bot has left tells nothing of anybody.
 * @throws CardwireError what is worth another try: an outage keeps nobody out for good.
 */
export async function isOnOneOf(
  client: Client,
  servers: readonly string[],
  person: string,
): Promise<boolean> {
  for (const server of servers) {
    if (await read(client, `/guilds/${server}/members/${person}`, memberBody)) return true;
  }
  return false;
}

function isThread({ type }: ChannelBody): boolean {
  return threadTypes.includes(type);
}

const unseen = new Set<number>([
  codes.unknownChannel,
  codes.unknownGuild,
  codes.unknownMember,
  codes.unknownUser,
  codes.missingAccess,
]);

/** Undefined where there is nothing, or nothing that the bot may see. */
async function read<T>(client: Client, path: string, shape: Parameters<typeof readAs<T>>[1]) {
  const answer = await client.ask('GET', path);
  if (answer.ok) return readAs(answer.json, shape);
  if (unseen.has(answer.code)) return undefined;
  throw answer.error;
}
