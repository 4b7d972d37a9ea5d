import { CardwireError, isRefusal, later, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { made, readAs } from './documents.ts';
import type { Edit } from './edit.ts';
import { type CardRead, readPresent } from './read-card.ts';
import { cardPath, type Wekan } from './wekan.ts';

const tries = 3;

/**
 * Writes a change and reads it back, because 200 is not success: a write takes only while its path names the card's current column
 * (A0.3). When the card moved in between, it is tried again where the card is now.
 */
export async function applyEdit(wekan: Wekan, id: string, edit: Edit): Promise<CardRead> {
  let before = await readPresent(wekan, id);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (edit.done(before.doc)) return before;
    // A2.5: nothing can be written on an archived card.
    if (before.doc.archived) throw refuse(say('board-card-archived'));
    const after = await write(wekan, before, edit);
    const took = edit.done(after.doc) || edit.took?.(before.doc, after.doc);
    if (took) return after;
    const stood = after.doc.listId === before.doc.listId && !after.doc.archived;
    if (stood) throw refuse(edit.ignored);
    before = after;
  }
  throw new CardwireError('wekan-card-keeps-moving', later);
}

/**
 * A server that fails in the middle may have done the work (A2.5: moves before v9.71), and an answer that is none of Wekan's says nothing:
 * the read-back decides.
 */
async function write(wekan: Wekan, { doc }: CardRead, edit: Edit): Promise<CardRead> {
  let failed: unknown;
  try {
    readAs(made, await wekan.client.put(cardPath(wekan, doc.listId, doc._id), edit.patch(doc)), 'edit');
  } catch (error) {
    if (isRefusal(error)) throw error;
    failed = error;
  }
  const after = await readPresent(wekan, doc._id);
  if (failed !== undefined && !edit.done(after.doc)) throw failed;
  return after;
}
