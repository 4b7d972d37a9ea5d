import { type BoardAccess, openBoard, openBoardSetup } from '../../lib/boards/registry.ts';
import type { BoardConnection } from '../../lib/teams/team.ts';
import { boardDeps } from '../boards/open.ts';
import type { BoardWorld } from './board-world.ts';

/**
 * A board of a real server, connected as set-up does it.
 * @param person somebody who can be assigned, by user name.
 */
export async function realBoard(access: BoardAccess, person: string): Promise<BoardWorld> {
  const deps = boardDeps();
  const setup = await openBoardSetup(access, deps);
  const { columns, title: _, ...found } = await setup.connect();
  const [intake, done] = [columns[0]?.id ?? '', columns.at(-1)?.id ?? ''];
  const connection: BoardConnection = {
    ...access,
    ...found,
    ...{ id: 'test', generation: 1, intake, done },
  };
  return { board: await openBoard(connection, deps), person, stop: async () => undefined };
}
