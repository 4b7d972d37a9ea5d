import type { IncomingMessage } from 'node:http';
import type { SimFile } from './route.ts';

export interface ReadBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, SimFile>>;
}

/** Reads JSON or a multipart form. Anything else is an empty body. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(raw, type);
  try {
    const body: unknown = JSON.parse(raw.toString('utf8'));
    return { body: typeof body === 'object' && body !== null ? { ...body } : {}, files: {} };
  } catch {
    return { body: {}, files: {} };
  }
}

async function readForm(raw: Buffer, type: string): Promise<ReadBody> {
  const answer = new Response(new Uint8Array(raw), { headers: { 'content-type': type } });
  return fieldsOf(await answer.formData());
}

/** What stands in a form, its files apart. */
export function fieldsOf(form: FormData): ReadBody {
  const body: Record<string, unknown> = {};
  const files: Record<string, SimFile> = {};
  form.forEach((value, name) => {
    if (typeof value === 'string') body[name] = value;
    else files[name] = { name: value.name, size: value.size };
  });
  return { body, files };
}
