import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import { createOutbox } from '../../lib/local/mail/outbox.ts';
import { sweepBuckets } from '../../lib/local/sweep-buckets.ts';
import { readResources } from './read-resources.ts';

const DAY = 86_400_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('mails that came in and their files go when the template says so, and nothing else does', async () => {
  const resources = readResources();
  const aws = await startAws({ resources, dataDir: folder });
  const s3 = new S3Client({
    ...{ endpoint: aws.endpoints.s3, region: aws.region },
    ...{ credentials: localCredentials, forcePathStyle: true },
  });
  const Bucket = aws.buckets.MailBucket;
  const keys = async () =>
    (await s3.send(new ListObjectsV2Command({ Bucket }))).Contents?.map(({ Key }) => Key) ?? [];
  try {
    for (const Key of ['in/a', 'files/b', 'other/c'])
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    expect(await sweepBuckets(aws, resources, Date.now() + 29 * DAY)).toBe(0);
    expect(await keys()).toHaveLength(3);
    expect(await sweepBuckets(aws, resources, Date.now() + 31 * DAY)).toBe(2);
    expect(await keys()).toEqual(['other/c']);
  } finally {
    s3.destroy();
    await aws.stop();
  }
});

test('mails that went out are kept as long', async () => {
  let now = Date.UTC(2027, 0, 1);
  const mail = (id: string) => ({
    id,
    at: now,
    source: 'ops@in.example.org',
    to: ['a@example.net'],
    raw: Buffer.from(id),
    tags: {},
  });
  const outbox = createOutbox(folder, () => now);
  outbox.keep(mail('first'));
  now += 20 * DAY;
  outbox.keep(mail('second'));
  now += 11 * DAY;
  outbox.keep(mail('third'));
  expect(outbox.all().map(({ id }) => id)).toEqual(['third', 'second']);
  expect(outbox.raw('first')).toBeUndefined();
  now += 25 * DAY;
  expect(
    createOutbox(folder, () => now)
      .all()
      .map(({ id }) => id),
  ).toEqual(['third']);
  expect((await readdir(folder)).toSorted()).toEqual(['third.eml', 'third.json']);
});
