import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { parseMail } from '../../lib/channels/email/read/parse.ts';
import { judgeSender, verdictsOf } from '../../lib/channels/email/read/sender.ts';
import { type LocalAws, startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import type { Smtp } from '../../lib/local/mail/smtp.ts';
import { openStation } from '../../lib/local/mail/station.ts';
import { type SesMailEvent, sesMailEvent } from '../../schemas/ses-mail.ts';
import { readResources } from './read-resources.ts';

let aws: LocalAws;
let s3: S3Client;
beforeAll(async () => {
  aws = await startAws({ resources: readResources() });
  s3 = new S3Client({ endpoint: aws.endpoints.s3, region: aws.region, credentials: localCredentials });
});
afterAll(async () => {
  s3.destroy();
  await aws.stop();
});

let folder: string;
let station: Smtp | undefined;
/** What the door was called with, and how it takes it. */
let calls: unknown[];
let failures: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  [calls, failures, station] = [[], 0, undefined];
});
afterEach(async () => {
  await station?.stop();
  await rm(folder, { recursive: true });
});

async function open(waits: readonly number[] = [1, 1]): Promise<Smtp> {
  const invoke = async (event: unknown): Promise<void> => {
    calls.push(event);
    failures -= 1;
    if (failures >= 0) throw new Error('not this time');
  };
  station = await openStation({ aws, folder, port: 0, invoke, waits });
  return station;
}

async function send(raw: string | Buffer, to: readonly string[] = ['ops@in.example.org']): Promise<void> {
  const { port } = station ?? (await open());
  const envelope = { from: 'eva@example.net', to: [...to] };
  await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({ envelope, raw });
}

async function until<T>(look: () => T | undefined | false | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function stored(event: SesMailEvent): Promise<Buffer> {
  const Key = `in/${event.Records[0]?.ses.mail.messageId}`;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: aws.buckets.MailBucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

const pump = 'From: Eva <eva@example.net>\r\nSubject: Pump\r\n\r\nIt drips.\r\n';

describe('a mail that comes in by SMTP', () => {
  test('is stored with what was found, and the door is called with SES’s own event', async () => {
    await send(pump, ['ops@in.example.org', 'reply+x@in.example.org']);
    const event = sesMailEvent.parse(await until(() => calls[0]));
    const { mail, receipt } = event.Records[0]?.ses ?? {};
    expect(mail?.source).toBe('eva@example.net');
    expect(receipt?.recipients).toEqual(['ops@in.example.org', 'reply+x@in.example.org']);
    const raw = await stored(event);
    expect(raw.toString().endsWith(pump)).toBe(true);
    const parsed = await parseMail(raw);
    if (!receipt) throw new Error('the event has a receipt');
    expect(judgeSender(parsed, verdictsOf(receipt))).toMatchObject({ proof: 'proven' });
    const gray = { ...verdictsOf(receipt), dmarc: 'GRAY' } as const;
    expect(judgeSender(parsed, gray)).toMatchObject({ proof: 'proven' });
  });

  test('may ask for what is found about it', async () => {
    await send(`X-Local-Verdicts: dmarc=fail policy=reject; spam=GRAY virus=nonsense\r\n${pump}`);
    const event = sesMailEvent.parse(await until(() => calls[0]));
    expect(event.Records[0]?.ses.receipt).toMatchObject({
      ...{ dmarcVerdict: { status: 'FAIL' }, dmarcPolicy: 'reject', spamVerdict: { status: 'GRAY' } },
      ...{ virusVerdict: { status: 'PASS' }, dkimVerdict: { status: 'PASS' } },
    });
  });

  test('may be as large as SES takes it', async () => {
    const large = Buffer.concat([Buffer.from(pump), Buffer.alloc(21 * 1024 * 1024, 'x\r\n')]);
    await send(large);
    const raw = await stored(sesMailEvent.parse(await until(() => calls[0])));
    expect(raw.subarray(-large.length).equals(large)).toBe(true);
  });

  test('is refused for good when it is larger', async () => {
    await open();
    const sending = send(Buffer.concat([Buffer.from(pump), Buffer.alloc(41 * 1024 * 1024, 'x\r\n')]));
    await expect(sending).rejects.toMatchObject({ responseCode: 552 });
    expect(calls).toEqual([]);
  });

  test('is refused for now when it cannot be stored', async () => {
    const buckets = { MailBucket: 'no-such-bucket' };
    station = await openStation({ aws: { ...aws, buckets }, folder, port: 0, invoke: async () => undefined });
    await expect(send(pump)).rejects.toMatchObject({ responseCode: 451 });
  });

  test('somebody who hangs up in the middle leaves nothing behind', async () => {
    const { port } = await open();
    const socket = connect(port, '127.0.0.1');
    socket.write('HELO x\r\nMAIL FROM:<eva@example.net>\r\nRCPT TO:<ops@in.example.org>\r\nDATA\r\nFrom: e');
    await once(socket, 'data');
    socket.destroy();
    await send(pump);
    await until(() => calls[0]);
    expect(calls).toHaveLength(1);
  });
});

describe('the door', () => {
  test('is called two times more when it fails, with the same', async () => {
    failures = 2;
    await send(pump);
    await until(() => calls.length === 3);
    expect(new Set(calls.map((call) => JSON.stringify(call))).size).toBe(1);
    await until(async () => ((await readdir(join(folder, 'pending'))).length === 0 ? true : undefined));
  });

  test('that fails three times leaves the event on the failure queue', async () => {
    failures = 3;
    await send(pump);
    const sqs = new SQSClient({
      endpoint: aws.endpoints.sqs,
      region: aws.region,
      credentials: localCredentials,
    });
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: aws.queueUrls.MailFailures, WaitTimeSeconds: 20 }),
    );
    sqs.destroy();
    expect(JSON.parse(Messages[0]?.Body ?? '')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: calls[0],
    });
  });

  test('is called for what an earlier run had accepted and not done', async () => {
    failures = 1;
    await open([60_000]);
    await send(pump);
    await until(() => calls[0]);
    await station?.stop();
    await open();
    expect(await until(() => calls[1])).toEqual(calls[0]);
  });
});
