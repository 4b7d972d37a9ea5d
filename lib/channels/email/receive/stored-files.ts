import type { EventFile } from '../../../../schemas/asked.ts';
import type { ChosenFile } from '../read/attachments.ts';

/** A file of a mail as it is to be stored, for the dispatcher to fetch. */
export interface StoredFile {
  readonly key: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Where the files of an event are stored: the same names whenever the same mail comes. */
export function storedFiles(
  event: string,
  files: readonly ChosenFile[],
): { readonly stored: readonly StoredFile[]; readonly files: EventFile[] } {
  const stored = files.map(({ mediaType, bytes }, at) => ({ key: `files/${event}/${at}`, mediaType, bytes }));
  return {
    stored,
    files: files.map(({ name, mediaType, bytes }, at) => ({
      ...{ name, mediaType, size: bytes.length },
      from: `files/${event}/${at}`,
    })),
  };
}
