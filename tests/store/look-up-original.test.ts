import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { createReadFile } from '../../lib/channels/email/stored-file.ts';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { lookUpOriginal } from '../../lib/store/look-up-original.ts';

let server: FauxqsServer;
let client: S3Client;
let place: { endpoint: string; region: string; credentials: typeof localCredentials };

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  place = { endpoint: `http://127.0.0.1:${server.port}`, region: localRegion, credentials: localCredentials };
  client = new S3Client({ ...place, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: 'mail' }));
  const put = (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket: 'mail', Key, Body }));
  await put('in/0107', 'From: eva@example.net\r\n\r\nHello');
  await put('files/abc_-1/0', 'twelve bytes');
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

test('a stored mail has an address for a while, under which it comes as a file', async () => {
  const url = await lookUpOriginal('in/0107', 'mail', { ...place, forcePathStyle: true });
  const { searchParams } = new URL(url ?? '');
  expect(searchParams.get('X-Amz-Expires')).toBe('300');
  expect(searchParams.get('response-content-disposition')).toBe('attachment; filename="mail.eml"');
  expect(searchParams.get('response-content-type')).toBe('message/rfc822');
  expect(await (await fetch(url ?? '')).text()).toContain('Hello');
});

test('one that is not kept any more has none', async () => {
  expect(await lookUpOriginal('in/none', 'mail', { ...place, forcePathStyle: true })).toBeUndefined();
});

test('a file of a mail is read up to a limit, and nothing else is', async () => {
  const read = createReadFile({ bucket: 'mail', s3: place });
  expect(Buffer.from((await read('files/abc_-1/0', 12)) ?? []).toString()).toBe('twelve bytes');
  expect(await read('files/abc_-1/0', 11)).toBeUndefined();
  expect(await read('files/abc_-1/1', 100)).toBeUndefined();
  for (const key of ['in/0107', 'files/../in/0107', '', 'https://example.org/x']) {
    expect(await read(key, 100)).toBeUndefined();
  }
});
