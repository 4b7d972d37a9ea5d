import { parseMail } from '../../../lib/channels/email/read/parse.ts';
import type { SendRequest } from '../../../lib/local/mail/ses-protocol.ts';
import { asDelivered } from '../../../lib/local/mail/ses-rewrite.ts';

/** A mail that went out, as its reader gets it. */
export interface SentMail {
  readonly source: string;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
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
export function sentMail(request: SendRequest, id: string, region: string, at: number): SentMail {
  const delivered = asDelivered(request.raw, { id, at, region });
  const raw = delivered.toString('latin1');
  const { subject, text = '', html = '' } = parseMail(delivered);
  const headers = headersOf(raw);
  const { source, to: destinations, tags, configurationSet } = request;
  return {
    ...{ source, destinations, tags, configurationSet, id, to: destinations[0] ?? '' },
    ...{ messageId: headers['message-id']?.slice(1, -1) ?? '', raw, headers, subject, text, html },
  };
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
