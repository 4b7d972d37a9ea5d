import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** The embedded S3 takes 11 MiB in one request; S3's parts have at least 5. Bytes. */
const PART = 8 * 1024 * 1024;

/** Where an object goes. */
export interface ObjectPlace {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** Stores an object of any size. Throws what the client throws. */
export async function putObject({ s3, bucket, key }: ObjectPlace, body: Buffer): Promise<void> {
  const place = { Bucket: bucket, Key: key };
  if (body.length <= PART) {
    await s3.send(new PutObjectCommand({ ...place, Body: body }));
    return;
  }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(place));
  const upload = { ...place, UploadId };
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  for (let at = 0; at < body.length; at += PART) {
    const PartNumber = Parts.length + 1;
    const part = { ...upload, PartNumber, Body: body.subarray(at, at + PART) };
    Parts.push({ ETag: (await s3.send(new UploadPartCommand(part))).ETag, PartNumber });
  }
  await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
}
