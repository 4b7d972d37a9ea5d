import type { SimChannel, SimGuild } from './model.ts';
import type { World } from './world.ts';

/** Bits of permissions (contract A2.5; topics/permissions). */
export const bit = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;

const every = Object.values(bit).reduce((all, each) => all | each, 0n);

/** What everyone may do on a new guild; pinging everyone is among it. */
export const usual =
  every & ~(bit.ADMINISTRATOR | bit.MANAGE_GUILD | bit.MANAGE_MESSAGES | bit.MANAGE_THREADS);

/** Contract A2.5: post with embeds and files, reply, open threads and post in them. */
export const asked = 309237763072n;

/** Contract A1.3: what an application may do in a direct conversation. */
const direct = bit.ATTACH_FILES | bit.EMBED_LINKS | bit.MENTION_EVERYONE | bit.USE_EXTERNAL_EMOJIS;

/** The bits that roles and overwrites give, before one that is missing takes others with it. */
export function grantedBits(world: World, channel: SimChannel, user: string): bigint {
  if (channel.type === 1) return direct;
  const guild = world.guild(channel.guild);
  const base = guildBits(guild, user);
  if (base & bit.ADMINISTRATOR) return every;
  const place = channel.thread ? world.channel(channel.parent) : channel;
  const roles = guild.members.get(user)?.roles ?? new Set<string>();
  const ofEveryone = place.overwrites.get(guild.id);
  const ofRoles = [...place.overwrites].filter(([id]) => roles.has(id)).map(([, each]) => each);
  const own = place.overwrites.get(user);
  // Documentation of permissions: everyone's overwrite, then those of the roles together, then the member's own.
  return [ofEveryone ? [ofEveryone] : [], ofRoles, own ? [own] : []].reduce(
    (bits, layer) =>
      (bits & ~layer.reduce((all, { deny }) => all | deny, 0n)) |
      layer.reduce((all, { allow }) => all | allow, 0n),
    base,
  );
}

/** What somebody can really do. Contract A2.5: denied VIEW_CHANNEL or SEND_MESSAGES silently voids the rest. */
export function can(world: World, channel: SimChannel, user: string, wanted: bigint): boolean {
  if (channel.type === 1) return user === channel.recipient || user === world.application.bot;
  if (!world.guild(channel.guild).members.has(user)) return false;
  const bits = grantedBits(world, channel, user);
  if (!(bits & bit.VIEW_CHANNEL)) return false;
  // Contract A2.2: a private thread needs membership.
  if (channel.type === 12 && !channel.thread?.members.has(user) && !(bits & bit.MANAGE_THREADS)) return false;
  // Contract A2.2: SEND_MESSAGES has no effect in a thread.
  const send = channel.thread ? bit.SEND_MESSAGES_IN_THREADS : bit.SEND_MESSAGES;
  const needsSend = send | bit.EMBED_LINKS | bit.ATTACH_FILES | bit.MENTION_EVERYONE;
  if (wanted & needsSend && !(bits & send)) return false;
  return (bits & wanted) === wanted;
}

/** The bits of a member's roles, before any channel. */
export function guildBits(guild: SimGuild, user: string): bigint {
  if (guild.owner === user) return every;
  const roles = [guild.id, ...(guild.members.get(user)?.roles ?? [])];
  const bits = roles.reduce((all, id) => all | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return bits & bit.ADMINISTRATOR ? every : bits;
}
