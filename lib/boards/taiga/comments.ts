import type { CardComment, Marker } from '../../domain/card.ts';
import { type CommentHead, hashOfText } from '../../domain/card-details.ts';
import { carries, splitMarker, withMarker } from '../marker-line.ts';
import { isNotFound } from './answer.ts';
import { type CommentLocator, isLocated, readLocator } from './comment-locator.ts';
import { type HistoryEntry, historyDoc, readAs, type StoryRead } from './documents.ts';
import { patchStory } from './patch-story.ts';
import { readRecent, readStory } from './read-story.ts';
import type { Taiga } from './taiga.ts';
import { placeOfTask } from './tasks.ts';

/** Writes a comment that carries the marker. */
export async function addComment(taiga: Taiga, id: string, text: string, marker: Marker): Promise<StoryRead> {
  // Whether the story is one of our project's has to be known before.
  const before = await readRecent(taiga, id);
  // A2.3: a comment never conflicts, so any version will do.
  return patchStory(taiga, before, { comment: withMarker(text, marker), version: 1 });
}

/** Whether a comment with this marker was ever made on the card. */
export async function hasComment(taiga: Taiga, id: string, marker: Marker): Promise<boolean> {
  const found = await firstComment(taiga, 'userstory', id, ({ comment }) => carries(comment, marker));
  return found !== undefined;
}

/**
 * A stored comment of the card or of one of its tasks, without its marker line. Undefined when it is gone.
 * @param comment a history entry's id, or what a webhook tells of a comment (`CommentLocator`).
 */
export async function readComment(
  taiga: Taiga,
  id: string,
  comment: string,
): Promise<CardComment | undefined> {
  const locator = readLocator(comment);
  const [, task, onTask] = /^task:(\d+):([\da-f-]{36})$/.exec(comment) ?? [];
  const place = await placeOf(taiga, id, locator ?? (task ? { type: 'task', id: Number(task) } : undefined));
  if (!place) return undefined;
  const isMeant = (entry: HistoryEntry) =>
    locator
      ? isLocated(locator, entry.user?.pk ?? undefined, entry.comment)
      : entry.id === (onTask ?? comment);
  const found = await firstComment(
    taiga,
    place.type,
    place.id,
    (entry) => !entry.delete_comment_date && isMeant(entry),
  );
  return found && { ...toComment(found), id: idOf(place, found), ...('on' in place && { on: place.on }) };
}

/** A history entry's id; of a comment on a task, with the task's: `task:12:…`. */
function idOf(
  { type, id }: { readonly type: CommentLocator['type']; readonly id: string },
  entry: HistoryEntry,
): string {
  return type === 'task' ? `task:${id}:${entry.id}` : entry.id;
}

/** The comments that stand on a card itself, oldest first; those on its tasks are not among them. A call for every 200. */
export function listComments(taiga: Taiga, id: string): Promise<readonly CommentHead[]> {
  return listOn(taiga, { type: 'userstory', id });
}

/** The comments that stand on a task, oldest first. A call for every 200. */
export function listTaskComments(taiga: Taiga, id: number): Promise<readonly CommentHead[]> {
  return listOn(taiga, { type: 'task', id: String(id) });
}

async function listOn(taiga: Taiga, place: { readonly type: CommentLocator['type']; readonly id: string }) {
  const all: HistoryEntry[] = [];
  for await (const entries of commentPages(taiga, place.type, place.id)) all.push(...entries);
  const standing = all.filter((entry) => !entry.delete_comment_date);
  return standing.toReversed().map((entry) => ({
    id: idOf(place, entry),
    at: Date.parse(entry.created_at),
    says: hashOfText(splitMarker(entry.comment).text),
    ...(entry.user?.pk ? { author: String(entry.user.pk) } : {}),
  }));
}

/** Where the comment stands: on the card, or on a task that is one of the card's. Nothing crosses the connection's project. */
export async function placeOf(
  taiga: Taiga,
  id: string,
  locator: Pick<CommentLocator, 'type' | 'id'> | undefined,
) {
  const ours = taiga.recent.get(id) ?? (await readStory(taiga, id));
  if (!ours) return undefined;
  if (locator?.type !== 'task') return { type: 'userstory', id } as const;
  const stands = await placeOfTask(taiga, locator.id);
  if (stands?.story !== id) return undefined;
  return { type: 'task', id: String(locator.id), on: stands.name } as const;
}

/** The newest comment that is meant; no more pages are read than it takes. */
async function firstComment(
  taiga: Taiga,
  type: CommentLocator['type'],
  id: string,
  isMeant: (entry: HistoryEntry) => boolean,
): Promise<HistoryEntry | undefined> {
  for await (const entries of commentPages(taiga, type, id)) {
    const found = entries.find(isMeant);
    if (found) return found;
  }
  return undefined;
}

/** Rows a page: each has its whole text twice, and an answer may not grow without end. */
const pageSize = 200;

/**
 * A2.8: history is the only place where comments have ids. Newest first; none where the item has gone since it was read, but an error where we
 * are shut out, to whom all is gone. A real Taiga 6.10 gives
 * no more than 30 where no page is asked for.
 */
export async function* commentPages(
  { client, directory }: Taiga,
  type: CommentLocator['type'],
  id: string,
): AsyncGenerator<readonly HistoryEntry[]> {
  const path = `/history/${type}/${encodeURIComponent(id)}`;
  try {
    for await (const rows of client.pages(path, { type: 'comment' }, pageSize))
      yield readAs(historyDoc, rows, 'history');
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await directory.reload();
  }
}

function toComment({ id, comment, created_at, user }: HistoryEntry): CardComment {
  const username = user?.username ?? '';
  const name = user?.name || username;
  return {
    id,
    text: splitMarker(comment).text,
    at: Date.parse(created_at),
    ...(name === '' ? {} : { author: { id: String(user?.pk ?? ''), username, name } }),
  };
}
