import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { LocalAws } from './aws.ts';
import { localCredentials } from './credentials.ts';
import type { Resources } from './resources.ts';

const DAY = 86_400_000;

/** What is read of a bucket's `LifecycleConfiguration`. */
interface Rule {
  readonly Prefix: string;
  readonly ExpirationInDays: number;
}

/**
 * Takes away what the template lets expire: S3 does so by itself, its stand-in does not.
 * @param now epoch milliseconds.
 * @returns how many objects went. Throws what the client throws; what is left goes the next time.
 */
export async function sweepBuckets(
  { endpoints, region, buckets }: Pick<LocalAws, 'endpoints' | 'region' | 'buckets'>,
  resources: Resources,
  now: number,
): Promise<number> {
  const s3 = new S3Client({
    endpoint: endpoints.s3,
    region,
    credentials: localCredentials,
    forcePathStyle: true,
  });
  let swept = 0;
  try {
    for (const [id, bucket] of Object.entries(buckets)) {
      for (const { Prefix, ExpirationInDays } of rulesOf(resources, id)) {
        for (const Key of await keysBefore(s3, { Bucket: bucket, Prefix }, now - ExpirationInDays * DAY)) {
          await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
          swept += 1;
        }
      }
    }
  } finally {
    s3.destroy();
  }
  return swept;
}

function rulesOf(resources: Resources, bucket: string): readonly Rule[] {
  const lifecycle = resources[bucket]?.Properties?.LifecycleConfiguration as
    | { readonly Rules: readonly Rule[] }
    | undefined;
  return lifecycle?.Rules ?? [];
}

async function keysBefore(
  s3: S3Client,
  place: { readonly Bucket: string; readonly Prefix: string },
  moment: number,
): Promise<readonly string[]> {
  const keys: string[] = [];
  let from: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ ...place, ContinuationToken: from }));
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key !== undefined && LastModified && LastModified.getTime() < moment) keys.push(Key);
    from = page.NextContinuationToken;
  } while (from !== undefined);
  return keys;
}
