import MailComposer from 'nodemailer/lib/mail-composer';
import type { Language } from '../../../../schemas/team.ts';
import { LOOP_HEADER } from '../loop-header.ts';
import { cleanLine } from '../read/clean.ts';
import { markerLines } from '../read/trim/marker.ts';
import { asHtml } from './as-html.ts';
import { asText } from './as-text.ts';
import type { Block } from './block.ts';

/** A mail before it is put into MIME. Addresses are single ones; Message-IDs have no brackets. */
export interface Letter {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** `auto-replied` answers one mail, `auto-generated` tells news (RFC 3834). */
  readonly automatic: 'auto-replied' | 'auto-generated';
  /** SES replaces it. */
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly references: readonly string[];
  /** Whose mail it is, to know it by when it comes back. */
  readonly loop: string;
  /** `List-Id` and what unsubscribes, where something does. */
  readonly list?: {
    readonly id: string;
    readonly page: string;
    readonly address: string;
  };
}

/**
 * The whole MIME text: a text part and an HTML part, headers of contract 2.2. No `Precedence`: some take such mail for bulk. Nothing in it is
 * fetched from anywhere, and no value can begin a header of its own.
 */
export function compose(letter: Letter): Promise<Uint8Array> {
  const { from, to, replyTo, subject, language, blocks, messageId, inReplyTo, references } = letter;
  const marker = markerLines[language];
  const [answered] = bracketed([inReplyTo]);
  const composer = new MailComposer({
    // Objects: a text would be read as a list of addresses.
    from: { name: cleanLine(from.name), address: from.address },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject: cleanLine(subject),
    text: asText(marker, blocks),
    html: asHtml(marker, blocks, language),
    textEncoding: 'quoted-printable',
    encoding: 'utf-8',
    messageId: `<${messageId}>`,
    ...(answered === undefined ? {} : { inReplyTo: answered }),
    references: bracketed(references),
    headers: headersOf(letter),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

/** Letters, digits and signs of ours alone: they are written as they are, without a mail composer's care for what people write. */
function headersOf({
  automatic,
  language,
  loop,
  list,
}: Letter): Record<string, { prepared: true; value: string }> {
  const headers = {
    'Auto-Submitted': automatic,
    'X-Auto-Response-Suppress': 'All',
    [LOOP_HEADER]: loop,
    'Content-Language': language,
    ...(list && {
      'List-Id': `<${list.id}>`,
      'List-Unsubscribe': `<${list.page}>,\r\n <mailto:${list.address}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }] as const),
  );
}

/** Message-IDs in their brackets. What can be none in a header is left out: anybody may have written it. */
function bracketed(ids: readonly string[]): string[] {
  return ids.filter((id) => /^[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(id)).map((id) => `<${id}>`);
}
