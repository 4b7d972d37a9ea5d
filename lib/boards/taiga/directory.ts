import type { BoardMember, Column, Label } from '../../domain/card.ts';
import { CardwireError, later, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { TaigaConnection } from '../../teams/team.ts';
import { createLookup } from '../cached.ts';
import { isForbidden, isNotFound } from './answer.ts';
import type { TaigaClient } from './client.ts';
import { type ProjectDoc, projectDoc, readAs, type StatusDoc } from './documents.ts';

/** The names behind a project's ids, kept for a few minutes: one call brings them all (A2.4). */
export interface Directory {
  /** Every column but the one that stands for the archive, in the board's order. */
  columns(): Promise<readonly Column[]>;
  members(): Promise<readonly BoardMember[]>;
  labels(): Promise<readonly Label[]>;
  /** Any column, the archive too. An id that is not known is news: the project is loaded anew, once for each. */
  column(id: string): Promise<Column | undefined>;
  person(id: string): Promise<BoardMember | undefined>;
  /** The project as it is kept. */
  project(): Promise<ProjectDoc>;
  /**
   * Loads the project anew. Who finds nothing asks this first: somebody who has been shut out is shown empty lists and told that cards do not
   * exist (A2.2).
   * @throws CardwireError when the project cannot be seen.
   */
  reload(): Promise<ProjectDoc>;
}

type Place = Pick<TaigaConnection, 'board' | 'slug' | 'self' | 'archive'>;

/** Makes the directory of one project. */
export function createDirectory(client: TaigaClient, place: Place, now: () => number): Directory {
  const kept = createLookup(() => readProject(client, place), now);
  const project = kept.get;
  return {
    project,
    reload: kept.reload,
    columns: async () => columnsOf(await project(), place.archive),
    members: async () =>
      (await project()).members
        .filter(({ id, is_active }) => is_active && String(id) !== place.self)
        .map(memberOf),
    labels: async () => Object.keys((await project()).tags_colors).map((name) => ({ id: name, name })),
    column: (id) =>
      kept.find(`column ${id}`, ({ us_statuses }) =>
        us_statuses.map(toColumn).find((column) => column.id === id),
      ),
    person: (id) =>
      kept.find(`person ${id}`, ({ members }) => members.map(memberOf).find((member) => member.id === id)),
  };
}

/** The columns of a project in its order, without the one that stands for the archive. */
export function columnsOf({ us_statuses }: ProjectDoc, archive: string | undefined): readonly Column[] {
  const ordered = us_statuses.toSorted((a, b) => a.order - b.order);
  return ordered.map(toColumn).filter(({ id }) => id !== archive);
}

async function readProject(client: TaigaClient, { board, slug }: Place): Promise<ProjectDoc> {
  try {
    const project = readAs(projectDoc, await client.get('/projects/by_slug', { slug }), 'project');
    const visible = String(project.id) === board && project.my_permissions.includes('view_us');
    if (visible) return project;
  } catch (error) {
    // What one may not see is not found (A2.4), and so is everything behind a proxy that has lost its server.
    if (isNotFound(error)) throw new CardwireError('taiga-board-not-found', later, say('board-forbidden'));
    if (!isForbidden(error)) throw error;
  }
  throw new CardwireError('taiga-forbidden', never, say('board-forbidden'));
}

function toColumn({ id, name }: StatusDoc): Column {
  return { id: String(id), name };
}

function memberOf({ id, username, full_name }: ProjectDoc['members'][number]): BoardMember {
  return { id: String(id), username, name: full_name || username };
}
