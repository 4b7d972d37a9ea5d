import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AwsPlace } from '../../../lib/channels/email/parts.ts';
import { readSendRequest, refused, type SesAnswer, taken } from '../../../lib/local/mail/ses-protocol.ts';
import { openServer } from '../open-server.ts';
import { faultOf } from './check-mail.ts';
import { type SesFault, sesRefusals } from './faults.ts';

import { type SentMail, sentMail } from './sent-mail.ts';

/** A fake SES on loopback, reached by the AWS SDK: it takes mails, keeps them, and goes wrong as it is told. */
export interface SesSim {
  readonly place: AwsPlace;
  /** In the order they were taken. */
  readonly sent: readonly SentMail[];
  /** What a mail was refused for that no good program sends; empty when all is well. */
  readonly faults: readonly string[];
  /** The next calls go wrong in this way. */
  fail(fault: SesFault, times?: number): void;
  /** The mails to one address. */
  to(address: string): readonly SentMail[];
  /** Forgets a mail, as its reader may. */
  remove(messageId: string): void;
  stop(): Promise<void>;
}

/** Starts it on a port, any free one by default. */
export async function startSesSim(
  options: { readonly port?: number; readonly region?: string; readonly now?: () => number } = {},
): Promise<SesSim> {
  const { port = 0, region = 'eu-central-1', now = Date.now } = options;
  const sent: SentMail[] = [];
  const faults: string[] = [];
  const planned: SesFault[] = [];
  let count = 0;

  function take(body: string): SesAnswer {
    const request = readSendRequest(body);
    if (!request) return refused('InvalidAction', 'The action is not valid for this endpoint.', '0');
    const fault = faultOf(request);
    if (fault !== undefined) {
      faults.push(fault);
      return refused('InvalidParameterValue', fault, '0');
    }
    count += 1;
    const id = `0107019a${count.toString(16).padStart(8, '0')}-6f1c2d3e-4a5b-4c6d-8e7f-9a0b1c2d3e4f-000000`;
    sent.push(sentMail(request, id, region, now()));
    return taken(id, '0');
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const fault = planned.shift();
    if (fault?.kind === 'hang-up') return void response.destroy();
    const answer = fault?.kind === 'refuse' ? sesRefusals[fault.how] : take(body);
    if (fault?.kind === 'hang-up-after') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'text/xml' });
    response.end(answer.xml);
  }

  const server = await openServer(serve, port);
  return {
    place: {
      endpoint: server.url,
      region,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    },
    sent,
    faults,
    fail: (fault, times = 1) => void planned.push(...Array.from({ length: times }, () => fault)),
    to: (address) => sent.filter((mail) => mail.to === address),
    remove: (messageId) => {
      const at = sent.findIndex((mail) => mail.messageId === messageId);
      if (at >= 0) sent.splice(at, 1);
    },
    stop: server.stop,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
