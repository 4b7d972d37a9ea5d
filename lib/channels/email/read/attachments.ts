import { createHash } from 'node:crypto';
import { isDangerous } from './dangerous.ts';
import { isPixel } from './image-size.ts';
import type { MailFile } from './mail.ts';

/** A file that goes on the card. */
export interface ChosenFile extends MailFile {
  /** In hexadecimal: a file that the card has already need not come again with every answer. */
  readonly sha256: string;
}

/** Why a file does not go on the card. The first four are for people to be told; the rest nobody sent as a file. */
export type DropReason =
  | 'dangerous'
  | 'too-large'
  | 'too-many'
  | 'too-much'
  | 'empty'
  | 'decoration'
  | 'repeated'
  | 'signature'
  | 'outlook-data'
  | 'contact-card';

/** A file that does not go along to the card. */
export interface DroppedFile {
  readonly name: string;
  readonly why: DropReason;
  /** Whether people are told: by the name on the card and in the answer. */
  readonly told: boolean;
}

/** Which pictures the body refers to by content id: in the part that is kept, and in the quote or signature that is cut off. */
export interface PicturesSeen {
  readonly kept: ReadonlySet<string>;
  readonly cut: ReadonlySet<string>;
}

/** How large a file may be, and how many may go along. */
export interface FileLimits {
  readonly bytes: number;
  readonly count: number;
  /** Of all files together. */
  readonly bytesTogether: number;
}

/** As others have it (contract 3.6): 10 MiB a file; what SES lets in at most together. */
export const fileLimits: FileLimits = {
  bytes: 10 * 1024 * 1024,
  count: 20,
  bytesTogether: 30 * 1024 * 1024,
};

/** Pictures below this that stand in no text are logos. */
const LOGO_BYTES = 5 * 1024;

const told: ReadonlySet<DropReason> = new Set(['dangerous', 'too-large', 'too-many', 'too-much']);

const mediaTypes: readonly (readonly [RegExp, DropReason])[] = [
  [/^application\/(?:pgp-signature|(?:x-)?pkcs7-signature|pgp-encrypted)$/, 'signature'],
  [/^application\/(?:vnd\.)?ms-tnef$/, 'outlook-data'],
  [/^text\/(?:x-)?vcard$|^text\/directory$/, 'contact-card'],
];

const names: readonly (readonly [RegExp, DropReason])[] = [
  [/^smime\.p7s$|^signature\.asc$/i, 'signature'],
  [/^winmail\.dat$/i, 'outlook-data'],
  [/\.vcf$/i, 'contact-card'],
];

/**
 * Chooses what of a mail's files goes on the card. Archives go as they are, unopened. `known` are the hashes of what the card has: a
 * picture among them is a logo that comes with every mail of the thread.
 */
export function chooseFiles(
  attachments: readonly MailFile[],
  seen: PicturesSeen,
  limits: FileLimits = fileLimits,
  known: ReadonlySet<string> = new Set(),
): { readonly files: readonly ChosenFile[]; readonly dropped: readonly DroppedFile[] } {
  const files: ChosenFile[] = [];
  const dropped: DroppedFile[] = [];
  const hashes = new Set<string>();
  let together = 0;
  for (const file of attachments) {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const isRepeated = hashes.has(sha256) || (known.has(sha256) && isPicture(file));
    const limit = () => {
      if (file.bytes.length > limits.bytes) return 'too-large';
      if (files.length >= limits.count) return 'too-many';
      return together + file.bytes.length > limits.bytesTogether ? 'too-much' : undefined;
    };
    const why = unwanted(file, seen) ?? (isRepeated ? 'repeated' : undefined) ?? limit();
    hashes.add(sha256);
    if (why) dropped.push({ name: file.name, why, told: told.has(why) });
    else {
      together += file.bytes.length;
      files.push({ ...file, sha256 });
    }
  }
  return { files, dropped };
}

function unwanted(file: MailFile, seen: PicturesSeen): DropReason | undefined {
  const byType = mediaTypes.find(([pattern]) => pattern.test(file.mediaType));
  const byName = names.find(([pattern]) => pattern.test(file.name));
  if (byType ?? byName) return (byType ?? byName)?.[1];
  if (isDangerous(file.name, file.bytes)) return 'dangerous';
  if (file.bytes.length === 0) return 'empty';
  return isPicture(file) && isDecoration(file, seen) ? 'decoration' : undefined;
}

/** A picture that somebody attached is a file; one that stands in the text is content; any other is a logo if it is small or cut off. */
function isDecoration(
  { contentId = '', disposition, bytes }: MailFile,
  { kept, cut }: PicturesSeen,
): boolean {
  if (isPixel(bytes)) return true;
  if (kept.has(contentId)) return false;
  if (cut.has(contentId)) return true;
  return disposition !== 'attachment' && contentId !== '' && bytes.length < LOGO_BYTES;
}

function isPicture({ mediaType }: MailFile): boolean {
  return mediaType.startsWith('image/');
}
