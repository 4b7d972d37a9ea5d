import type { SesMailEvent } from '../../../schemas/ses-mail.ts';
import type { Findings } from './verdicts.ts';

/** A mail as SES has taken it. */
export interface Received {
  /** SES's own id, the tail of the object's key. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Envelope sender; empty for bounces. */
  readonly source: string;
  /** Envelope recipients. */
  readonly recipients: readonly string[];
  readonly findings: Findings;
}

/**
 * What SES hands the function of a Lambda action (contract 1.3). Headers are left out, as they are when they are longer than 10 KB: whoever
 * needs one reads the mail.
 */
export function sesEvent({ id, at, source, recipients, findings }: Received): SesMailEvent {
  const { spam, virus, spf, dkim, dmarc, policy } = findings;
  const timestamp = new Date(at).toISOString();
  const action = { type: 'Lambda', functionArn: 'inbound-mail', invocationType: 'Event' } as const;
  const receipt = {
    ...{ timestamp, processingTimeMillis: 0, recipients: [...recipients], action },
    ...{ spamVerdict: { status: spam }, virusVerdict: { status: virus } },
    ...{ spfVerdict: { status: spf }, dkimVerdict: { status: dkim }, dmarcVerdict: { status: dmarc } },
    ...(dmarc === 'FAIL' ? { dmarcPolicy: policy ?? 'none' } : {}),
  };
  const mail = {
    ...{ timestamp, source, messageId: id, destination: [...recipients], headersTruncated: true },
    ...{ headers: [], commonHeaders: { returnPath: source, date: '', messageId: '' } },
  };
  const ses = { mail, receipt };
  return { Records: [{ ...{ eventSource: 'aws:ses', eventVersion: '1.0' }, ses }] };
}
