import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { localRegion } from '../credentials.ts';
import { readSendRequest, refused, type SendRequest, type SesAnswer, taken } from './ses-protocol.ts';
import { asDelivered } from './ses-rewrite.ts';

/** A mail that went out. */
export interface SentMail extends Omit<SendRequest, 'raw'> {
  /** SES's own id; `<id>@<region>.amazonses.com` is the Message-ID that its reader sees. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** As its reader gets it: SES has put its own Message-ID and date in. */
  readonly raw: Buffer;
}

/** What stands in for SES works with. */
export interface LocalSesParts {
  /** Keeps a mail. It is answered for only after this. */
  readonly keep: (mail: SentMail) => void | Promise<void>;
  /** Epoch milliseconds; the machine's clock when absent. */
  readonly now?: () => number;
  /** The region in Message-IDs. */
  readonly region?: string;
}

/**
 * Makes what stands in for SES's `SendRawEmail`: it keeps what it takes and sends nothing anywhere.
 * @returns a function from a request's body to its answer.
 */
export function createLocalSes({ keep, now = Date.now, region = localRegion }: LocalSesParts) {
  return async (body: string): Promise<SesAnswer> => {
    const request = readSendRequest(body);
    if (!request) return refused('InvalidAction', 'Only SendRawEmail is known here.', randomUUID());
    const id = newMessageId();
    const at = now();
    await keep({ ...request, id, at, raw: asDelivered(request.raw, { id, at, region }) });
    return taken(id, randomUUID());
  };
}

/** Reads a request over HTTP, and writes what `answer` makes of it. */
export async function serveSes(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (body: string) => Promise<SesAnswer>,
): Promise<void> {
  const { status, xml } = await answer((await buffer(request)).toString('utf8'));
  response.writeHead(status, { 'content-type': 'text/xml' });
  response.end(xml);
}

/** As SES makes them: hexadecimal digits and dashes. */
export function newMessageId(): string {
  return `0107${randomBytes(6).toString('hex')}-${randomUUID()}-000000`;
}
