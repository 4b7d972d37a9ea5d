import type { BoardMember, Card, CardId } from '../../domain/card.ts';
import { splitMarker } from '../marker-line.ts';
import type { StoryDoc, StoryRead } from './documents.ts';
import { endOfDay } from './due.ts';
import { linkOfStory } from './link.ts';
import type { Taiga } from './taiga.ts';

/** The card that a story is, with names in place of ids. No call when the directory knows them all. */
export async function toCard(taiga: Taiga, { doc, revision, answered }: StoryRead): Promise<Card> {
  const { directory, connection, numbers, timezone } = taiga;
  const id = String(doc.id) as CardId;
  const columnId = String(doc.status ?? '');
  const [column, assignees] = await Promise.all([
    directory.column(columnId),
    Promise.all(assigneesOf(doc).map((person) => memberOf(taiga, String(person)))),
  ]);
  numbers.set(doc.ref, id);
  return {
    id,
    number: doc.ref,
    title: doc.subject,
    description: splitMarker(doc.description ?? '').text,
    column: column ?? { id: columnId, name: '?' },
    assignees,
    labels: tagsOf(doc).map((name) => ({ id: name, name })),
    ...(doc.due_date ? { due: endOfDay(doc.due_date, timezone) } : {}),
    archived: columnId === connection.archive,
    url: linkOfStory(connection, doc.ref),
    values: valuesOf(doc),
    revision,
    answered,
  };
}

/** What else of a story its webhooks tell (A1.5), as far as this answer has it: a row of a list has no description (A2.5). */
export function valuesOf(doc: StoryDoc): Card['values'] {
  const { description, points, milestone, epics, is_blocked, blocked_note } = doc;
  return {
    ...(typeof description === 'string' ? { description: splitMarker(description).text.trim() } : {}),
    ...(points ? { points: JSON.stringify(Object.entries(points).toSorted()) } : {}),
    ...(milestone === undefined ? {} : { sprint: String(milestone ?? '') }),
    ...(epics === undefined ? {} : { epic: idsOf(epics ?? []) }),
    ...(typeof is_blocked === 'boolean' ? { blocked: is_blocked ? `yes ${blocked_note ?? ''}` : '' } : {}),
  };
}

function idsOf(all: readonly { readonly id: number }[]): string {
  return all
    .map(({ id }) => id)
    .toSorted((one, other) => one - other)
    .join(' ');
}

/** Everyone a story is assigned to, the first of them as Taiga's main one (A2.11). */
export function assigneesOf({ assigned_to, assigned_users }: StoryDoc): readonly number[] {
  const main = typeof assigned_to === 'number' ? [assigned_to] : [];
  return [...new Set([...main, ...(assigned_users ?? [])])];
}

/** The names of a story's tags: they come with their colours. */
export function tagsOf({ tags }: StoryDoc): readonly string[] {
  return (tags ?? []).map((tag) => (typeof tag === 'string' ? tag : tag[0]));
}

/** Somebody of the project. Who has left it has no name there any more, but still an id. */
async function memberOf({ directory }: Taiga, id: string): Promise<BoardMember> {
  return (await directory.person(id)) ?? { id, username: '', name: '?' };
}
