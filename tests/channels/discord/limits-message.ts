import * as z from 'zod/mini';
import { rows } from './limits-components.ts';
import { embeds } from './limits-embed.ts';
import { chars, flags, snowflake, upTo } from './limits-values.ts';

/** The bodies that become messages (contract A1.4, A2.1). */

const SUPPRESS_EMBEDS = 4;
export const EPHEMERAL = 64;
const SUPPRESS_NOTIFICATIONS = 4096;

const ids = z.optional(upTo(100, snowflake));

/** Contract A2.1: a kind is either named in `parse` or listed by id; 100 ids at most. */
const allowedMentions = z
  .strictObject({
    parse: z.optional(upTo(3, z.enum(['roles', 'users', 'everyone']))),
    roles: ids,
    users: ids,
    replied_user: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      ({ parse = [], users = [], roles = [] }) =>
        !(parse.includes('users') && users.length > 0) && !(parse.includes('roles') && roles.length > 0),
      {
        error: 'parse and ids of the same kind are mutually exclusive',
        params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
      },
    ),
  );

const attachment = z.strictObject({
  /** The n of `files[n]` for a new file, the id of one that stays. */
  id: z.union([z.int(), z.string().check(z.regex(/^\d+$/))]),
  filename: z.optional(chars(1, 260)),
  description: z.optional(chars(0, 1024)),
});

const content = z.optional(chars(0, 2000));
const attachments = z.optional(upTo(10, attachment));
const parts = {
  content,
  embeds: z.optional(embeds),
  allowed_mentions: z.optional(allowedMentions),
  components: z.optional(rows),
  attachments,
};

/** `POST /channels/{id}/messages`. Contract A2.1: a nonce of 25 characters at most. */
export const messageCreate = z.strictObject({
  ...parts,
  tts: z.optional(z.boolean()),
  nonce: z.optional(z.union([z.int(), chars(1, 25)])),
  enforce_nonce: z.optional(z.boolean()),
  message_reference: z.optional(
    z.strictObject({
      type: z.optional(z.literal(0)),
      message_id: snowflake,
      channel_id: z.optional(snowflake),
      guild_id: z.optional(snowflake),
      fail_if_not_exists: z.optional(z.boolean()),
    }),
  ),
  flags: z.optional(flags(SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS)),
});

/** `PATCH` of a message, of the original answer and of a follow-up; null takes a part away. */
export const messageEdit = z.strictObject({
  content: z.optional(z.nullable(chars(0, 2000))),
  embeds: z.optional(z.nullable(embeds)),
  allowed_mentions: z.optional(z.nullable(allowedMentions)),
  components: z.optional(z.nullable(rows)),
  attachments: z.optional(z.nullable(upTo(10, attachment))),
  flags: z.optional(z.nullable(flags(SUPPRESS_EMBEDS))),
});

/** The data of an immediate answer, and a follow-up. Contract A2.1: no nonce on these. */
export const interactionMessage = z.strictObject({
  ...parts,
  tts: z.optional(z.boolean()),
  flags: z.optional(flags(SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS)),
});

/** A post in a forum: contract A2.2, the nonce is not for it. */
export const forumMessage = z.strictObject({
  ...parts,
  flags: z.optional(flags(SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS)),
});

export type MessageCreate = z.infer<typeof messageCreate>;
export type MessageEdit = z.infer<typeof messageEdit>;
export type InteractionMessage = z.infer<typeof interactionMessage>;
export type AllowedMentions = z.infer<typeof allowedMentions>;
