import type { Card } from '../../domain/card.ts';
import type { CardQuery } from '../board.ts';
import { isNotFound } from './answer.ts';
import type { Query } from './client.ts';
import { readAs, type StoryDoc, type StoryRead, storyDoc } from './documents.ts';
import { endOfDay } from './due.ts';
import { isOurs, take } from './read-story.ts';
import { toCard } from './story-card.ts';
import type { Taiga } from './taiga.ts';

/** Finds cards. Taiga filters by all that is asked for but the due date, and pages hold no more than is wanted. */
export async function searchCards(taiga: Taiga, query: CardQuery): Promise<readonly Card[]> {
  if (query.number !== undefined) return byNumber(taiga, query.number);
  const { limit, dueBefore } = query;
  const found: StoryRead[] = [];
  const size = dueBefore === undefined ? Math.min(limit, 1000) : undefined;
  for await (const rows of openStories(taiga, filtersOf(query), size)) {
    found.push(...rows.filter(({ doc }) => isDue(taiga, doc, dueBefore)));
    if (found.length >= limit) break;
  }
  // An empty list is no proof (A2.2): this throws where we have been shut out.
  if (found.length === 0) await taiga.directory.reload();
  return Promise.all(found.slice(0, limit).map((read) => toCard(taiga, read)));
}

/** Pages of the project's stories that are not in the archive, with the moments at which each page was asked for and came. Rows have no description. */
export async function* openStories(
  taiga: Taiga,
  filters: Query,
  size?: number,
): AsyncGenerator<readonly StoryRead[]> {
  const columns = (await taiga.directory.columns()).map(({ id }) => id).join(',');
  const query = { project: taiga.connection.board, status: columns, ...filters };
  let revision = taiga.now();
  for await (const rows of taiga.client.pages('/userstories', query, size)) {
    const docs = rows.map((row) => readAs(storyDoc, row, 'stories'));
    const asked = { revision, answered: taiga.now() };
    yield docs.filter((doc) => isOurs(taiga, doc)).map((doc) => ({ doc, ...asked }));
    revision = taiga.now();
  }
}

function filtersOf({ text, column, assignee }: CardQuery): Query {
  return {
    ...(text === undefined ? {} : { q: text }),
    ...(column === undefined ? {} : { status: column }),
    ...(assignee === undefined ? {} : { assigned_users: assignee }),
  };
}

function isDue({ timezone }: Taiga, { due_date }: StoryDoc, before: string | undefined): boolean {
  if (before === undefined) return true;
  return due_date ? Date.parse(endOfDay(due_date, timezone)) < Date.parse(before) : false;
}

/** The card with a number, from the archive too: a number names one card. */
async function byNumber(taiga: Taiga, number: number): Promise<readonly Card[]> {
  const revision = taiga.now();
  const query = { project__slug: taiga.connection.slug, ref: String(number) };
  try {
    const read = take(taiga, await taiga.client.get('/userstories/by_ref', query), revision);
    return read ? [await toCard(taiga, read)] : [];
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await taiga.directory.reload();
    return [];
  }
}
