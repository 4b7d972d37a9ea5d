import type { Json, SimChannel, SimInteraction } from './model.ts';
import { grantedBits } from './permissions.ts';
import { publicMember, publicMessage, publicUser, threadMetadata } from './views.ts';
import type { World } from './world.ts';

/** An interaction as it is sent (contract A1.3). */
export function payload(world: World, interaction: SimInteraction, data: Json): Json {
  const channel = world.channel(interaction.channel);
  const user = world.user(interaction.user);
  const source = world.messages.get(interaction.source);
  return {
    ...{ id: interaction.id, application_id: world.application.id, type: interaction.type },
    ...{ token: interaction.token, version: 1, data, locale: user.locale },
    ...{ channel_id: channel.id, channel: partialChannel(world, channel, user.id) },
    ...(source ? { message: publicMessage(world, source, true) } : {}),
    // Contract A1.3: these are there for applications that sell something, too.
    ...{ entitlements: [], attachment_size_limit: 10_485_760 },
    app_permissions: `${grantedBits(world, channel, world.application.bot)}`,
    ...whoAndWhere(world, channel, interaction),
  };
}

/** Contract A1.3: a member in a guild, a user in a direct conversation; who installed the application where. */
function whoAndWhere(world: World, channel: SimChannel, { user, userInstall }: SimInteraction): Json {
  const person = world.user(user);
  if (channel.type === 1) {
    const owners = { '0': '0', ...(person.installed ? { '1': user } : {}) };
    return { user: publicUser(person), context: 1, authorizing_integration_owners: owners };
  }
  const guild = world.guild(channel.guild);
  const member = guild.members.get(user);
  if (!member) throw new Error(`${person.username} is not in ${guild.name}`);
  const permissions = `${grantedBits(world, channel, user)}`;
  return {
    ...{ guild_id: guild.id, guild_locale: guild.locale, context: 0 },
    guild: { id: guild.id, locale: guild.locale, features: [] },
    member: { ...publicMember(world, member), permissions },
    authorizing_integration_owners: userInstall ? { '1': user } : { '0': guild.id },
  };
}

/** Contract A1.3: partial, with the asking person's permissions; threads with their state. */
export function partialChannel(world: World, channel: SimChannel, user: string): Json {
  const { id, type, name, parent, guild } = channel;
  const permissions = `${grantedBits(world, channel, user)}`;
  if (type === 1) return { id, type, permissions, flags: 0 };
  const { bot } = world.application;
  // Contract A1.3: what the bot may do there, when it is in the guild.
  const app = world.guild(guild).members.has(bot)
    ? { app_permissions: `${grantedBits(world, channel, bot)}` }
    : {};
  const common = {
    id,
    type,
    name,
    guild_id: guild,
    parent_id: parent || null,
    permissions,
    flags: 0,
    ...app,
  };
  const metadata = threadMetadata(world, channel);
  return metadata ? { ...common, thread_metadata: metadata } : { ...common, topic: null };
}
