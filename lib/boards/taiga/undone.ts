import { type HistoryEntry, historyDoc, readAs, type StoryDoc } from './documents.ts';
import type { Taiga } from './taiga.ts';

/** What is kept in a story's own row, by the names that both PATCH and history have for it. */
const kept = [
  'subject',
  'description',
  'status',
  'tags',
  'due_date',
  'is_blocked',
  'blocked_note',
  'milestone',
] as const;

/** A PATCH's body. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * What a write of ours has undone. A real Taiga 6.10 reads a story, judges the version and saves all of the story, and locks nothing meanwhile
 * (A2.3): of two writes that cross both are answered with 200, and the later one undoes the earlier, also when it was nothing but a comment. Its
 * own entry in the history then tells of fields that nobody sent. The version tells that there was another write, unless that was a drag.
 * @param body what we sent.
 * @param after what Taiga answered.
 * @param others how many writes of others were stored between what we had read and ours.
 * @returns a PATCH's body that puts it back, with its version; undefined for nothing.
 */
export async function undoneBy(
  taiga: Taiga,
  body: Body,
  { id, version }: StoryDoc,
  others: number,
): Promise<Body | undefined> {
  const entries = readAs(historyDoc, await taiga.client.get(`/history/userstory/${id}`), 'history');
  const { self } = taiga.connection;
  const place = entries.findIndex((entry) => isOurs(entry, self) && isOfWrite(entry, body));
  const ours = entries[place];
  // A comment of ours never means a field: what its entry has of them was undone as well.
  const before = entries.slice(place + 1, place + 1 + others);
  const meant = before.filter((entry) => !isOurs(entry, self) || entry.comment === '');
  const undone = ours && undoneFields(ours, meant, body);
  return undone && Object.keys(undone).length > 0 ? { ...undone, version } : undefined;
}

function isOurs({ user }: HistoryEntry, self: string): boolean {
  return String(user?.pk) === self;
}

/** Whether an entry is what a write left: it has its comment, or a value of it. */
function isOfWrite({ comment, diff }: HistoryEntry, body: Body): boolean {
  if (typeof body.comment === 'string') return comment.trim() === body.comment.trim();
  return Object.entries(body).some(([field, value]) => isSame(diff[field]?.[1], value));
}

/** The fields that an entry changed though nobody sent them, with what one of the entries before it had written there. */
function undoneFields({ diff: ours }: HistoryEntry, before: readonly HistoryEntry[], body: Body): Body {
  const fields = kept.filter((field) => {
    const from = ours[field]?.[0];
    const wasWritten = before.some(({ diff }) => isSame(diff[field]?.[1], from));
    return from !== undefined && !(field in body) && wasWritten;
  });
  return Object.fromEntries(fields.map((field) => [field, ours[field]?.[0]]));
}

/** Lists come in an order of their own, tags in lower case. */
function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && comparable(one) === comparable(other);
}

function comparable(value: unknown): string {
  const list = Array.isArray(value) ? value.map((each) => String(each).toLowerCase()).sort() : value;
  return JSON.stringify(list) ?? '';
}
