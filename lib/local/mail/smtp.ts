import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Incoming } from './receive.ts';

/** What SES takes in at most, with all that is in the mail (contract 1.1). Bytes. */
const LARGEST = 40 * 1024 * 1024;

/** An SMTP server as it listens. */
export interface Smtp {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Listens for mail on this machine alone: nobody here looks at signatures, so whoever reaches it writes as anyone. Takes mail for every address;
 * whose it is, is found out later, as SES does not know it either.
 * @param receive resolves when the mail is not lost any more.
 * @throws the error of the socket when the port is taken.
 */
export async function openSmtp(port: number, receive: (mail: Incoming) => Promise<unknown>): Promise<Smtp> {
  const server = new SMTPServer({
    size: LARGEST,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData: (stream, { envelope }, answer) => {
      const source = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const recipients = envelope.rcptTo.map(({ address }) => address);
      taken(stream)
        .then((raw) => receive({ source, recipients, raw }))
        .then(
          () => answer(),
          (error) => answer(refusal(error)),
        );
    },
  });
  // A client that hangs up in the middle is its own problem.
  server.on('error', () => undefined);
  const listening = once(server.server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

class TooLarge extends Error {}

async function taken(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as Readable) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw new TooLarge();
  return Buffer.concat(chunks);
}

/** Too large is final, anything else may go better in a while. */
function refusal(error: unknown): Error {
  const tooLarge = error instanceof TooLarge;
  const text = tooLarge ? 'Message exceeds fixed maximum message size' : 'Not stored, try again';
  return Object.assign(new Error(text), { responseCode: tooLarge ? 552 : 451 });
}
