import * as z from 'zod/mini';
import type { CardId } from '../../domain/card.ts';
import type { CardDetails, CardStep } from '../../domain/card-details.ts';
import type { Snapshot } from '../board.ts';
import { readCursor } from '../cursor.ts';
import type { StoryDoc, StoryRead } from './documents.ts';
import { openStories } from './search.ts';
import { valuesOf } from './story-card.ts';
import type { Taiga } from './taiga.ts';
import { stepsByStory } from './tasks.ts';

/**
 * The newest change that was seen, the dates of the cards that changed shortly before it, by id, and which cards stood in each column then,
 * by column id.
 */
const cursorShape = z.object({
  since: z.string(),
  recent: z.record(z.string(), z.string()),
  columns: z.record(z.string(), z.array(z.number())),
});

type Cursor = z.infer<typeof cursorShape>;

const beginning: Cursor = { since: '', recent: {}, columns: {} };

/** Writes of different people are not stored in the order of their dates. Milliseconds. */
const overlapMs = 60_000;

/**
 * The cards that were changed since, and those that stand in another column: dragging a card and deleting a column move cards without a new
 * date (A2.3, A2.4). All rows are read for it, which is one call for a thousand cards, with their files; and all tasks, likewise.
 */
export async function changedSince(taiga: Taiga, cursor: string): Promise<Snapshot> {
  const known = readCursor(cursorShape, cursor, beginning);
  const isFirst = known === beginning;
  const reads: StoryRead[] = [];
  for await (const rows of openStories(taiga, { include_attachments: '1' })) reads.push(...rows);
  if (reads.length === 0) await taiga.directory.reload();

  const steps = await stepsByStory(taiga);
  const stood = placesIn(known);
  const from = overlapping(known.since);
  const isNews = ({ id, status, modified_date }: StoryDoc) =>
    (modified_date >= from && known.recent[id] !== modified_date) || stood.get(id) !== String(status);
  const changed = reads.filter(({ doc }) => isNews(doc));
  const stand = new Set(reads.map(({ doc }) => doc.id));
  return {
    changed: changed.map(({ doc }) => idOf(doc.id)),
    arrived: isFirst ? [] : changed.filter(({ doc }) => !stood.has(doc.id)).map(({ doc }) => idOf(doc.id)),
    left: [...stood.keys()].filter((id) => !stand.has(id)).map(idOf),
    details: new Map(reads.map(({ doc }) => [idOf(doc.id), detailsOf(doc, steps.get(doc.id) ?? [])])),
    cursor: JSON.stringify(
      cursorAfter(
        known.since,
        reads.map(({ doc }) => doc),
      ),
    ),
  };
}

function detailsOf(doc: StoryDoc, steps: readonly CardStep[]): CardDetails {
  const files = doc.attachments?.map(({ id, attached_file }) => ({
    id: String(id),
    name: attached_file?.split('/').at(-1) ?? '',
  }));
  return { values: valuesOf(doc), steps, ...(files && { files }) };
}

function cursorAfter(before: string, docs: readonly StoryDoc[]): Cursor {
  const since = docs.reduce(
    (last, { modified_date }) => (modified_date > last ? modified_date : last),
    before,
  );
  const from = overlapping(since);
  const recent = docs.filter(({ modified_date }) => modified_date >= from);
  const columns = Map.groupBy(docs, ({ status }) => String(status));
  return {
    since,
    recent: Object.fromEntries(recent.map(({ id, modified_date }) => [id, modified_date])),
    columns: Object.fromEntries([...columns].map(([column, all]) => [column, all.map(({ id }) => id)])),
  };
}

/** The column that each card stood in. */
function placesIn({ columns }: Cursor): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(columns).flatMap(([column, cards]) => cards.map((id) => [id, column] as const)),
  );
}

function overlapping(since: string): string {
  return since === '' ? '' : new Date(Date.parse(since) - overlapMs).toISOString();
}

function idOf(id: number): CardId {
  return String(id) as CardId;
}
