import { mayRead, mayWrite } from './access.ts';
import { ok, type SimAnswer } from './answers.ts';
import { route, type SimCall, type SimRoute } from './route.ts';
import { newId, type SimFile, stamp } from './world.ts';

/** A2.5: refusals of this API have a form of their own. */
const refused = (status: number, error: string): SimAnswer => ({ status, json: { success: false, error } });

export const attachmentRoutes: readonly SimRoute[] = [
  route('POST', '/api/attachment/upload', 'B', ({ world, version, user, body }) => {
    // A2.5: builds on Meteor 3 wait for a body that has been read already, and give up.
    if (!version.uploads) return refused(408, 'Request timeout');
    const { boardId, swimlaneId, listId, cardId, fileName, fileData, fileType } = body;
    mayWrite(world, user, String(boardId));
    const card = world.cards.find(({ _id }) => _id === cardId);
    // A2.5: swimlane and list must be the card's own.
    if (card?.boardId !== boardId || card?.listId !== listId || card?.swimlaneId !== swimlaneId)
      return refused(400, 'Card does not belong to this list or swimlane');
    // A2.5: refused, whatever an administrator allows.
    if (fileType === 'image/svg+xml') return refused(400, 'File type not allowed');
    const file = {
      _id: newId(),
      boardId: String(boardId),
      cardId: String(cardId),
      name: String(fileName),
      type: String(fileType ?? ''),
      bytes: Buffer.from(String(fileData), 'base64'),
      createdAt: stamp(world),
    };
    world.files.push(file);
    return ok({ success: true, attachmentId: file._id, fileName: file.name, fileSize: file.bytes.length });
  }),
  route('GET', '/api/attachment/list/:b', 'B', (call) =>
    listed(call, ({ boardId }) => boardId === call.params.b),
  ),
  route('GET', '/api/attachment/list/:b/:s/:l/:c', 'B', (call) =>
    listed(call, ({ cardId }) => cardId === call.params.c),
  ),
];

/** A2.5: those of a board, or of one card of it. */
function listed({ world, user, params }: SimCall, fits: (file: SimFile) => boolean): SimAnswer {
  mayRead(world, user, params.b);
  const attachments = world.files
    .filter(fits)
    .map(({ _id, name, type, bytes, boardId, cardId, createdAt }) => ({
      attachmentId: _id,
      fileName: name,
      fileSize: bytes.length,
      fileType: type,
      ...{ boardId, cardId, createdAt },
    }));
  return ok({ success: true, attachments, count: attachments.length });
}
