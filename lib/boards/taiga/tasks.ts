import * as z from 'zod/mini';
import type { CardId, Marker } from '../../domain/card.ts';
import type { CardStep } from '../../domain/card-details.ts';
import { CardwireError, later } from '../../domain/errors.ts';
import { isOnList, itemNamed } from '../item-named.ts';
import { withMarker } from '../marker-line.ts';
import { isConflict, isForbidden, isNotFound, RejectedFields } from './answer.ts';
import type { Query } from './client.ts';
import { type ProjectDoc, readAs, type StoryRead, type TaskDoc, taskDoc } from './documents.ts';
import { readPresent, readRecent } from './read-story.ts';
import type { Taiga } from './taiga.ts';

const tries = 3;

/** Completes a task of the story, or opens it again. Tasks are what a checklist's steps are elsewhere. `step` is its whole subject. */
export async function tickTask(
  taiga: Taiga,
  id: string,
  name: string,
  done: boolean,
): Promise<StoryRead & { readonly step: string }> {
  const read = await readRecent(taiga, id);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const task = itemNamed(await readTasks(taiga, id), name);
    const status = statusFor(await taiga.directory.project(), task.status, done);
    const ticked = { ...read, step: task.title };
    if (status === task.status) return ticked;
    try {
      await taiga.client.patch(`/tasks/${task.id}`, { status, version: task.version });
      return ticked;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
  throw new CardwireError('taiga-task-keeps-changing', later);
}

/** Adds a task to the story. An open one of that title is left as it is. */
export async function addTask(taiga: Taiga, id: string, title: string, marker: Marker): Promise<StoryRead> {
  const { client, connection, directory } = taiga;
  const read = await readRecent(taiga, id);
  if (isOnList(await readTasks(taiga, id), title)) return read;
  const body = {
    project: Number(connection.board),
    // A1.7: a task without a story breaks the server's webhooks.
    user_story: read.doc.id,
    subject: title,
    status: statusFor(await directory.project(), undefined, false),
    description: withMarker('', marker),
  };
  try {
    await client.post('/tasks', body);
  } catch (error) {
    // A story that went meanwhile is a field that is not taken.
    if (error instanceof RejectedFields) await readPresent(taiga, id);
    throw error;
  }
  return read;
}

/** Where a task stands and what it is called. Undefined for one that is gone or belongs to no story. */
export async function placeOfTask(
  { client }: Taiga,
  task: number,
): Promise<{ readonly story: CardId; readonly name: string } | undefined> {
  try {
    const { user_story, subject } = readAs(taskDoc, await client.get(`/tasks/${task}`), 'task');
    return typeof user_story === 'number'
      ? { story: String(user_story) as CardId, name: subject }
      : undefined;
  } catch (error) {
    if (isNotFound(error) || isForbidden(error)) return undefined;
    throw error;
  }
}

/** A story's tasks as steps; undefined where we may not see them. Of their own parts, the title and the state they are in are compared. */
export async function listSteps(taiga: Taiga, id: string): Promise<readonly CardStep[] | undefined> {
  return (await visibleTasks(taiga, { user_story: id }))?.map(toStep);
}

/** A task that stands on a story. */
export type TaskOn = TaskDoc & { readonly user_story: number };

/** The tasks of all stories of the project, undefined where we may not see them: one call for a thousand, and one more where there are none. */
export async function tasksOfAll(taiga: Taiga): Promise<readonly TaskOn[] | undefined> {
  const tasks = await visibleTasks(taiga, {});
  // A2.6: a task may stand on no story.
  return tasks?.flatMap((task) =>
    typeof task.user_story === 'number' ? [{ ...task, user_story: task.user_story }] : [],
  );
}

/** A task as a step. */
export function toStep({ id, subject, status, is_closed: done }: TaskDoc): CardStep {
  return { id: String(id), name: subject, done, state: `${status ?? ''} ${subject}` };
}

async function readTasks(taiga: Taiga, id: string) {
  const tasks = await allTasks(taiga, { user_story: id });
  return tasks.map((task) => ({ ...task, title: task.subject, done: task.is_closed }));
}

/**
 * Undefined where our role has no right to see tasks: then there are none in the list, as if all had been taken off (A2.2). And where the list is
 * refused, by whomever: that says nothing of tasks.
 */
async function visibleTasks(taiga: Taiga, filters: Query): Promise<readonly TaskDoc[] | undefined> {
  const tasks = await allTasks(taiga, filters).catch((error: unknown) => {
    if (isForbidden(error)) return undefined;
    throw error;
  });
  if (tasks && tasks.length > 0) return tasks;
  const { my_permissions } = await taiga.directory.reload();
  return my_permissions.includes('view_tasks') ? tasks : undefined;
}

async function allTasks({ client, connection }: Taiga, filters: Query): Promise<readonly TaskDoc[]> {
  const tasks: TaskDoc[] = [];
  for await (const rows of client.pages('/tasks', { project: connection.board, ...filters }))
    tasks.push(...readAs(z.array(taskDoc), rows, 'tasks'));
  return tasks;
}

/** The status that means done, or open; the task's own when it is one of those already. */
function statusFor(project: ProjectDoc, now: number | null | undefined, done: boolean) {
  const statuses = project.task_statuses.toSorted((a, b) => a.order - b.order);
  const fits = statuses.filter(({ is_closed }) => is_closed === done);
  const kept = fits.find(({ id }) => id === now);
  const usual = fits.find(({ id }) => id === project.default_task_status);
  const found = kept ?? usual ?? fits[0];
  if (!found) throw new CardwireError('taiga-no-task-status', later);
  return found.id;
}
