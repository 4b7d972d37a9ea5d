import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutbox } from './outbox.ts';
import { pageAt } from './page.ts';
import { createLocalSes, type SentMail, serveSes } from './ses.ts';

/** What stands in for SES, as it listens: an endpoint for the SDK, and a page for people, at one address. */
export interface PostOffice {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where it lives. */
export interface PostOfficeOptions {
  /** Where mails that went out are kept. */
  readonly folder: string;
  /** Any free one for 0, and when it is taken. */
  readonly port: number;
  /** Hears of each mail that went out. */
  readonly onSent?: (mail: SentMail) => void;
}

/** Nothing is fetched from anywhere, and no script runs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";

/** Starts it, on this machine alone. */
export async function openPostOffice({ folder, port, onSent }: PostOfficeOptions): Promise<PostOffice> {
  const outbox = createOutbox(folder);
  const keep = (mail: SentMail): void => {
    outbox.keep(mail);
    onSent?.(mail);
  };
  const answer = createLocalSes({ keep });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') return serveSes(request, response, answer);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const { status, type, body } = await pageAt(pathname, outbox);
    response.writeHead(status, { 'content-type': type, 'content-security-policy': policy });
    response.end(body);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await listen(server, port).catch(() => listen(server, 0));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
}
