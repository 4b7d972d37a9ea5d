import { GetObjectCommand, HeadObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** How long the address is good: time enough to follow it. Seconds. */
const GOOD_FOR = 300;

/**
 * An address at which a stored mail can be fetched for some minutes, as a file and never as a page of the store's. Undefined when it is not
 * kept any more.
 * @throws what the client throws when S3 does not answer.
 */
export async function lookUpOriginal(
  key: string,
  bucket: string,
  config: S3ClientConfig = {},
): Promise<string | undefined> {
  const client = new S3Client(config);
  const at = { Bucket: bucket, Key: key };
  try {
    await client.send(new HeadObjectCommand(at));
  } catch (error) {
    // Who may not list a bucket is told that what is gone is forbidden.
    if (error instanceof Error && /^(NotFound|NoSuchKey|Forbidden|403)$/.test(error.name)) return undefined;
    throw error;
  }
  const command = new GetObjectCommand({
    ...at,
    ResponseContentType: 'message/rfc822',
    ResponseContentDisposition: 'attachment; filename="mail.eml"',
  });
  return getSignedUrl(client, command, { expiresIn: GOOD_FOR });
}
