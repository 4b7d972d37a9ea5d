import * as z from 'zod/mini';

/**
 * The parts of Wekan's one-way webhook that are read (wekan.md A1.7). `text` is left out on purpose: it is written in the acting person's
 * language. Fields that are absent, or of a kind that no server sends, are simply not there; unknown ones are dropped.
 */

const id = z.catch(z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))), undefined);
const name = z.catch(z.optional(z.string().check(z.maxLength(1000))), undefined);

export const wekanWebhook = z.object({
  /** The type, `act-…`: always in one-way mode, and always last. */
  description: z.string(),
  /** Unique for each activity; only where the operator has set `WEBHOOKS_ATTRIBUTES`, as `userId` and the names below. */
  activityId: id,
  cardId: id,
  listId: id,
  oldListId: id,
  commentId: id,
  userId: id,
  /** The login name, v10.72 and later. */
  username: name,
  /** The display name. */
  user: name,
  label: name,
  member: name,
  attachment: name,
  checklist: name,
  checklistItem: name,
  customField: name,
});

export type WekanWebhook = z.infer<typeof wekanWebhook>;
