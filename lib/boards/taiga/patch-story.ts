import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { isNotFound } from './answer.ts';
import type { StoryRead } from './documents.ts';
import { take } from './read-story.ts';
import { storyPath, type Taiga } from './taiga.ts';

/** Changes a story. The answer is the story as it is stored, so no read follows. */
export async function patchStory(taiga: Taiga, id: string, body: object): Promise<StoryRead> {
  const revision = taiga.now();
  try {
    const after = take(taiga, await taiga.client.patch(storyPath(id), body), revision);
    if (after) return after;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await taiga.directory.reload();
  }
  throw refuse(say('card-gone'));
}
