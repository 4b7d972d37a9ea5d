import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Door } from '../../lib/doors/door.ts';
import { httpEvent } from './http-event.ts';

export interface ServedDoors {
  readonly url: string;
  stop(): Promise<void>;
}

/** Puts doors on real HTTP, as API Gateway would: the first part of the path is the function's name. */
export async function serveDoors(doors: Readonly<Record<string, Door>>): Promise<ServedDoors> {
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://doors');
    const door = doors[pathname.split('/')[1] ?? ''];
    const answer = await door?.(
      httpEvent({
        method: request.method ?? 'GET',
        path: pathname,
        query: search.slice(1),
        headers: flat(request),
        body: await read(request),
      }),
    );
    const headers = Object.entries(answer?.headers ?? {}).map(
      ([name, value]) => [name, String(value)] as const,
    );
    response.writeHead(answer?.statusCode ?? 404, Object.fromEntries(headers));
    response.end(answer?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function flat({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
