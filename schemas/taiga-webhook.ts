import * as z from 'zod/mini';

/**
 * The parts of Taiga's webhooks that are read (taiga.md A1.3 to A1.5). Only `action` and `type` are sure to be there: `data` and `by` may be
 * null, a task's story too, types are added without notice. What is absent, or of a kind that no server sends, is simply not there;
 * unknown fields are dropped.
 */

const id = z.number().check(z.int(), z.positive());
const text = z.catch(z.optional(z.string()), undefined);
const moment = z.catch(z.nullish(z.iso.datetime({ offset: true })), undefined);

/** Null for nobody: a snapshot's, or a deleted account's. */
const person = z.catch(z.nullish(z.object({ id, username: text, full_name: text })), undefined);

const project = z.catch(z.optional(z.object({ id })), undefined);
const story = z.catch(z.nullish(z.object({ id, project })), undefined);

const data = z.object({
  id: z.catch(z.optional(id), undefined),
  project,
  subject: text,
  /** A task's, or a link's to an epic. Null for a task without one (A1.7). */
  user_story: story,
  status: z.catch(
    z.optional(z.object({ is_closed: z.catch(z.optional(z.boolean()), undefined) })),
    undefined,
  ),
});

const version = z.object({ user: z.catch(z.optional(z.object({ id })), undefined) });

const change = z.object({
  comment: z.catch(z.string(), ''),
  delete_comment_date: moment,
  edit_comment_date: moment,
  comment_versions: z.catch(z.nullish(z.array(version)), undefined),
  /** By field; its values have a shape of their own for each (A1.5). */
  diff: z.catch(z.record(z.string(), z.unknown()), {}),
});

export const taigaWebhook = z.object({
  action: z.string(),
  type: z.string(),
  by: person,
  /** When the webhook was raised, to the millisecond; a resent one has the same. */
  date: moment,
  data: z.catch(z.nullish(data), undefined),
  change: z.catch(z.optional(change), undefined),
});

export type TaigaWebhook = z.infer<typeof taigaWebhook>;
export type TaigaPerson = NonNullable<TaigaWebhook['by']>;
export type TaigaChange = NonNullable<TaigaWebhook['change']>;
