import type { CardFile } from '../../domain/card.ts';
import type { FileHead } from '../../domain/card-details.ts';
import { CardwireError, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { isNotFound, isPage } from './answer.ts';
import { path } from './client.ts';
import { filesAnswer, readAs, uploadAnswer } from './documents.ts';
import { type CardRead, readPresent } from './read-card.ts';
import type { Wekan } from './wekan.ts';

/**
 * Puts a file on a card, by the upload that servers have since v8.01 and many of them only on paper (A2.5: builds on Meteor 3 answer
 * nothing, or fail inside). Such a server is told apart from one that is down by a read that works: then nobody tries for days.
 * @throws CardwireError a refusal: `board-file-refused` for this file, `board-cannot` for every file.
 */
export async function attachFile(wekan: Wekan, id: string, file: CardFile): Promise<CardRead> {
  const read = await readPresent(wekan, id);
  try {
    await upload(wekan, read, file);
    return read;
  } catch (error) {
    if (isFileRefused(error)) throw refuse(say('board-file-refused', { name: file.name }));
    if (!isUploadBroken(error)) throw error;
    const now = await readPresent(wekan, id);
    if (await hasFile(wekan, now, file)) return now;
    throw refuse(say('board-cannot', { verb: file.type }));
  }
}

/**
 * Whether the card has this file, as far as a name and a size tell. No where the server lists none; it says so twice, as a proxy's own page may
 * stand there for a moment.
 */
export async function hasFile(wekan: Wekan, read: CardRead, file: CardFile): Promise<boolean> {
  const files =
    (await filesOn(wekan, read)) ?? (await filesOn(wekan, await readPresent(wekan, read.doc._id)));
  const size = file.bytes.byteLength;
  return files?.some(({ fileName, fileSize }) => fileName === file.name && fileSize === size) ?? false;
}

/** Undefined where the server does not list them. */
async function filesOn({ client }: Wekan, { doc }: CardRead) {
  const list = path`/api/attachment/list/${doc.boardId}/${doc.swimlaneId ?? ''}/${doc.listId}/${doc._id}`;
  try {
    return readAs(filesAnswer, await client.get(list), 'files').attachments;
  } catch (error) {
    if (isNotFound(error) || isPage(error)) return undefined;
    throw error;
  }
}

/** The files of every card of the board, by card id, with one call. Undefined where the server does not list them (before v8.01, A2.5). */
export async function listFiles({
  client,
  connection,
}: Wekan): Promise<ReadonlyMap<string, readonly FileHead[]> | undefined> {
  try {
    const answer = await client.get(path`/api/attachment/list/${connection.board}`);
    const files = new Map<string, FileHead[]>();
    for (const { attachmentId, fileName, cardId } of readAs(filesAnswer, answer, 'files').attachments) {
      if (!cardId) continue;
      files.set(cardId, [...(files.get(cardId) ?? []), { id: attachmentId, name: fileName }]);
    }
    return files;
  } catch (error) {
    if (isNotFound(error) || isPage(error)) return undefined;
    throw error;
  }
}

async function upload(
  { client }: Wekan,
  { doc }: CardRead,
  { name, mediaType, bytes }: CardFile,
): Promise<void> {
  const answer = await client.post('/api/attachment/upload', {
    boardId: doc.boardId,
    // A2.5: swimlane and list must be the card's own.
    swimlaneId: doc.swimlaneId ?? '',
    listId: doc.listId,
    cardId: doc._id,
    fileName: name,
    fileType: mediaType,
    fileData: Buffer.from(bytes).toString('base64'),
  });
  readAs(uploadAnswer, answer, 'upload');
}

function isFileRefused(error: unknown): boolean {
  return error instanceof CardwireError && ['wekan-rejected', 'http-too-large'].includes(error.code);
}

const broken = [
  'wekan-unavailable',
  'wekan-not-found',
  'wekan-not-json',
  'wekan-unexpected-upload',
  'http-timeout',
];

function isUploadBroken(error: unknown): boolean {
  return error instanceof CardwireError && broken.includes(error.code);
}
