import { createHmac, randomBytes } from 'node:crypto';
import type { Json, SimFile } from './model.ts';
import type { World } from './world.ts';

/** A file on its way in. */
export interface GivenFile {
  readonly name: string;
  readonly type?: string;
  readonly bytes: Uint8Array | string;
}

const secret = randomBytes(32);
/** How long a link is good: Discord does not say (contract A1.7), so whoever keeps one is wrong. */
const LINK_LIFE = 24 * 60 * 60_000;

/** Keeps a file. */
export function keepFile(
  world: World,
  channel: string,
  { name, type = 'application/octet-stream', bytes }: GivenFile,
  ephemeral = false,
): SimFile {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const file = { id: world.newId(), name, type, bytes: content, channel, ephemeral };
  world.files.set(file.id, file);
  return file;
}

/** An attachment as the API shows it, with a link signed from now on. */
export function publicFile(world: World, file: SimFile): Json {
  const path = pathOf(file);
  const ex = Math.floor((world.now() + LINK_LIFE) / 1000).toString(16);
  const is = Math.floor(world.now() / 1000).toString(16);
  const url = `${world.origin}${path}?ex=${ex}&is=${is}&hm=${seal(path, ex, is)}&`;
  return {
    ...{ id: file.id, filename: file.name, size: file.bytes.length, content_type: file.type },
    ...{ url, proxy_url: url },
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.ephemeral ? { ephemeral: true } : {}),
  };
}

/** What the CDN gives for a link; undefined when it is not signed, expired or not there (contract A1.7). */
export function download(world: World, path: string, query: URLSearchParams): SimFile | undefined {
  const { ex = '', is = '', hm = '' } = Object.fromEntries(query);
  const file = world.files.get(path.split('/')[3] ?? '');
  if (!file || hm !== seal(decodeURI(path), ex, is)) return undefined;
  return Number.parseInt(ex, 16) * 1000 > world.now() ? file : undefined;
}

function pathOf({ channel, id, name, ephemeral }: SimFile): string {
  const safe = name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_');
  return encodeURI(`/${ephemeral ? 'ephemeral-attachments' : 'attachments'}/${channel}/${id}/${safe}`);
}

function seal(path: string, ex: string, is: string): string {
  return createHmac('sha256', secret)
    .update(`${decodeURI(path)} ${ex} ${is}`)
    .digest('hex');
}
