import { readMailboxes } from './addresses.ts';
import { isArmoured, withoutSignature } from './armour.ts';
import { decodePart, isBodyPart, isOtherVersion, readBodyParts } from './body-parts.ts';
import { cleanLine } from './clean.ts';
import { readFile } from './file-parts.ts';
import { readInvite } from './invite.ts';
import { field, type Mailbox, type ParsedMail } from './mail.ts';
import { readMessageIds } from './message-ids.ts';
import { decodeFields } from './mime/fields.ts';
import { type Leaf, type Scan, scanMail } from './mime/scan.ts';
import { decodeWords } from './mime/words.ts';

/**
 * Reads a mail as it came over the wire. Never throws: what breaks a limit is `unreadable`, what is broken is read as far as it goes.
 * Files share the memory of `raw` where they are not encoded.
 */
export function parseMail(raw: Uint8Array): ParsedMail {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const scan = scanMail(bytes);
  return { ...readHeader(bytes, scan), ...(scan.unreadable ? unread(scan) : readContent(bytes, scan)) };
}

type Header = Omit<ParsedMail, keyof Content | 'unreadable'>;
type Content = Pick<ParsedMail, 'text' | 'html' | 'attachments' | 'calendar' | 'signed' | 'encrypted'>;

function readHeader(raw: Buffer, scan: Scan): Header {
  const charset = scan.type.params.charset ?? scan.leaves.find(isBodyPart)?.type.params.charset;
  const fields = decodeFields(scan.fields, charset);
  const value = (name: string) => field({ fields }, name) ?? '';
  const people = (name: string): readonly Mailbox[] => readMailboxes(value(name));
  const [messageId] = readMessageIds(value('message-id'));
  const [inReplyTo] = readMessageIds(value('in-reply-to'));
  const date = new Date(value('date'));
  return {
    ...(messageId && { messageId }),
    ...(inReplyTo && { inReplyTo }),
    references: readMessageIds(value('references')),
    from: people('from'),
    fromFields: countFrom(raw),
    to: people('to'),
    cc: people('cc'),
    replyTo: people('reply-to'),
    subject: cleanLine(decodeWords(value('subject'))),
    ...(!Number.isNaN(date.getTime()) && { date }),
    fields,
    mediaType: scan.type.value,
    mediaParams: scan.type.params,
    partTypes: scan.leaves.map(({ type }) => type.value),
  };
}

/** Longer headers are unreadable anyway. */
const LONGEST_HEADER = 1024 * 1024;

/** Counted on the bytes, lines that a bare carriage return begins included: another parser may have seen a field there. */
function countFrom(raw: Buffer): number {
  const text = raw.toString('latin1', 0, LONGEST_HEADER);
  const end = text.search(/\n\r?\n/);
  const header = end < 0 ? text : text.slice(0, end);
  return [...header.matchAll(/(?:^|[\r\n])from[ \t]{0,100}:/gi)].length;
}

function unread({ unreadable }: Scan): Content & Pick<ParsedMail, 'unreadable'> {
  return { ...(unreadable && { unreadable }), attachments: [], signed: false, encrypted: false };
}

function readContent(raw: Buffer, { leaves, type }: Scan): Content {
  const body = readBodyParts(raw, leaves);
  const bare = withoutSignature(body.text ?? '');
  const calendarPart = leaves.find((leaf) => leaf.type.value === 'text/calendar');
  const calendar = calendarPart && readInvite(decodePart(raw, calendarPart), calendarPart.type.params.method);
  const files = leaves.filter((leaf) => !isBodyPart(leaf) && !isOtherVersion(leaf));
  return {
    ...body,
    ...(bare !== undefined && { text: bare }),
    attachments: files.map((leaf, at) => readFile(raw, leaf, at + 1)),
    ...(calendar && { calendar }),
    signed: bare !== undefined || type.value === 'multipart/signed',
    encrypted: leaves.some(isEncrypted) || isArmoured(body.text ?? ''),
  };
}

/** PGP/MIME (RFC 3156) and S/MIME (RFC 8551), whose opaque signed form wraps the content in DER and is as closed to us. */
function isEncrypted({ type, within }: Leaf): boolean {
  const isSmime = /^application\/(?:x-)?pkcs7-mime$/.test(type.value);
  return isSmime || within.some((multipart) => multipart.type.value === 'multipart/encrypted');
}
