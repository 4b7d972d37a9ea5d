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

type Field = (typeof kept)[number];

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
  const before = entries.slice(place + 1, place + 1 + others);
  const wasMeant = (field: Field, value: unknown) =>
    before.some((entry, at) => {
      const isByTheWay = isOurs(entry, self) && isUndoing(entry, field, before.slice(at + 1));
      return isSame(entry.diff[field]?.[1], value) && !isByTheWay;
    });
  const undone = kept.filter((field) => {
    const from = ours?.diff[field]?.[0];
    return from !== undefined && !(field in body) && wasMeant(field, from);
  });
  if (undone.length === 0) return undefined;
  return { ...Object.fromEntries(undone.map((field) => [field, ours?.diff[field]?.[0]])), version };
}

/**
 * Whether an entry of ours undid what an older one had written. We send one thing at a time: what stands beside a comment was not sent, nor was what
 * stands beside another field and is as it was before.
 */
function isUndoing({ comment, diff }: HistoryEntry, field: Field, older: readonly HistoryEntry[]): boolean {
  if (comment !== '') return true;
  const isAlone = kept.filter((each) => each in diff).length === 1;
  return !isAlone && older.some((entry) => isSame(entry.diff[field]?.[0], diff[field]?.[1]));
}

function isOurs({ user }: HistoryEntry, self: string): boolean {
  return String(user?.pk) === self;
}

/** Whether an entry is what a write left: it has its comment, or a value of it. */
function isOfWrite({ comment, diff }: HistoryEntry, body: Body): boolean {
  if (typeof body.comment === 'string') return comment.trim() === body.comment.trim();
  return Object.entries(body).some(([field, value]) => isSame(diff[field]?.[1], value));
}

/** Lists come in an order of their own, tags in lower case. */
function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && comparable(one) === comparable(other);
}

function comparable(value: unknown): string {
  const list = Array.isArray(value) ? value.map((each) => String(each).toLowerCase()).sort() : value;
  return JSON.stringify(list) ?? '';
}
