import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CardwireError } from '../../lib/domain/errors.ts';
import { createHttp } from '../../lib/http/create-http.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const made = createServer(answer);
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

/** What a call fails with. */
async function failed(call: Promise<unknown>): Promise<CardwireError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CardwireError)) throw new Error('it did not fail as it should');
  return error;
}

describe('an outgoing call', () => {
  const http = createHttp({ allowPrivate: true, maxBytes: 1000 });
  const impatient = createHttp({ allowPrivate: true, timeoutMs: 200 });

  test('sends JSON and gives back status, first header values and JSON', async () => {
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.writeHead(201, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(
        JSON.stringify({
          got: JSON.parse(Buffer.concat(chunks).toString()),
          type: request.headers['content-type'],
        }),
      );
    });
    const response = await http.send({ method: 'POST', url, body: { text: 'Grüße' } });
    expect(response.status).toBe(201);
    expect(response.headers['set-cookie']).toBe('a=1');
    expect(response.json).toEqual({ got: { text: 'Grüße' }, type: 'application/json' });
  });

  test('sends a form with a file as multipart, whatever the file is called', async () => {
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const type = request.headers['content-type'] ?? '';
      const form = await new Response(Buffer.concat(chunks), {
        headers: { 'Content-Type': type },
      }).formData();
      const file = form.get('file');
      const got = file instanceof File ? [file.name, file.type, [...(await file.bytes())]] : [];
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify([form.get('card'), ...got]));
    });
    const body = new FormData();
    body.set('card', '42');
    body.set(
      'file',
      new Blob([new Uint8Array([0, 13, 10, 255])], { type: 'image/png' }),
      'Größe\r\nX: y.png',
    );
    const { json } = await http.send({ method: 'POST', url, body });
    expect(json).toEqual(['42', expect.stringMatching(/^Größe.*X: y\.png$/s), 'image/png', [0, 13, 10, 255]]);
  });

  test.each([
    ['text/html', '<html>', undefined],
    ['text/plain', '{"a":1}', undefined],
    ['application/json', '{"a":', undefined],
    ['application/json', '', undefined],
    ['application/problem+json', '{"a":1}', { a: 1 }],
  ])('of type %s with %s is JSON only when it is', async (type, text, json) => {
    const url = await serve((_request, response) =>
      response.writeHead(500, { 'Content-Type': type }).end(text),
    );
    expect(await http.send({ method: 'GET', url })).toMatchObject({
      status: 500,
      contentType: type,
      text,
      json,
    });
  });

  test('follows no redirect', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(302, { Location: 'http://10.0.0.1/' }).end(),
    );
    expect((await http.send({ method: 'GET', url })).status).toBe(302);
  });

  test('is given up when no answer comes', async () => {
    const url = await serve(() => undefined);
    expect(await failed(impatient.send({ method: 'GET', url }))).toMatchObject({
      code: 'http-timeout',
      retry: { when: 'later' },
    });
  });

  test('is given up when the answer never ends', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('a'));
    expect((await failed(impatient.send({ method: 'GET', url }))).code).toBe('http-timeout');
  });

  test('does not read more than it may', async () => {
    const url = await serve((_request, response) => response.end('a'.repeat(2000)));
    expect(await failed(http.send({ method: 'GET', url }))).toMatchObject({
      code: 'http-too-large',
      retry: { when: 'never' },
    });
  });

  test('does not send more than it may, as a form or as JSON', async () => {
    const url = await serve((request, response) => void request.resume().on('end', () => response.end()));
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(2000)]), 'big');
    for (const body of [form, { text: 'a'.repeat(2000) }]) {
      expect(await failed(http.send({ method: 'POST', url, body }))).toMatchObject({
        code: 'http-too-large',
        retry: { when: 'never' },
      });
    }
  });

  test('to a place where nobody listens may work later', async () => {
    const error = await failed(http.send({ method: 'GET', url: 'http://127.0.0.1:9/' }));
    expect(error).toMatchObject({ code: 'http-unreachable', retry: { when: 'later' } });
  });

  test('repeats a read, and no write, when a kept connection turns out to be closed', async () => {
    const sockets = new Map<unknown, number>();
    const url = await serve((request, response) => {
      const used = (sockets.get(request.socket) ?? 0) + 1;
      sockets.set(request.socket, used);
      if (used > 1) request.socket.resetAndDestroy();
      else response.end('ok');
    });
    await http.send({ method: 'GET', url });
    expect((await http.send({ method: 'GET', url })).text).toBe('ok');
    expect((await failed(http.send({ method: 'POST', url, body: {} }))).code).toBe('http-unreachable');
  });

  test('tells nothing about the request when it fails', async () => {
    const headers = { Authorization: 'Bearer top-secret' };
    const error = await failed(
      http.send({ method: 'POST', url: 'http://127.0.0.1:9/seal', headers, body: { a: 'word' } }),
    );
    expect(JSON.stringify(error) + error.stack + String(error.cause)).not.toMatch(/top-secret|seal|word/);
  });
});

describe('the address guard', () => {
  test('refuses a private address, written out or behind a name', async () => {
    const url = await serve((_request, response) => response.end('reached'));
    const http = createHttp({ allowPrivate: false });
    const byName = url.replace('127.0.0.1', 'localhost');
    for (const target of [url, byName, 'http://[::1]:9/', 'file:///etc/passwd']) {
      const error = await failed(http.send({ method: 'GET', url: target }));
      expect(error).toMatchObject({ code: 'http-address-refused', retry: { when: 'never' } });
    }
  });
});
