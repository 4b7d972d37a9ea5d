import * as z from 'zod/mini';

/**
 * What SES hands the mail door when a mail has come in (contract 1.3): a Lambda action's event. The mail itself lies in S3, under the prefix
 * of the rule and `mail.messageId`. Headers in it are cut at 10 KB and are not read. Unknown fields are dropped.
 */

/** What SES found. What it could not find out, or what we do not know, proves nothing. */
const verdict = z.catch(
  z.object({ status: z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']) }),
  { status: 'PROCESSING_FAILED' },
);

const sesMail = z.object({
  /** SES's own id and the tail of the object's key; not the sender's Message-ID. It becomes part of our own strings. */
  messageId: z.string().check(z.regex(/^[\w-]{1,200}$/)),
  /** Envelope sender; empty for bounces. */
  source: z.catch(z.string(), ''),
  /** When SES took it: ISO 8601. */
  timestamp: z.catch(z.optional(z.string()), undefined),
});

const sesReceipt = z.object({
  /** Envelope recipients that the rule matched: mail is routed by these, never by its header. */
  recipients: z.array(z.string()).check(z.minLength(1), z.maxLength(1000)),
  spamVerdict: verdict,
  virusVerdict: verdict,
  spfVerdict: verdict,
  dkimVerdict: verdict,
  dmarcVerdict: verdict,
  /** There only when DMARC failed. */
  dmarcPolicy: z.catch(z.optional(z.enum(['none', 'quarantine', 'reject'])), undefined),
});

const record = z.object({
  eventSource: z.literal('aws:ses'),
  ses: z.object({ mail: sesMail, receipt: sesReceipt }),
});

export const sesMailEvent = z.object({ Records: z.array(record).check(z.minLength(1)) });

/** The object that SES writes when a rule is created: no mail (contract 1.2). */
export const SES_SETUP_NOTIFICATION = 'AMAZON_SES_SETUP_NOTIFICATION';

export type SesMailEvent = z.infer<typeof sesMailEvent>;
export type SesMail = z.infer<typeof sesMail>;
export type SesReceipt = z.infer<typeof sesReceipt>;
