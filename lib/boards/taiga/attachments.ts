import type { CardFile, Marker } from '../../domain/card.ts';
import type { FileHead } from '../../domain/card-details.ts';
import { CardwireError, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { carries, withMarker } from '../marker-line.ts';
import { type FileRow, fileRow, readAs, type StoryRead } from './documents.ts';
import { readPresent, readRecent } from './read-story.ts';
import type { Taiga } from './taiga.ts';

const filesPath = '/userstories/attachments';

/**
 * Puts a file on a story. Its description carries the marker (A2.10).
 * @throws CardwireError a refusal, `board-file-refused`, for a file that Taiga or the proxy before it does not take.
 */
export async function attachFile(
  taiga: Taiga,
  id: string,
  file: CardFile,
  marker: Marker,
): Promise<StoryRead> {
  const read = await readRecent(taiga, id);
  const form = new FormData();
  form.set('project', taiga.connection.board);
  form.set('object_id', id);
  form.set('description', withMarker('', marker));
  form.set('attached_file', new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }), file.name);
  try {
    await taiga.client.post(filesPath, form);
  } catch (error) {
    if (!isRefused(error)) throw error;
    // A2.10: for a story that went meanwhile the same 400 is answered.
    await readPresent(taiga, id);
    throw refuse(say('board-file-refused', { name: file.name }));
  }
  return read;
}

/** Whether a file with this marker is on the story. */
export async function hasFile(taiga: Taiga, id: string, marker: Marker): Promise<boolean> {
  for await (const rows of filesOf(taiga, id)) {
    if (rows.some(({ description }) => carries(description ?? '', marker))) return true;
  }
  return false;
}

/** The files on a story but those that are marked as out of date: lists of stories leave these out. */
export async function listFiles(taiga: Taiga, id: string): Promise<readonly FileHead[]> {
  const files: FileHead[] = [];
  for await (const rows of filesOf(taiga, id)) {
    const current = rows.filter(({ is_deprecated }) => !is_deprecated);
    files.push(...current.map(fileHead));
  }
  return files;
}

/** A file goes by the name that it is kept under: lists of stories and webhooks know no other. */
export function fileHead({ id, attached_file }: Pick<FileRow, 'id' | 'attached_file'>): FileHead {
  return { id: String(id), name: attached_file?.split('/').at(-1) ?? '' };
}

async function* filesOf({ client, connection }: Taiga, id: string) {
  for await (const rows of client.pages(filesPath, { project: connection.board, object_id: id }))
    yield rows.map((row) => readAs(fileRow, row, 'files'));
}

function isRefused(error: unknown): boolean {
  return error instanceof CardwireError && ['taiga-rejected', 'http-too-large'].includes(error.code);
}
