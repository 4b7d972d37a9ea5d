import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Call, type Result, type Routes } from './call.ts';
import { parsed } from './callback.ts';
import { ApiError, noSuchCall } from './failure.ts';
import { type Faults, playInstead } from './faults.ts';
import { useResponseUrl } from './slash.ts';
import type { World } from './world.ts';

/** One call to the fake, for counting. Paths without their query. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  /** 0 where no answer was given. */
  status: number;
}

export interface ServerParts {
  readonly world: World;
  readonly routes: Routes;
  readonly faults: Faults;
  readonly requests: SimRequest[];
}

/** The HTTP face of the fake. */
export function createSimServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      response.writeHead(500).end(`the fake broke: ${error instanceof Error ? error.stack : error}`);
    });
  });
}

async function handle(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sim');
  const entry: SimRequest = { method: request.method ?? 'GET', path: pathname, status: 0 };
  parts.requests.push(entry);
  response.on('finish', () => {
    entry.status = response.statusCode;
  });
  const body = await read(request);
  const fault = parts.faults.take(`${entry.method} ${pathname}`);
  if (fault && playInstead(fault, response)) return;
  const result = await answer(parts, request, entry, searchParams, body);
  if (fault === 'done-then-hang') return;
  if (fault === 'done-then-reset') {
    response.destroy();
    return;
  }
  const type = result.text === undefined ? 'application/json' : 'text/plain; charset=utf-8';
  response.writeHead(result.status ?? 200, { 'content-type': type });
  response.end(result.text ?? JSON.stringify(result.json));
}

/** What the fake answers to one call that has been read. */
export async function answer(
  { world, routes }: Pick<ServerParts, 'world' | 'routes'>,
  request: Pick<IncomingMessage, 'headers'>,
  { method, path }: Omit<SimRequest, 'status'>,
  query: URLSearchParams,
  body: string,
): Promise<Result> {
  try {
    const hook = /^\/hooks\/commands\/(\w+)$/.exec(path)?.[1];
    if (hook && method === 'POST') {
      useResponseUrl(world, hook, request.headers['content-type'] ?? '', body);
      return { text: 'ok' };
    }
    // Contract 2.2: health without authentication.
    if (path === '/api/v4/system/ping') return { json: { status: 'OK' } };
    const found = find(routes, method, path);
    if (!found) throw noSuchCall();
    const token = /^Bearer (\w+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const caller = world.users.get(world.tokens.get(token ?? '') ?? '');
    return await found.route(new Call(world, query, parsed(body), caller), ...found.parts);
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, json: error.body };
    throw error;
  }
}

function find(routes: Routes, method: string, path: string) {
  const parts = path.replace(/^\/api\/v4/, '').split('/');
  for (const [pattern, route] of Object.entries(routes)) {
    const [verb, template = ''] = pattern.split(' ');
    const wanted = template.split('/');
    const fits = wanted.length === parts.length && wanted.every((at, i) => at === '*' || at === parts[i]);
    if (verb === method && fits) return { route, parts: parts.filter((_, i) => wanted[i] === '*') };
  }
  return undefined;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
