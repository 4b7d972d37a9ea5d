import type { IncomingMessage, ServerResponse } from 'node:http';
import { suffer } from '../faults.ts';
import { type Answer, writeAnswer } from './answer.ts';
import { createBuckets, limited, type Use } from './buckets.ts';
import { Call, refuseNoSnowflake } from './call.ts';
import { ApiError, noSuchCall, unauthorized } from './failure.ts';
import { answerOf, type Faults } from './faults.ts';
import { download } from './files.ts';
import { banned, type InvalidRequests } from './invalid-requests.ts';
import { readAll, readBody } from './read-body.ts';
import { find } from './routes.ts';
import type { World } from './world.ts';

/** One call to the fake, for counting and for looking at what was sent. */
export interface SimRequest {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  /** The body as JSON, or the form's `payload_json`. */
  body: unknown;
  /** 0 where no answer was given. */
  status: number;
}

export interface ServerParts {
  readonly world: World;
  readonly faults: Faults;
  readonly invalid: InvalidRequests;
  readonly requests: SimRequest[];
}

/** The HTTP face of the fake. */
export function createServe(
  parts: ServerParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const use = createBuckets(parts.world);
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sim');
    if (/^\/(ephemeral-)?attachments\//.test(pathname)) {
      writeAnswer(response, fileAnswer(parts.world, pathname, searchParams));
      return;
    }
    const { version, path } = readPath(pathname);
    const entry: SimRequest = { method: request.method ?? 'GET', path, body: undefined, status: 0 };
    parts.requests.push(entry);
    response.on('finish', () => {
      entry.status = response.statusCode;
    });
    const raw = await readAll(request);
    const fault = parts.faults.take(entry.method, path);
    const headers = {
      agent: request.headers['user-agent'],
      authorization: request.headers.authorization,
      type: request.headers['content-type'],
    };
    const work = () => answerTo(parts, use, { version, entry, query: searchParams, raw, headers });
    const page = (status = 200) => ({ status, text: '<h1>502 Bad Gateway</h1>', headers: html });
    const counted = (at: ServerResponse, given: Answer) => {
      parts.invalid.count(given);
      writeAnswer(at, given);
    };
    if (fault?.kind === 'code' || fault?.kind === 'rate-limit' || fault?.kind === 'banned') {
      counted(response, answerOf(fault));
      return;
    }
    await suffer(fault, { work, page, write: counted }, response);
  };
}

/** The version that a call names, and its path below. */
export function readPath(pathname: string): { readonly version: string; readonly path: string } {
  const [, version = '', path = pathname] = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(pathname) ?? [];
  return { version, path };
}

const html = { 'content-type': 'text/html' };

/** One call as it came in. */
export interface Asked {
  readonly version: string;
  readonly entry: SimRequest;
  readonly query: URLSearchParams;
  readonly raw: Buffer;
  readonly headers: Readonly<Partial<Record<'agent' | 'authorization' | 'type', string | undefined>>>;
}

/** What the fake answers to a call, with nothing planned to go wrong. `use` counts it. */
export async function answerTo(
  { world, invalid }: Pick<ServerParts, 'world' | 'invalid'>,
  use: (route: string, path: string) => Use,
  { version, entry, query, raw, headers }: Asked,
): Promise<Answer> {
  const { method, path } = entry;
  let used: Use = { headers: {} };
  try {
    checkAgent(headers.agent ?? '');
    if (invalid.isBanned()) return banned;
    // Contract A2.1: without a version it would be the long dead sixth.
    if (version !== '10') throw new ApiError(400, 50041, 'Invalid API version provided');
    const found = find(method, path);
    if (!found) throw noSuchCall();
    // Contract A1.2: the token in the path is all that interactions take.
    if (!found.open && headers.authorization !== `Bot ${world.application.token}`) throw unauthorized();
    used = use(`${method} ${found.pattern}`, path);
    if (used.wait) {
      const { headers: more, ...rest } = limited(used.wait.seconds, used.wait.global);
      return { ...rest, headers: { ...used.headers, ...more } };
    }
    refuseNoSnowflake(found.ids);
    const { body, files } = await readBody(raw, headers.type ?? '');
    entry.body = body;
    const { status = 200, json } = await found.route(new Call(world, query, body, files), ...found.parts);
    return { status, headers: used.headers, json };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, headers: used.headers, json: error.body };
    const told = error instanceof Error ? error.stack : String(error);
    return { status: 500, text: `the fake broke: ${told}` };
  }
}

/** Contract A2.1: `DiscordBot (url, version)`, on every call; Cloudflare stops others. */
function checkAgent(agent: string): void {
  if (/^DiscordBot \(https?:\/\/[^\s,]+, ?[^\s,)]+\)/.test(agent)) return;
  throw new ApiError(403, 40333, 'Cloudflare is blocking your request. Try setting a proper User Agent');
}

function fileAnswer(world: World, path: string, query: URLSearchParams): Answer {
  const file = download(world, path, query);
  if (!file) return { status: 404, text: 'This content is no longer available.' };
  return { status: 200, bytes: { type: file.type, content: file.bytes } };
}
