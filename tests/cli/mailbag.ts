import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';

/** A mail bucket on the embedded S3. */
export interface Mailbag {
  /** What the command line finds it by. */
  readonly env: Readonly<Record<string, string>>;
  put(key: string, text: string): Promise<void>;
  keys(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Opens an empty one. */
export async function openMailbag(): Promise<Mailbag> {
  const server = await startFauxqs({ port: 0, logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const Bucket = 'mails';
  server.createBucket(Bucket);
  const client = new S3Client({
    ...{ endpoint, region: localRegion, credentials: localCredentials, forcePathStyle: true },
  });
  return {
    env: { AWS_ENDPOINT_URL_S3: endpoint, MAIL_BUCKET: Bucket },
    put: async (Key, Body) => void (await client.send(new PutObjectCommand({ Bucket, Key, Body }))),
    keys: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map(({ Key = '' }) => Key).sort();
    },
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
