import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Where mails lie as they came, and where their files are put. */
export interface MailObjects {
  /**
   * A mail as it came, by SES's id. Of one that is longer than `longest` bytes, its beginning alone. Undefined when there is none.
   * @throws what the client throws when S3 does not answer.
   */
  mail(
    id: string,
    longest: number,
  ): Promise<{ readonly raw: Uint8Array; readonly tooLarge: boolean } | undefined>;
  /** Stores a file. Safe to repeat. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
}

/** Of a mail that is too large, enough for its header. Bytes. */
const BEGINNING = 256 * 1024;

/** The mails and files of one bucket. */
export function createMailObjects(client: S3Client, bucket: string): MailObjects {
  return {
    async mail(id, longest) {
      const object = { Bucket: bucket, Key: `in/${id}` };
      try {
        const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand(object));
        if (!Body) return undefined;
        if (ContentLength <= longest) return { raw: await Body.transformToByteArray(), tooLarge: false };
        // What is not read would keep the connection busy.
        if ('destroy' in Body) Body.destroy();
        const begin = new GetObjectCommand({ ...object, Range: `bytes=0-${BEGINNING - 1}` });
        const { Body: beginning } = await client.send(begin);
        return beginning && { raw: await beginning.transformToByteArray(), tooLarge: true };
      } catch (error) {
        if (error instanceof Error && /^(NoSuchKey|NotFound)$/.test(error.name)) return undefined;
        throw error;
      }
    },

    async put(key, bytes, mediaType) {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: mediaType }),
      );
    },
  };
}
