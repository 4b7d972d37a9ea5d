import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** The mail bucket as the operator's command line works on it. */
export interface StoredObjects {
  /** Undefined when it has expired. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Safe to repeat. */
  remove(key: string): Promise<void>;
}

/** Opens a bucket. Errors of the client pass through. */
export function createStoredObjects(client: S3Client, bucket: string): StoredObjects {
  return {
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof Error && /^(NoSuchKey|NotFound)$/.test(error.name)) return undefined;
        throw error;
      }
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
