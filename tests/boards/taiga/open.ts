import type { Board } from '../../../lib/boards/board.ts';
import { type BoardDeps, openBoard } from '../../../lib/boards/registry.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import type { TaigaConnection } from '../../../lib/teams/team.ts';
import { startTaigaSim, type TaigaSim, type TaigaSimOptions } from '../../sims/taiga/sim.ts';
import { one, type SimProject, type SimStory, type SimUser } from '../../sims/taiga/world.ts';
import { boardDeps } from '../open.ts';

/** The bridge's own account on a fake server. */
export function bridgeOf({ world }: TaigaSim): SimUser {
  return one(world.users, ({ username }) => username === 'cardwire', 'bridge account');
}

/** The id of a column of a project, by its name. */
export function columnOf({ world }: TaigaSim, name: string, project: SimProject): string {
  const fits = (status: { of: string; project: number; name: string }) =>
    status.of === 'userstory' && status.project === project.id && status.name === name;
  return String(one(world.statuses, fits, name).id);
}

/** The connection of the bridge's own account to a project of a fake server. */
export function connectionTo(sim: TaigaSim, project: SimProject = sim.project): TaigaConnection {
  const self = bridgeOf(sim);
  return {
    product: 'taiga',
    id: 'ops',
    generation: 1,
    url: sim.site.front,
    api: sim.url,
    private: true,
    user: self.username,
    password: self.password,
    self: String(self.id),
    board: String(project.id),
    slug: project.slug,
    intake: columnOf(sim, 'New', project),
    done: columnOf(sim, 'Done', project),
    archive: columnOf(sim, 'Archived', project),
  };
}

/** Opens the project of a fake server. */
export function openTaiga(
  sim: TaigaSim,
  deps: BoardDeps = boardDeps(),
  connection: TaigaConnection = connectionTo(sim),
): Promise<Board> {
  return openBoard(connection, deps);
}

/** Starts a fake server and opens its project; one clock is theirs and ours. */
export async function startTaiga(
  options: TaigaSimOptions = {},
): Promise<{ readonly sim: TaigaSim; readonly board: Board }> {
  const sim = await startTaigaSim(options);
  return { sim, board: await openTaiga(sim, boardDeps(options.now)) };
}

/** Ann opens a card on the board; by the number of a project, there. */
export async function openedByAnn(sim: TaigaSim, title = 'Fix the pump', project?: number): Promise<CardId> {
  const { id } = await sim.asUser('ann').createCard({ title, ...(project === undefined ? {} : { project }) });
  return String(id) as CardId;
}

/** Another project of the server, which the bridge has not been given. */
export function otherProject({ world }: TaigaSim): SimProject {
  return one(world.projects, ({ slug }) => slug === 'other', 'other project');
}

/** A story as the server has it. */
export function storyOf({ world }: TaigaSim, id: string): SimStory {
  return one(world.stories, (each) => String(each.id) === id, `story ${id}`);
}

/** The id of somebody on the server, as the board port has it. */
export function userOf({ world }: TaigaSim, name: string): string {
  return String(one(world.users, ({ username }) => username === name, name).id);
}

/** The calls that something makes: method and path, without what the API's paths begin with, `:id` for every number. */
export async function callsOf({ requests }: TaigaSim, work: () => Promise<unknown>): Promise<string[]> {
  const before = requests.length;
  await work();
  const made = requests.slice(before);
  return made.map(({ method, path }) => `${method} ${path.replace('/api/v1', '').replace(/\d+/g, ':id')}`);
}
