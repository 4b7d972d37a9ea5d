import { publicFile } from './files.ts';
import type {
  Json,
  SimChannel,
  SimCommand,
  SimGuild,
  SimMember,
  SimMessage,
  SimRole,
  SimUser,
} from './model.ts';
import { guildBits } from './permissions.ts';
import { isArchived, threadOf } from './threads.ts';
import type { World } from './world.ts';

/** What the API shows of things. */

export function publicUser({ id, username, displayName, bot }: SimUser): Json {
  const names = { id, username, global_name: displayName || null, discriminator: '0', avatar: null };
  return bot ? { ...names, bot: true, public_flags: 0 } : { ...names, public_flags: 0 };
}

export function publicMember(world: World, { user, nick, roles }: SimMember): Json {
  return {
    user: publicUser(world.user(user)),
    ...{ nick: nick || null, avatar: null, roles: [...roles], joined_at: iso(0), flags: 0 },
    ...{ deaf: false, mute: false, pending: false },
  };
}

export function publicChannel(world: World, channel: SimChannel): Json {
  const { id, type, guild, name, parent, thread, recipient } = channel;
  if (type === 1) return { id, type, recipients: [publicUser(world.user(recipient))], flags: 0 };
  const common = { id, type, guild_id: guild, name, parent_id: parent || null, flags: 0 };
  if (!thread) {
    const overwrites = [...channel.overwrites].map(([target, { type: of, allow, deny }]) => ({
      ...{ id: target, type: of === 'role' ? 0 : 1, allow: `${allow}`, deny: `${deny}` },
    }));
    return { ...common, topic: null, position: 0, nsfw: false, permission_overwrites: overwrites };
  }
  return { ...common, owner_id: thread.owner, thread_metadata: threadMetadata(world, channel) };
}

export function threadMetadata(world: World, channel: SimChannel): Json | undefined {
  const { thread } = channel;
  if (!thread) return undefined;
  return {
    ...{ archived: isArchived(world, channel), locked: thread.locked },
    auto_archive_duration: thread.minutes,
    archive_timestamp: iso(thread.active),
  };
}

/**
 * A message as the bot reads it. Contract A2.6: without the privileged intent what others wrote is empty, but in direct conversations and
 * where the bot is mentioned. `whole` for the target of a message command, which is always shown.
 */
export function publicMessage(world: World, message: SimMessage, whole = false): Json {
  const { bot, id: application } = world.application;
  const isDirect = world.channel(message.channel).type === 1;
  const seen = whole || isDirect || message.author === bot || message.mentions.users.has(bot);
  const thread = threadOf(world, message);
  const members = [...message.mentions.users].map((id) => publicUser(world.user(id)));
  return {
    ...{ id: message.id, channel_id: message.channel, type: message.type, flags: message.flags },
    author: publicUser(world.user(message.author)),
    content: seen ? message.content : '',
    embeds: seen ? message.embeds.map((embed) => ({ type: 'rich', ...embed })) : [],
    components: seen ? message.components : [],
    attachments: seen ? message.files.map((file) => publicFile(world, file)) : [],
    ...{ mentions: members, mention_roles: [...message.mentions.roles] },
    ...{ mention_everyone: message.mentions.everyone, pinned: false, tts: false },
    timestamp: iso(message.created),
    edited_timestamp: message.edited ? iso(message.edited) : null,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(thread ? { thread: publicChannel(world, thread) } : {}),
    ...(message.reference ? { message_reference: { type: 0, message_id: message.reference } } : {}),
    ...(message.interaction ? { application_id: application, webhook_id: application } : {}),
  };
}

export function publicRole({ id, name, permissions, mentionable }: SimRole): Json {
  return { id, name, permissions: `${permissions}`, mentionable, managed: false, position: 0 };
}

export function publicGuild(guild: SimGuild): Json {
  const roles = [...guild.roles.values()].map(publicRole);
  const { id, name, owner, locale } = guild;
  return { id, name, icon: null, owner_id: owner, preferred_locale: locale, roles, features: [] };
}

/** An entry of `GET /users/@me/guilds`. */
export function partialGuild(world: World, guild: SimGuild): Json {
  const { id, name, owner } = guild;
  const { bot } = world.application;
  return {
    id,
    name,
    icon: null,
    owner: owner === bot,
    permissions: `${guildBits(guild, bot)}`,
    features: [],
  };
}

/** A command as lists show it: contract A1.9, the texts in other languages only when asked for. */
export function publicCommand(world: World, command: SimCommand, scope: string, localised: boolean): Json {
  const { id, version, type } = command;
  const body = tidy(command.body, localised);
  const isGuild = scope !== 'global';
  return {
    ...{ default_member_permissions: null, nsfw: false, description: '', ...body },
    ...{ id, version, type, application_id: world.application.id },
    ...(isGuild ? { guild_id: scope } : { contexts: body.contexts ?? null, dm_permission: true }),
    integration_types: body.integration_types ?? [0],
  };
}

/** Discord leaves out what is false or empty, so whoever compares has to know the defaults. */
function tidy(node: Json, localised: boolean): Json {
  const kept = Object.entries(node).filter(
    ([key, value]) =>
      !(['required', 'autocomplete'].includes(key) && value === false) &&
      !(['options', 'choices'].includes(key) && Array.isArray(value) && value.length === 0) &&
      !key.endsWith('_localizations'),
  );
  const inner = kept.map(([key, value]) => [
    key,
    key === 'options' || key === 'choices' ? (value as Json[]).map((each) => tidy(each, localised)) : value,
  ]);
  const names =
    'value' in node ? ['name_localizations'] : ['name_localizations', 'description_localizations'];
  const languages = localised ? names.map((key) => [key, node[key] ?? null]) : [];
  return Object.fromEntries([...inner, ...languages]);
}

function iso(moment: number): string {
  return new Date(moment).toISOString().replace('Z', '000+00:00');
}
