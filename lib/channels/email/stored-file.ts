import type { S3Client } from '@aws-sdk/client-s3';
import type { MailStation } from './parts.ts';

/** Where the mail's door puts the files of a mail. */
const FILES = /^files\/[\w./-]+$/;

/**
 * Reads a stored file, at most `limit` bytes. Undefined when it is gone, larger, or no file of a mail at all.
 * @throws what the client throws when S3 does not answer.
 */
export type ReadFile = (key: string, limit: number) => Promise<Uint8Array | undefined>;

/** Reads from the station's bucket. The client is loaded with the first file: most mails bring none. */
export function createReadFile({ bucket, s3, objects }: MailStation): ReadFile {
  let client: Pick<S3Client, 'send'> | undefined = objects;
  return async (key, limit) => {
    if (!FILES.test(key) || key.includes('..')) return undefined;
    const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
    client ??= new S3Client({ ...s3, ...(s3 && { forcePathStyle: true }) });
    try {
      const { Body, ContentLength = 0 } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (ContentLength > limit || !Body) return undefined;
      return await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof Error && /^(NoSuchKey|NotFound)$/.test(error.name)) return undefined;
      throw error;
    }
  };
}
