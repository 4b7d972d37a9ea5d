import * as z from 'zod/mini';
import type { CardId } from '../../domain/card.ts';
import type { CardDetails, CardStep } from '../../domain/card-details.ts';
import type { Snapshot } from '../board.ts';
import { readCursor } from '../cursor.ts';
import { fileHead } from './attachments.ts';
import { beginningOf, dates, datesAfter, isNewIn } from './dates.ts';
import type { StoryDoc, StoryRead } from './documents.ts';
import { saidOnTasks, taskDates } from './said-on-tasks.ts';
import { openStories } from './search.ts';
import { valuesOf } from './story-card.ts';
import type { Taiga } from './taiga.ts';
import { tasksOfAll, toStep } from './tasks.ts';

/** The dates of cards and of tasks that were seen, and which cards stood in each column then, by column id. */
const cursorShape = z.object({
  ...dates.shape,
  columns: z.record(z.string(), z.array(z.number())),
  tasks: z.optional(taskDates),
});

type Cursor = z.infer<typeof cursorShape>;

const beginning: Cursor = { ...beginningOf, columns: {} };

/**
 * The cards that were changed since, and those that stand in another column: dragging a card and deleting a column move cards without a new
 * date (A2.3, A2.4). All rows are read for it, which is one call for a thousand cards, with their files; and all tasks, likewise. Comments
 * on tasks are asked for where a task has changed: one call for each. Of tasks that we may not see nothing is said, until we may again.
 */
export async function changedSince(taiga: Taiga, cursor: string): Promise<Snapshot> {
  const known = readCursor(cursorShape, cursor, beginning);
  const isFirst = known === beginning;
  const reads: StoryRead[] = [];
  for await (const rows of openStories(taiga, { include_attachments: '1' })) reads.push(...rows);
  if (reads.length === 0) await taiga.directory.reload();

  const all = await tasksOfAll(taiga);
  const { said, seen } = await saidOnTasks(taiga, all, known.tasks);
  const tasks = all && Map.groupBy(all, ({ user_story }) => user_story);
  const stepsOf = ({ id }: StoryDoc) => tasks && (tasks.get(id) ?? []).map(toStep);
  const stood = placesIn(known);
  const isNews = (doc: StoryDoc) => isNewIn(known, doc) || stood.get(doc.id) !== String(doc.status);
  const changed = reads.filter(({ doc }) => isNews(doc));
  const stand = new Set(reads.map(({ doc }) => doc.id));
  return {
    changed: changed.map(({ doc }) => idOf(doc.id)),
    arrived: isFirst ? [] : changed.filter(({ doc }) => !stood.has(doc.id)).map(({ doc }) => idOf(doc.id)),
    left: [...stood.keys()].filter((id) => !stand.has(id)).map(idOf),
    details: new Map(reads.map(({ doc }) => [idOf(doc.id), detailsOf(doc, stepsOf(doc))])),
    said,
    cursor: JSON.stringify(
      cursorAfter(
        known,
        reads.map(({ doc }) => doc),
        seen,
      ),
    ),
  };
}

function detailsOf(doc: StoryDoc, steps: readonly CardStep[] | undefined): CardDetails {
  const files = doc.attachments?.map(fileHead);
  return { values: valuesOf(doc), ...(steps && { steps }), ...(files && { files }) };
}

function cursorAfter(before: Cursor, docs: readonly StoryDoc[], tasks: Cursor['tasks']): Cursor {
  const columns = Map.groupBy(docs, ({ status }) => String(status));
  return {
    ...datesAfter(before.since, docs),
    columns: Object.fromEntries([...columns].map(([column, all]) => [column, all.map(({ id }) => id)])),
    ...(tasks && { tasks }),
  };
}

/** The column that each card stood in. */
function placesIn({ columns }: Cursor): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(columns).flatMap(([column, cards]) => cards.map((id) => [id, column] as const)),
  );
}

function idOf(id: number): CardId {
  return String(id) as CardId;
}
