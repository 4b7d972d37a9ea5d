import * as z from 'zod/mini';

/** What Mattermost sends us. Fields that are not named here pass unread: newer servers send more. */

/** Mattermost's ids are 26 of these; the length is left open, the alphabet is not: ids become parts of our own strings. */
const id = z.string().check(z.regex(/^[a-z0-9]{1,64}$/));
const optionalId = z.optional(z.union([id, z.literal('')]));

/** A slash command's form, without the keys that repeat. */
export const mattermostCommand = z.object({
  channel_id: id,
  channel_name: z._default(z.string(), ''),
  user_id: id,
  user_name: z._default(z.string(), ''),
  /** Lower-cased, with its slash. */
  command: z._default(z.string(), ''),
  /** Everything after the first white space, verbatim. */
  text: z._default(z.string(), ''),
  trigger_id: z.optional(z.string()),
  response_url: z.optional(z.string()),
  /** Sent by 11.x, empty outside a thread; not sent by 10.11 and older. */
  root_id: optionalId,
});

/** A click on a button or a choice in a select. `context` is ours and comes back through the server. */
export const mattermostAction = z.object({
  user_id: id,
  user_name: z._default(z.string(), ''),
  channel_id: id,
  channel_name: z._default(z.string(), ''),
  trigger_id: z.optional(z.string()),
  context: z.object({
    board: z.string(),
    card: z.string(),
    action: z.string(),
    thread: z.string(),
    seal: z.string(),
    /** Added by the server for a select. */
    selected_option: z.optional(z.string()),
  }),
});

/** A dialog that was sent off. Only `user_id` is the server's word; the client chooses all else. */
export const mattermostDialog = z.object({
  type: z.literal('dialog_submission'),
  user_id: id,
  state: z.string(),
  submission: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  cancelled: z.optional(z.boolean()),
});

export type MattermostCommand = z.infer<typeof mattermostCommand>;
export type MattermostAction = z.infer<typeof mattermostAction>;
export type MattermostDialog = z.infer<typeof mattermostDialog>;
