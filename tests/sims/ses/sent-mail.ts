import { parseMail } from '../../../lib/channels/email/read/parse.ts';
import type { SendRawEmail } from './query.ts';

/** A mail that went out, as its reader gets it. */
export interface SentMail extends Omit<SendRawEmail, 'raw'> {
  /** SES's id, and the Message-ID that it wrote from it. */
  readonly id: string;
  readonly messageId: string;
  readonly to: string;
  /** With the headers that SES has put in the place of ours. */
  readonly raw: string;
  /** Unfolded and decoded no further, by name in lower case; of a repeated one the last. */
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail as SES sends it on: Message-ID and Date are SES's own (contract 2.1). */
export function sentMail(request: SendRawEmail, id: string, region: string, now: number): SentMail {
  const messageId = `${id}@${region === 'us-east-1' ? 'email' : region}.amazonses.com`;
  const raw = rewritten(request.raw.toString('latin1'), messageId, now);
  const { subject, text = '', html = '' } = parseMail(Buffer.from(raw, 'latin1'));
  const { source, destinations, tags, configurationSet } = request;
  return {
    ...{ source, destinations, tags, configurationSet, id, messageId, to: destinations[0] ?? '', raw },
    ...{ headers: headersOf(raw), subject, text, html },
  };
}

function rewritten(raw: string, messageId: string, now: number): string {
  const [header = '', ...body] = raw.split('\r\n\r\n');
  const kept = fieldsOf(header).filter((field) => !/^(message-id|date):/i.test(field));
  const own = [`Message-ID: <${messageId}>`, `Date: ${new Date(now).toUTCString()}`];
  return [[...kept, ...own].join('\r\n'), ...body].join('\r\n\r\n');
}

/** The header's fields, folded as they are. */
export function fieldsOf(header: string): readonly string[] {
  return header.split(/\r\n(?![ \t])/);
}

function headersOf(raw: string): Record<string, string> {
  const fields = fieldsOf(raw.slice(0, raw.indexOf('\r\n\r\n')));
  return Object.fromEntries(
    fields.map((field) => {
      const colon = field.indexOf(':');
      return [
        field.slice(0, colon).toLowerCase(),
        field
          .slice(colon + 1)
          .replaceAll('\r\n', '')
          .trim(),
      ];
    }),
  );
}
