import * as z from 'zod/mini';

/** What Discord sends to our interactions endpoint (contract A1.3). Fields that are not named here pass unread: new ones are added without notice. */

const snowflake = z.string().check(z.regex(/^\d{1,20}$/));
const word = z.optional(z.nullable(z.string()));

const user = z.object({ id: snowflake, username: z._default(z.string(), ''), global_name: word });

/** What every request has. A PING carries no more (contract A1.1). */
export const discordHello = z.object({ type: z.int(), application_id: z.optional(snowflake) });

const channel = z.object({
  id: snowflake,
  type: z.int(),
  name: word,
  parent_id: z.optional(z.nullable(snowflake)),
});

/** An interaction of a person. Whoever asked is in `member` on a server and in `user` elsewhere. */
export const discordInteraction = z.object({
  id: snowflake,
  application_id: snowflake,
  type: z.int(),
  token: z.string(),
  data: z.optional(z.unknown()),
  guild_id: z.optional(snowflake),
  channel,
  member: z.optional(z.object({ user })),
  user: z.optional(user),
  locale: z.optional(z.string()),
  /** 0 on a server, 1 alone with the bot, 2 in another private conversation. */
  context: z.optional(z.nullable(z.int())),
  /** What the application may do in the channel: a decimal number of 64 bits. */
  app_permissions: z.optional(z.string().check(z.regex(/^\d{1,20}$/))),
  /** `0` where it is installed on the server, `1` where the person alone has it. */
  authorizing_integration_owners: z.optional(z.record(z.string(), z.unknown())),
  /** The message that a button stands on. */
  message: z.optional(z.object({ embeds: z._default(z.array(z.object({ title: word })), []) })),
});

const attachment = z.object({
  filename: z.string(),
  size: z.number(),
  url: z.string(),
  content_type: word,
});

const leaf = {
  name: z.string(),
  type: z.int(),
  value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  /** Set on the option that is being typed. */
  focused: z.optional(z.boolean()),
};

/** Options nest three deep: a group, a sub-command, its options. */
const option = z.object({
  ...leaf,
  options: z.optional(z.array(z.object({ ...leaf, options: z.optional(z.array(z.object(leaf))) }))),
});

/** `/card …`, as typed so far or sent off. Names are the default ones, never localised. */
export const discordCommand = z.object({
  name: z.string(),
  type: z.literal(1),
  options: z._default(z.array(option), []),
  resolved: z.optional(z.object({ attachments: z.optional(z.record(z.string(), attachment)) })),
});

const embed = z.object({ title: word, description: word });

const said = { content: z._default(z.string(), ''), embeds: z._default(z.array(embed), []) };

const message = z.object({
  id: snowflake,
  author: user,
  ...said,
  attachments: z._default(z.array(attachment), []),
  /** What was forwarded: the message itself is empty then. */
  message_snapshots: z._default(z.array(z.object({ message: z.object(said) })), []),
});

/** A command out of a message's menu: the message comes along whole (contract A1.3). */
export const discordMessageCommand = z.object({
  name: z.string(),
  type: z.literal(3),
  target_id: snowflake,
  resolved: z.object({ messages: z.record(z.string(), message) }),
});

/** A click on a button, or a choice in a select. */
export const discordComponent = z.object({
  custom_id: z.string(),
  values: z._default(z.array(z.string()), []),
});

const field = z.object({ custom_id: z.string(), value: z.optional(z.nullable(z.string())) });

/** A form that was sent off: labels with a field each, or rows of fields as older forms have them. */
export const discordForm = z.object({
  custom_id: z.string(),
  components: z.array(
    z.union([z.object({ component: field }), z.object({ components: z.array(field) }), z.object({})]),
  ),
});

export type DiscordInteraction = z.infer<typeof discordInteraction>;
export type DiscordAttachment = z.infer<typeof attachment>;
export type DiscordCommand = z.infer<typeof discordCommand>;
export type DiscordMessage = z.infer<typeof message>;
export type DiscordForm = z.infer<typeof discordForm>;
