import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { AwsPlace, MailStation } from './parts.ts';
import { sesFailure } from './ses-failure.ts';

/** A mail as it goes out: one recipient, its whole MIME text, and what comes back with its bounces. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
  /** ASCII letters, digits, `-` and `_`. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Sends one mail.
 * @returns its Message-ID as its reader sees it, without brackets: SES puts its own in the place of ours (contract 2.1).
 * @throws CardwireError of `sesFailure`.
 */
export type SendMail = (mail: OutgoingMail) => Promise<string>;

/** Sends through SES. One try for each call: SES has no way to be asked whether an earlier one came through. */
export function createSendMail(
  { configurationSet, ses, sender: client = openClient(ses) }: MailStation,
  now: () => number,
): SendMail {
  return async ({ from, to, raw, tags }) => {
    try {
      const { MessageId = '' } = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: raw },
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
        }),
      );
      return `${MessageId}@${seenDomain(await client.config.region())}`;
    } catch (error) {
      throw sesFailure(error, now());
    }
  };
}

function openClient(place: AwsPlace | undefined): SESClient {
  return new SESClient({
    ...place,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 8_000, throwOnRequestTimeout: true },
  });
}

/** The domain of the Message-ID that SES writes (contract 2.1). */
function seenDomain(region: string): string {
  return region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
}
