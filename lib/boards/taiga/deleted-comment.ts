import { isLocated, readLocator } from './comment-locator.ts';
import { commentPages, placeOf } from './comments.ts';
import type { HistoryEntry } from './documents.ts';
import type { Taiga } from './taiga.ts';

/**
 * Who deleted a comment, by their id. Its webhook names its author, whoever did it (A0.3); the history knows (A2.8).
 * @param comment what the webhook tells of it (`CommentLocator`). Of several that say the same, the one that was deleted last is meant.
 * @returns undefined when it is back, or nobody knows.
 */
export async function deleterOf(taiga: Taiga, id: string, comment: string): Promise<string | undefined> {
  const locator = readLocator(comment);
  const place = locator && (await placeOf(taiga, id, locator));
  if (!place) return undefined;
  const deleted: HistoryEntry[] = [];
  for await (const entries of commentPages(taiga, place.type, place.id)) {
    const isMeant = ({ user, comment: text }: HistoryEntry) =>
      isLocated(locator, user?.pk ?? undefined, text);
    deleted.push(...entries.filter((entry) => entry.delete_comment_date && isMeant(entry)));
  }
  const last = deleted.toSorted((one, other) => dateOf(one) - dateOf(other)).at(-1);
  const deleter = last?.delete_comment_user?.pk;
  return typeof deleter === 'number' ? String(deleter) : undefined;
}

function dateOf({ delete_comment_date: date }: HistoryEntry): number {
  return Date.parse(date ?? '');
}
