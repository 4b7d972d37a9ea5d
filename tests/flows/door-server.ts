import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Door } from '../../lib/doors/door.ts';
import { httpEvent } from '../doors/http-event.ts';

/** The HTTP API in front of the doors: routes by the first part of the path, as serverless.yml does. */
export async function startDoors(
  doors: Readonly<Record<string, Door>>,
): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://doors');
    const door = doors[url.pathname.split('/')[1] ?? ''];
    if (!door) return response.writeHead(404).end();
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const event = httpEvent({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.search.slice(1),
      headers: Object.fromEntries(headers),
      body: Buffer.concat(chunks),
    });
    const requestContext = { ...event.requestContext, requestId: randomUUID() };
    const answer = await door({ ...event, requestContext });
    response.writeHead(answer.statusCode ?? 200, answer.headers as Record<string, string>);
    return response.end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
