import type { S3Client } from '@aws-sdk/client-s3';
import type { SESClient } from '@aws-sdk/client-ses';
import type { MailMemory } from './memory.ts';

/** Where an AWS service is reached, when that is not what the environment says. */
export interface AwsPlace {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What a deployment needs for mail. */
export interface MailStation {
  /** Where mails and their files lie. */
  readonly bucket: string;
  /** SES's configuration set, which sends bounces and complaints back to us. */
  readonly configurationSet?: string;
  readonly ses?: AwsPlace;
  /** Sends in place of a client for `ses`. */
  readonly sender?: Pick<SESClient, 'send' | 'config'>;
  readonly s3?: AwsPlace;
  /** Reads files in place of a client for `s3`. */
  readonly objects?: Pick<S3Client, 'send'>;
}

/** What the channel works with besides what every channel has. A deployment without mail has none of it. */
export interface MailParts {
  readonly station: MailStation;
  readonly memory: MailMemory;
}
