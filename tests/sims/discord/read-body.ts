import type { IncomingMessage } from 'node:http';
import { ApiError } from './failure.ts';
import type { GivenFile } from './files.ts';

export interface ReadBody {
  readonly body: unknown;
  readonly files: readonly GivenFile[];
}

/** Contract A2.1: a request of 25 MiB, a file of 10 MiB. */
const REQUEST = 25 * 1024 * 1024;
const FILE = 10 * 1024 * 1024;
const tooLarge = () => new ApiError(413, 40005, 'Request entity too large');

export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** JSON, or a form of `payload_json` and `files[n]` (contract A2.1). An empty body is an empty object. */
export async function readBody(raw: Buffer, contentType: string): Promise<ReadBody> {
  if (raw.length > REQUEST) throw tooLarge();
  if (raw.length === 0) return { body: {}, files: [] };
  if (!contentType.startsWith('multipart/form-data')) return { body: parsed(raw.toString()), files: [] };
  const form = await new Response(Uint8Array.from(raw), {
    headers: { 'content-type': contentType },
  }).formData();
  const files = await Promise.all(
    [...form].filter(([name]) => /^files\[\d+\]$/.test(name)).map(([, value]) => fileOf(value)),
  );
  return { body: parsed(String(form.get('payload_json') ?? '{}')), files };
}

async function fileOf(value: File | string): Promise<GivenFile> {
  if (typeof value === 'string') return { name: 'unnamed', bytes: value };
  if (value.size > FILE) throw tooLarge();
  return { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}
