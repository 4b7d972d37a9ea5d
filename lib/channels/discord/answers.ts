import * as z from 'zod/mini';

/** What we read of the API's answers. Ids are decimal texts: numbers would not hold them. */

export const withId = z.object({ id: z.string() });

/** A message of somebody. `id` of a row is a number that whoever posts may choose (contract A1.8). */
export const messageBody = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  content: z.string(),
  embeds: z.optional(z.array(z.object({ description: z.optional(z.string()) }))),
  components: z.optional(z.array(z.object({ id: z.optional(z.number()) }))),
  /** The thread that hangs under it. */
  thread: z.optional(withId),
});

export const messageList = z.array(messageBody);

export const channelBody = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.optional(z.string()),
  parent_id: z.optional(z.nullable(z.string())),
  permission_overwrites: z.optional(
    z.array(z.object({ id: z.string(), allow: z.string(), deny: z.string() })),
  ),
  recipients: z.optional(z.array(withId)),
});

export const guildBody = z.object({
  id: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string() })),
});

export const memberBody = z.object({ roles: z.array(z.string()) });

export type MessageBody = z.infer<typeof messageBody>;
export type ChannelBody = z.infer<typeof channelBody>;
