import * as z from 'zod/mini';
import { forumMessage } from './limits-message.ts';
import { bits, chars, snowflake, upTo, url, whole } from './limits-values.ts';

/** The bodies about threads, direct messages and the application itself. */

/** Contract A2.2: name 1 to 100, four durations in minutes. */
const naming = {
  name: chars(1, 100),
  auto_archive_duration: z.optional(z.literal([60, 1440, 4320, 10080])),
  rate_limit_per_user: z.optional(z.nullable(whole(0, 21_600))),
};

/** `POST /channels/{c}/messages/{m}/threads`. */
export const threadFromMessage = z.strictObject(naming);

/** `POST /channels/{c}/threads`. Contract A2.2: without `type` it is a private one; in a forum it comes with its message. */
export const threadAlone = z.strictObject({
  ...naming,
  type: z.optional(z.literal([10, 11, 12])),
  invitable: z.optional(z.boolean()),
});
export const forumPost = z.strictObject({
  ...naming,
  message: forumMessage,
  applied_tags: z.optional(upTo(5, snowflake)),
});

/** `PATCH /channels/{thread}`. */
export const threadEdit = z.strictObject({
  name: z.optional(naming.name),
  archived: z.optional(z.boolean()),
  locked: z.optional(z.boolean()),
  auto_archive_duration: naming.auto_archive_duration,
});

/** `POST /users/@me/channels`. */
export const directOpen = z.strictObject({ recipient_id: snowflake });

const installParams = z.strictObject({ scopes: upTo(20, z.string()), permissions: bits });

/** `PATCH /applications/@me` (contract A1.1): Discord itself sets `event_webhooks_status` 3, nobody else. */
export const applicationEdit = z.strictObject({
  interactions_endpoint_url: z.optional(z.nullable(url)),
  description: z.optional(chars(0, 400)),
  custom_install_url: z.optional(url),
  install_params: z.optional(installParams),
  integration_types_config: z.optional(
    z.record(z.enum(['0', '1']), z.strictObject({ oauth2_install_params: z.optional(installParams) })),
  ),
  tags: z.optional(upTo(5, chars(1, 20))),
  icon: z.optional(z.nullable(z.string().check(z.startsWith('data:image/')))),
  flags: z.optional(z.int()),
  event_webhooks_url: z.optional(z.nullable(url)),
  event_webhooks_status: z.optional(z.literal([1, 2])),
  event_webhooks_types: z.optional(z.array(z.string())),
});
