import * as z from 'zod/mini';

/** What set-up reads of the API's answers. */

/** The application itself (contract A1.1). */
export const applicationBody = z.object({
  id: z.string(),
  /** The Ed25519 key that interactions are signed with: 32 bytes as hex. */
  verify_key: z.string().check(z.regex(/^[0-9a-f]{64}$/i)),
  bot_public: z.optional(z.boolean()),
  interactions_endpoint_url: z.optional(z.nullable(z.string())),
});

export const botBody = z.object({ id: z.string(), username: z.string() });

/** What has a name where it is seen whole. */
export const named = z.object({ name: z.optional(z.nullable(z.string())) });

/** Servers of the bot, or channels of one. */
export const serverList = z.array(z.object({ id: z.string(), name: z.string() }));
export const channelList = z.array(z.object({ id: z.string(), name: z.string(), type: z.number() }));

/** The commands of one scope; what else stands in them is compared as it is. */
export const commandList = z.array(z.looseObject({ type: z.number(), name: z.string() }));

/** An error of a form: which of its fields is wrong, and how (contract A2.4). */
export const endpointRefusal = z.object({
  code: z.literal(50_035),
  errors: z.object({ interactions_endpoint_url: z.unknown() }),
});

export type ApplicationBody = z.infer<typeof applicationBody>;
