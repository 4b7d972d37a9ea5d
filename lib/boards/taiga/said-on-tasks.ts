import type { CardId } from '../../domain/card.ts';
import type { CommentHead } from '../../domain/card-details.ts';
import { listTaskComments } from './comments.ts';
import { type Dates, datesAfter, isNewIn, overlapping } from './dates.ts';
import type { Taiga } from './taiga.ts';
import type { TaskOn } from './tasks.ts';

/** So many changed tasks are asked for their comments in a look, the rest in the next one. */
const MOST_TASKS = 30;

/** A comment is stored this soon after its task got its date. Milliseconds. */
const STORED_MS = 1_000;

/** Comments that were written on tasks since, by story, and how far the tasks have been looked at. */
interface Said {
  readonly said: ReadonlyMap<CardId, readonly CommentHead[]>;
  readonly seen: Dates | undefined;
}

/**
 * Finds what was said on tasks. A comment makes its task a changed one, and its story not.
 * @param tasks undefined where we may not see them: looking stays where it was.
 * @param known how far the last look came; undefined for the first one, which asks for nothing.
 */
export async function saidOnTasks(
  taiga: Taiga,
  tasks: readonly TaskOn[] | undefined,
  known: Dates | undefined,
): Promise<Said> {
  const said = new Map<CardId, CommentHead[]>();
  if (!tasks) return { said, seen: known };
  if (!known) return { said, seen: datesAfter('', tasks) };
  const changed = tasks
    .filter((task) => isNewIn(known, task))
    .toSorted((one, other) => (one.modified_date < other.modified_date ? -1 : 1));
  for (const { id, user_story } of changed.slice(0, MOST_TASKS)) {
    const card = String(user_story) as CardId;
    const heads = (await listTaskComments(taiga, id)).filter(({ at = 0 }) => at > seenUntil(known, id));
    if (heads.length > 0) said.set(card, [...(said.get(card) ?? []), ...heads]);
  }
  const left = new Set(changed.slice(MOST_TASKS));
  const until = changed[MOST_TASKS]?.modified_date;
  const done = tasks.filter(
    (task) => !left.has(task) && (until === undefined || task.modified_date <= until),
  );
  return { said, seen: datesAfter(known.since, done) };
}

/** Comments of a task that are older were there at the last look. Milliseconds, by the board's clock. */
function seenUntil({ since, recent }: Dates, id: number): number {
  const seen = recent[id];
  return seen === undefined ? Date.parse(overlapping(since)) || 0 : Date.parse(seen) + STORED_MS;
}
