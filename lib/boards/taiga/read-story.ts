import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { isForbidden, isNotFound } from './answer.ts';
import { readAs, type StoryDoc, type StoryRead, storyDoc } from './documents.ts';
import { storyPath, type Taiga } from './taiga.ts';

/** Reads a story. Undefined when it is gone, or in another project: nothing crosses the connection's project. */
export async function readStory(taiga: Taiga, id: string): Promise<StoryRead | undefined> {
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
  const revision = taiga.now();
  try {
    return take(taiga, await taiga.client.get(storyPath(id)), revision);
  } catch (error) {
    if (!isNotFound(error) && !isForbidden(error)) throw error;
    // Gone, in a project that we may not see, or we are shut out of our own: then this throws.
    await taiga.directory.reload();
    return undefined;
  }
}

/** Reads a story that is to be changed. */
export async function readPresent(taiga: Taiga, id: string): Promise<StoryRead> {
  const read = await readStory(taiga, id);
  if (!read) throw refuse(say('card-gone'));
  return read;
}

/** The last read of a story when it was a moment ago, else a new one. */
export async function readRecent(taiga: Taiga, id: string): Promise<StoryRead> {
  return taiga.recent.get(id) ?? readPresent(taiga, id);
}

/** Takes an answer that is a whole story, which has just come. Undefined for one of another project. */
export function take(taiga: Taiga, answer: unknown, revision: number): StoryRead | undefined {
  const read = { doc: readAs(storyDoc, answer, 'story'), revision, answered: taiga.now() };
  if (!isOurs(taiga, read.doc)) return undefined;
  taiga.recent.put(read);
  return read;
}

/** Whether a story is one of the connection's project. */
export function isOurs({ connection }: Taiga, { project }: StoryDoc): boolean {
  return String(project) === connection.board;
}
