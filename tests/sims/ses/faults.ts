import { refused as refusedFor, type SesAnswer } from '../../../lib/local/mail/ses-protocol.ts';

const refused = (code: string, message: string, status?: number) => refusedFor(code, message, '0', status);

/** What SES answers in place of sending, word for word as far as it is known (contract 2). */
export const sesRefusals = {
  rate: refused('Throttling', 'Maximum sending rate exceeded.'),
  quota: refused('Throttling', 'Daily message quota exceeded.'),
  sandbox: refused(
    'MessageRejected',
    'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: someone@example.net',
  ),
  rejected: refused('MessageRejected', 'Bad content'),
  paused: refused('AccountSendingPausedException', 'Sending paused for this account.'),
  unverified: refused('MailFromDomainNotVerifiedException', 'MAIL FROM domain is not verified.'),
  noSet: refused('ConfigurationSetDoesNotExistException', 'Configuration set <mail> does not exist.'),
  denied: refused('AccessDenied', 'User is not authorized to perform ses:SendRawEmail', 403),
  parameter: refused('InvalidParameterValue', 'Domain contains illegal character'),
  failure: refused('InternalFailure', 'Internal failure', 500),
} as const satisfies Record<string, SesAnswer>;

/** How one call goes wrong. */
export type SesFault =
  | { readonly kind: 'refuse'; readonly how: keyof typeof sesRefusals }
  /** The connection ends before anything was done, or after the mail was sent. */
  | { readonly kind: 'hang-up' | 'hang-up-after' };
