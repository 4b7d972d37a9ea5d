import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LocalAws } from '../aws.ts';
import { localCredentials } from '../credentials.ts';
import { type FailureRecord, openAsyncCalls } from './async-calls.ts';
import { createPending } from './pending.ts';
import { putObject } from './put-object.ts';
import { receiveMail } from './receive.ts';
import { openSmtp, type Smtp } from './smtp.ts';

/** What receiving mail works with. */
export interface StationParts {
  readonly aws: LocalAws;
  /** Where what was accepted and is not done is kept. */
  readonly folder: string;
  readonly port: number;
  /** Runs the mail's door once. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Milliseconds before each further try of the door. */
  readonly waits?: readonly number[];
}

/** Names of the template. */
const [bucket, failures] = ['MailBucket', 'MailFailures'];

/**
 * Receives mail on this machine as SES does in the cloud: SMTP in, the mail into the bucket, the door called asynchronously. Begins with what
 * an earlier run had accepted and not done.
 * @throws the error of the socket when the port is taken.
 */
export async function openStation({ aws, folder, port, invoke, waits }: StationParts): Promise<Smtp> {
  const client = { region: aws.region, credentials: localCredentials };
  const s3 = new S3Client({ ...client, endpoint: aws.endpoints.s3 });
  const sqs = new SQSClient({ ...client, endpoint: aws.endpoints.sqs });
  const calls = openAsyncCalls({
    invoke,
    pending: createPending(join(folder, 'pending')),
    bury: (record) => bury(sqs, aws.queueUrls[failures], record),
    ...(waits && { waits }),
  });
  const smtp = await openSmtp(port, (mail) =>
    receiveMail(mail, {
      store: (key, raw) => putObject({ s3, bucket: aws.buckets[bucket] ?? '', key }, raw),
      call: calls.call,
    }),
  );
  return {
    port: smtp.port,
    stop: async () => {
      await smtp.stop();
      await calls.stop();
      s3.destroy();
      sqs.destroy();
    },
  };
}

async function bury(sqs: SQSClient, queueUrl: string | undefined, record: FailureRecord): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(record) }));
}
