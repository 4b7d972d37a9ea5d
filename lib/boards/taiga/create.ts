import type { Card, CardDraft, Marker } from '../../domain/card.ts';
import { CardwireError, later, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { withMarker } from '../marker-line.ts';
import { isRejected } from './answer.ts';
import { columnsOf } from './directory.ts';
import { readAs, type StoryDoc, storyDoc } from './documents.ts';
import { dayOf } from './due.ts';
import { readPresent, take } from './read-story.ts';
import { toCard } from './story-card.ts';
import type { Taiga } from './taiga.ts';

/** A2.5: what a story's `external_reference` names first. */
const provider = 'cardwire';

/** Opens a story that carries the marker, all in one call: the answer is the story as it is stored. */
export async function createCard(taiga: Taiga, draft: CardDraft, marker: Marker): Promise<Card> {
  const revision = taiga.now();
  const made = take(taiga, await post(taiga, draft, marker), revision);
  if (!made) throw new CardwireError('taiga-card-vanished', later);
  return toCard(taiga, made);
}

/** How far a server's clock may be behind ours. Milliseconds. */
const clocksDifferMs = 3_600_000;

/**
 * Looks for a story that a died run may have made. The marker cannot be filtered by (A2.5), so the project's newest stories are looked
 * through. It was made in one call: there is nothing to finish.
 */
export async function findCreated(taiga: Taiga, marker: Marker, since: Date): Promise<Card | undefined> {
  const query = {
    project: taiga.connection.board,
    created_date__gte: new Date(since.getTime() - clocksDifferMs).toISOString(),
  };
  for await (const rows of taiga.client.pages('/userstories', query)) {
    const stories = rows.map((row) => readAs(storyDoc, row, 'stories'));
    const found = stories.find((story) => isMarked(story, marker));
    // A row has no description.
    if (found) return toCard(taiga, await readPresent(taiga, String(found.id)));
  }
  // An empty list is no proof (A2.2).
  await taiga.directory.reload();
  return undefined;
}

function isMarked({ external_reference }: StoryDoc, { id }: Marker): boolean {
  return external_reference?.[0] === provider && external_reference[1] === id;
}

interface Target {
  readonly column: string;
  readonly assignees: readonly string[];
}

/**
 * What Taiga refuses for what has gone meanwhile is mended once: a person who has left is left out, and where the intake column is gone
 * the board's first one is better than no card.
 */
async function post(taiga: Taiga, draft: CardDraft, marker: Marker): Promise<unknown> {
  const wanted = { column: draft.column ?? taiga.connection.intake, assignees: draft.assignees };
  const send = (target: Target) => taiga.client.post('/userstories', bodyOf(taiga, draft, marker, target));
  try {
    return await send(wanted);
  } catch (error) {
    if (!isRejected(error, 'status', 'assigned_to', 'assigned_users')) throw error;
    return send(await mend(taiga, draft, wanted));
  }
}

async function mend({ directory, connection }: Taiga, draft: CardDraft, wanted: Target): Promise<Target> {
  const project = await directory.reload();
  const columns = columnsOf(project, connection.archive);
  const column =
    columns.find(({ id }) => id === wanted.column) ?? (draft.column === undefined ? columns[0] : undefined);
  if (!column) throw refuse(say('board-column-gone'));
  const members = new Set(project.members.map(({ id }) => String(id)));
  return { column: column.id, assignees: wanted.assignees.filter((id) => members.has(id)) };
}

function bodyOf({ connection, timezone }: Taiga, draft: CardDraft, marker: Marker, target: Target): object {
  const assignees = target.assignees.map(Number);
  return {
    project: Number(connection.board),
    subject: draft.title,
    description: withMarker(draft.description, marker),
    status: Number(target.column),
    tags: draft.labels,
    assigned_to: assignees[0] ?? null,
    assigned_users: assignees,
    external_reference: [provider, marker.id],
    ...(draft.due === undefined ? {} : { due_date: dayOf(draft.due, timezone) }),
  };
}
