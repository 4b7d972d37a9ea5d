import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Through } from './workers.ts';

/** The mail bucket in memory: as much of S3 as `lib/store/mail-objects.ts` asks of it. */
export class MemoryBucket {
  private readonly objects = new Map<string, Uint8Array>();

  /** Puts an object where SES does. */
  store(key: string, bytes: Uint8Array): void {
    this.objects.set(key, bytes);
  }

  /** A client of it. What it does not know throws, so that it is noticed here. */
  get client(): S3Client {
    return { send: async (command: unknown) => this.execute(command) } as unknown as S3Client;
  }

  /** Does one command and gives its answer as the client would. */
  execute(command: unknown): object {
    if (command instanceof PutObjectCommand) {
      this.store(command.input.Key ?? '', Buffer.from(command.input.Body as Uint8Array));
      return {};
    }
    if (command instanceof GetObjectCommand && command.input.Range === undefined) {
      const bytes = this.objects.get(command.input.Key ?? '');
      if (!bytes) throw Object.assign(new Error('no such key'), { name: 'NoSuchKey' });
      return { ContentLength: bytes.length, Body: { transformToByteArray: async () => bytes } };
    }
    throw new Error(`the bucket in memory does not know ${command?.constructor.name}`);
  }
}

/** A client of a bucket, whose every call goes through the gate. */
export function objectsThrough(bucket: MemoryBucket, through: Through): Pick<S3Client, 'send'> {
  const send = (command: object) => {
    const { input } = command as { readonly input: { readonly Key?: string } };
    const label = `${command.constructor.name.replace(/Command$/, '')} ${input.Key}`;
    return through('bucket', label, () => bucket.execute(command));
  };
  return { send } as unknown as Pick<S3Client, 'send'>;
}
