import * as z from 'zod/mini';

/**
 * What SES tells of mails that were sent, by SNS (contract 2.3): event publishing names its kind `eventType`, notifications of an identity
 * `notificationType`. Unknown fields may appear, and are dropped.
 */

const recipients = z.catch(z.array(z.object({ emailAddress: z.string() })), []);

export const sesFeedback = z.object({
  eventType: z.optional(z.string()),
  notificationType: z.optional(z.string()),
  mail: z.object({
    messageId: z.string(),
    /** As it was sent: of ours, one. */
    destination: z.catch(z.array(z.string()), []),
    /** What the mail was tagged with, each a list. */
    tags: z.catch(z.record(z.string(), z.array(z.string())), {}),
  }),
  bounce: z.optional(z.object({ bounceType: z.string(), bouncedRecipients: recipients })),
  complaint: z.optional(
    z.object({
      complainedRecipients: recipients,
      complaintFeedbackType: z.catch(z.nullish(z.string()), undefined),
    }),
  ),
});

/** How Lambda is handed what SNS publishes. */
export const snsEvent = z.object({
  Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })).check(z.minLength(1)),
});

export type SesFeedback = z.infer<typeof sesFeedback>;
