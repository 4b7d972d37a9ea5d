import * as z from 'zod/mini';
import type { CardId } from '../../domain/card.ts';
import type { CommentHead } from '../../domain/card-details.ts';
import { listTaskComments } from './comments.ts';
import { dates, datesAfter, isNewIn, overlapping } from './dates.ts';
import type { Taiga } from './taiga.ts';
import type { TaskOn } from './tasks.ts';

/** So many changed tasks are asked for their comments in a look, the rest in the next one. */
const MOST_TASKS = 30;

/** A comment is stored this soon after its task got its date. Milliseconds. */
const STORED_MS = 1_000;

/**
 * The dates of tasks that were seen. Of those among them that were asked for their comments, `newest` is when the last one was written, 0 for none:
 * epoch milliseconds, by the board's clock.
 */
export const taskDates = z.object({
  ...dates.shape,
  newest: z._default(z.record(z.string(), z.number()), {}),
});

type TaskDates = z.infer<typeof taskDates>;

/** Comments that were written on tasks since, by story, and how far the tasks have been looked at. */
interface Said {
  readonly said: ReadonlyMap<CardId, readonly CommentHead[]>;
  readonly seen: TaskDates | undefined;
}

/**
 * Finds what was said on tasks. A comment makes its task a changed one, and its story not.
 * @param tasks undefined where we may not see them: looking stays where it was.
 * @param known how far the last look came; undefined for the first one, which asks for nothing.
 */
export async function saidOnTasks(
  taiga: Taiga,
  tasks: readonly TaskOn[] | undefined,
  known: TaskDates | undefined,
): Promise<Said> {
  const said = new Map<CardId, CommentHead[]>();
  if (!tasks) return { said, seen: known };
  if (!known) return { said, seen: { ...datesAfter('', tasks), newest: {} } };
  const changed = tasks
    .filter((task) => isNewIn(known, task))
    .toSorted((one, other) => (one.modified_date < other.modified_date ? -1 : 1));
  const newest: Record<string, number> = { ...known.newest };
  for (const { id, user_story } of changed.slice(0, MOST_TASKS)) {
    const card = String(user_story) as CardId;
    const all = await listTaskComments(taiga, id);
    newest[id] = Math.max(0, ...all.map(({ at = 0 }) => at));
    const heads = all.filter(({ at = 0 }) => at > seenUntil(known, id));
    if (heads.length > 0) said.set(card, [...(said.get(card) ?? []), ...heads]);
  }
  const left = new Set(changed.slice(MOST_TASKS));
  const until = changed[MOST_TASKS]?.modified_date;
  const done = tasks.filter(
    (task) => !left.has(task) && (until === undefined || task.modified_date <= until),
  );
  const seen = datesAfter(known.since, done);
  const kept = Object.entries(newest).filter(([id]) => seen.recent[id] !== undefined);
  return { said, seen: { ...seen, newest: Object.fromEntries(kept) } };
}

/** Comments of a task that are older were there at the last look. Milliseconds, by the board's clock. */
function seenUntil({ since, recent, newest }: TaskDates, id: number): number {
  const seen = recent[id];
  if (seen === undefined) return Date.parse(overlapping(since)) || 0;
  return Math.max(Date.parse(seen), newest[id] ?? Date.parse(seen) + STORED_MS);
}
