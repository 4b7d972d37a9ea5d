import { cleanLine } from './clean.ts';
import type { MailFile } from './mail.ts';
import type { Leaf } from './mime/scan.ts';
import { decodeTransfer } from './mime/transfer.ts';

const LONGEST_NAME = 120;

/** Endings for files that came without a name. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
  'message/rfc822': 'eml',
};

/** A leaf as a file. `number` counts the mail's files from 1, for a name where there is none. */
export function readFile(raw: Buffer, leaf: Leaf, number: number): MailFile {
  const { type, disposition, encoding, start, end } = leaf;
  const named = fileName(disposition.params.filename ?? type.params.name ?? '');
  const ending = endings[type.value];
  const contentId = cleanLine(leaf.contentId.replace(/^<|>$/g, ''));
  return {
    name: named || `${kindOf(type.value)}-${number}${ending ? `.${ending}` : ''}`,
    mediaType: type.value,
    disposition: disposition.value,
    ...(contentId && { contentId }),
    bytes: decodeTransfer(raw.subarray(start, end), encoding),
  };
}

function kindOf(mediaType: string): string {
  if (mediaType === 'text/calendar') return 'invitation';
  return /^(image|audio|video|message|text)\//.exec(mediaType)?.[1] ?? 'file';
}

/** No path, nothing invisible, no dots or blanks at the end (Windows drops them: `virus.exe.`); a long name keeps its ending. */
function fileName(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? '';
  const plain = cleanLine(last)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[. ]{1,1000}$/, '');
  if (plain.length <= LONGEST_NAME) return plain;
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, LONGEST_NAME - ending.length).toWellFormed() + ending;
}
