import { stableId } from '../../domain/ids.ts';

/** The part of one showing that a post is. */
export type Part = 'card' | 'news' | 'answer';

/**
 * The number that a post's first row of components carries as its id, so that a later run finds the post hours later: all that a post can
 * carry unseen are 32 bits there (contract A1.8). Far above the numbers that Discord gives by itself.
 */
export function markOf(id: string, part: Part): number {
  const bits = Buffer.from(stableId(id, part), 'base64url').readUInt32BE(0);
  return (bits >>> 2) + 2 ** 30;
}

/** What makes Discord give back the first post instead of making a second one, for a few minutes: 25 characters at most (contract A2.1). */
export function nonceOf(id: string, part: Part): string {
  return stableId(id, part);
}
