import * as z from 'zod/mini';

/** What we read of Mattermost's REST answers. */

export const errorBody = z.object({ id: z.string() });

export const withId = z.object({ id: z.string() });

/** A workspace or a room: by its name it is known in addresses. One that is archived has a moment at which it was deleted. */
export const placeBody = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  delete_at: z.optional(z.number()),
});

export const userBody = z.object({ id: z.string(), username: z.string() });

export const postBody = z.object({
  id: z.string(),
  user_id: z.string(),
  root_id: z.string(),
  delete_at: z.number(),
  props: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

export const postList = z.object({ posts: z.nullable(z.record(z.string(), postBody)) });

/** What it looks like passes through: it is put back as it was. */
export const commandBody = z.looseObject({
  id: z.string(),
  token: z.string(),
  team_id: z.string(),
  trigger: z.string(),
  method: z.string(),
  url: z.string(),
  display_name: z.optional(z.string()),
});

export const commandList = z.array(commandBody);

export type PostBody = z.infer<typeof postBody>;
export type CommandBody = z.infer<typeof commandBody>;
