import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { isConflict, isNotFound, RejectedFields } from './answer.ts';
import type { StoryRead } from './documents.ts';
import { take } from './read-story.ts';
import { storyPath, type Taiga } from './taiga.ts';
import { type Body, undoneBy } from './undone.ts';

/** So often is put back what a write has undone: putting back may cross the next one's write. */
const tries = 3;

/**
 * Changes a story. The answer is the story as it is stored, so no read follows, unless others have written since.
 * @param before what was read last.
 * @param body with the version that Taiga is to judge by.
 */
export async function patchStory(taiga: Taiga, before: StoryRead, body: Body): Promise<StoryRead> {
  let [base, sent, after] = [before, body, await patch(taiga, before, body)];
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const others = after.doc.version - base.doc.version - 1;
    const undone = others > 0 ? await undoneBy(taiga, sent, after.doc, others) : undefined;
    if (!undone) return after;
    try {
      [base, sent, after] = [after, undone, await patch(taiga, after, undone)];
    } catch (error) {
      // Somebody has written the same since: theirs is the last word.
      if (isConflict(error) || error instanceof RejectedFields) return after;
      throw error;
    }
  }
  return after;
}

async function patch(taiga: Taiga, { doc: { id } }: StoryRead, body: Body): Promise<StoryRead> {
  const revision = taiga.now();
  try {
    const after = take(taiga, await taiga.client.patch(storyPath(String(id)), body), revision);
    if (after) return after;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await taiga.directory.reload();
  }
  throw refuse(say('card-gone'));
}
