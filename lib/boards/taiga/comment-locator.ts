import { stableId } from '../../domain/ids.ts';

/**
 * Finds a comment again whose webhook gave no id (A1.5): what it stands under, who wrote it, and a hash of what it says. The text itself
 * stays out of the queue. Two comments of one author that say the same on the same item are one to it, which shows no difference.
 */
export interface CommentLocator {
  /** What the history is of: a story, or one of its tasks. */
  readonly type: 'userstory' | 'task';
  /** That story's or task's id. */
  readonly id: number;
  /** The author's id; undefined when Taiga did not say. */
  readonly author: number | undefined;
  readonly hash: string;
}

/** Writes a locator, for `Change.comment`: `userstory:12:7:…`. `text` is the raw comment, as the webhook and the history have it. */
export function writeLocator({ type, id, author }: Omit<CommentLocator, 'hash'>, text: string): string {
  return `${type}:${id}:${author ?? ''}:${hashOf(text)}`;
}

/** Reads a locator. Undefined for anything else, such as a history entry's own id. */
export function readLocator(written: string): CommentLocator | undefined {
  const [, type, id, author, hash = ''] = /^(userstory|task):(\d+):(\d*):([\w-]{22})$/.exec(written) ?? [];
  if (type !== 'userstory' && type !== 'task') return undefined;
  return { type, id: Number(id), author: author ? Number(author) : undefined, hash };
}

/** Whether a comment of the history is the one: its author's id and its raw text. */
export function isLocated(locator: CommentLocator, author: number | undefined, text: string): boolean {
  return (locator.author === undefined || locator.author === author) && locator.hash === hashOf(text);
}

/** Taiga keeps a comment as it was sent; white space at the ends is not a difference. */
function hashOf(text: string): string {
  return stableId('taiga-comment', text.trim());
}
