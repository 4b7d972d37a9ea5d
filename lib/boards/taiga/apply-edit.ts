import { CardwireError, later, refuse } from '../../domain/errors.ts';
import { isConflict, RejectedFields } from './answer.ts';
import type { StoryRead } from './documents.ts';
import type { Edit } from './edit.ts';
import { patchStory } from './patch-story.ts';
import { readPresent, readRecent } from './read-story.ts';
import type { Taiga } from './taiga.ts';

const tries = 3;

/**
 * Writes a change on what was read last. Somebody else's change of the same field in between is a conflict (A2.3): then the story is read
 * again, and the change made from that, three times at most.
 */
export async function applyEdit(taiga: Taiga, id: string, edit: Edit): Promise<StoryRead> {
  let before = await readRecent(taiga, id);
  // That there is nothing to do is believed of a new read only: nobody judges it but us.
  if (edit.done(before.doc)) before = await readPresent(taiga, id);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (edit.done(before.doc)) return before;
    try {
      return await patchStory(taiga, before, { ...edit.patch(before.doc), version: before.doc.version });
    } catch (error) {
      if (error instanceof RejectedFields) throw refuse(edit.refused);
      if (!isConflict(error)) throw error;
    }
    before = await readPresent(taiga, id);
  }
  throw new CardwireError('taiga-card-keeps-changing', later);
}
