import * as z from 'zod/mini';
import { answersOf } from '../answers.ts';

/** The parts of Taiga's documents that are read (taiga.md A2.4 to A2.8). */

export const { readAs, unexpected } = answersOf('taiga');

const optionalText = z.nullish(z.string());
const optionalId = z.nullish(z.number());

const statusDoc = z.object({
  id: z.number(),
  name: z.string(),
  order: z._default(z.number(), 0),
  is_closed: z._default(z.boolean(), false),
  is_archived: z._default(z.boolean(), false),
});

const memberDoc = z.object({
  id: z.number(),
  username: z.string(),
  full_name: optionalText,
  is_active: z._default(z.boolean(), true),
});

export const projectDoc = z.object({
  id: z.number(),
  slug: z.string(),
  name: z.string(),
  i_am_admin: z._default(z.boolean(), false),
  my_permissions: z._default(z.array(z.string()), []),
  members: z._default(z.array(memberDoc), []),
  us_statuses: z._default(z.array(statusDoc), []),
  task_statuses: z._default(z.array(statusDoc), []),
  default_task_status: optionalId,
  tags_colors: z._default(z.record(z.string(), optionalText), {}),
});

/** A row of a list lacks the description. Tags come with their colours. */
export const storyDoc = z.object({
  id: z.number(),
  ref: z.number(),
  project: z.number(),
  version: z.number(),
  subject: z.string(),
  description: optionalText,
  status: optionalId,
  assigned_to: optionalId,
  assigned_users: z._default(z.nullable(z.array(z.number())), []),
  tags: z._default(z.nullable(z.array(z.union([z.string(), z.tuple([z.string()], z.unknown())]))), []),
  due_date: optionalText,
  external_reference: z.nullish(z.array(z.nullable(z.string()))),
  modified_date: z.string(),
  milestone: optionalId,
  is_blocked: z.nullish(z.boolean()),
  blocked_note: optionalText,
  /** By role; ids of the project's own scale. */
  points: z.nullish(z.record(z.string(), z.unknown())),
  epics: z.nullish(z.array(z.object({ id: z.number() }))),
  /** Only where a list was asked for them (A2.5). */
  attachments: z.nullish(z.array(z.object({ id: z.number(), attached_file: optionalText }))),
});

export const taskDoc = z.object({
  id: z.number(),
  subject: z.string(),
  version: z.number(),
  status: optionalId,
  user_story: optionalId,
  is_closed: z._default(z.boolean(), false),
  modified_date: z._default(z.string(), ''),
});

export const fileRow = z.object({
  id: z.number(),
  attached_file: optionalText,
  description: z._default(z.nullable(z.string()), ''),
  is_deprecated: z.nullish(z.boolean()),
});

export const historyDoc = z.array(
  z.object({
    id: z.string(),
    user: z.nullish(z.object({ pk: optionalId, username: optionalText, name: optionalText })),
    comment: z._default(z.string(), ''),
    delete_comment_date: optionalText,
    delete_comment_user: z.catch(z.nullish(z.object({ pk: optionalId })), undefined),
    created_at: z.string(),
    /** By field, from what to what; values as PATCH takes them. */
    diff: z.catch(z.record(z.string(), z.array(z.unknown())), {}),
  }),
);

export const webhookDoc = z.object({ id: z.number(), name: z.string(), url: z.string(), key: z.string() });

export const resolvedDoc = z.object({ us: z.optional(z.number()), task: z.optional(z.number()) });

export const meDoc = z.object({ id: z.number(), username: z.string() });

export type ProjectDoc = z.infer<typeof projectDoc>;
export type StatusDoc = z.infer<typeof statusDoc>;
export type TaskDoc = z.infer<typeof taskDoc>;
export type FileRow = z.infer<typeof fileRow>;
export type StoryDoc = z.infer<typeof storyDoc>;
export type HistoryEntry = z.infer<typeof historyDoc>[number];

/** A story, with the moments at which the board was asked for it and had answered, epoch milliseconds. */
export interface StoryRead {
  readonly doc: StoryDoc;
  readonly revision: number;
  readonly answered: number;
}
