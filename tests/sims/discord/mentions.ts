import type { AllowedMentions } from '../../channels/discord/limits-message.ts';
import type { Mentions, SimChannel, SimMessage, SimPing } from './model.ts';
import { bit, can } from './permissions.ts';
import type { World } from './world.ts';

/** Contract A1.4: what is allowed where nothing is said; an interaction's answer pings no roles and not everyone. */
export const defaults = {
  bot: { parse: ['users', 'roles', 'everyone'], replied_user: true },
  interaction: { parse: ['users'] },
} as const;

interface Asked {
  readonly channel: SimChannel;
  readonly author: string;
  readonly text: string;
  readonly allowed: AllowedMentions;
}

/** Who a text mentions so that they are told. Escapes and code are no help: only `allowed_mentions` is. */
export function mentionsOf(world: World, { channel, author, text, allowed }: Asked): Mentions {
  const { parse = [], users = [], roles = [] } = allowed;
  const everyone = can(world, channel, author, bit.MENTION_EVERYONE);
  const guild = world.guilds.get(channel.guild);
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, id = '']) => id);
  return {
    users: new Set(
      named(/<@!?(\d+)>/g).filter(
        (id) => world.users.has(id) && (parse.includes('users') || users.includes(id)),
      ),
    ),
    roles: new Set(
      named(/<@&(\d+)>/g)
        .filter((id) => parse.includes('roles') || roles.includes(id))
        .filter((id) => everyone || guild?.roles.get(id)?.mentionable),
    ),
    everyone: everyone && parse.includes('everyone') && /@(everyone|here)/.test(text),
  };
}

/** Tells everyone who is mentioned, once. A reply tells the one it replies to, unless that is switched off. */
export function ping(world: World, message: SimMessage, channel: SimChannel, replied: boolean): void {
  const guild = world.guilds.get(channel.guild);
  const members = [...(guild?.members.values() ?? [])];
  const answered = replied ? world.messages.get(message.reference)?.author : undefined;
  const reached: SimPing[] = [
    ...[...message.mentions.users].map((user) => told(user, 'user')),
    ...(answered === undefined ? [] : [told(answered, 'reply')]),
    ...members
      .filter(({ roles }) => [...message.mentions.roles].some((role) => roles.has(role)))
      .map(({ user }) => told(user, 'role')),
    ...(message.mentions.everyone ? members.map(({ user }) => told(user, 'everyone')) : []),
  ];
  const done = new Set([message.author]);
  for (const each of reached) {
    const sees = can(world, channel, each.user, bit.VIEW_CHANNEL) || message.only === each.user;
    if (sees && !done.has(each.user)) world.pings.push(each);
    done.add(each.user);
  }

  function told(user: string, by: SimPing['by']): SimPing {
    return { user, message: message.id, by };
  }
}
