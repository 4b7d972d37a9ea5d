import type { Board } from '../../../lib/boards/board.ts';
import { type BoardDeps, openBoard } from '../../../lib/boards/registry.ts';
import type { BoardConnection } from '../../../lib/teams/team.ts';
import type { WekanSim } from '../../sims/wekan/sim.ts';
import { one, type SimBoard } from '../../sims/wekan/world.ts';
import { boardDeps } from '../open.ts';

/** The connection of the bridge's own account to a board of a fake server. */
export function connectionTo(sim: WekanSim, board: SimBoard = sim.board): BoardConnection {
  const lists = sim.world.lists.filter(({ boardId }) => boardId === board._id);
  const self = one(sim.world.users, ({ username }) => username === 'cardwire', 'bridge account');
  return {
    product: 'wekan',
    id: 'ops',
    generation: 1,
    url: sim.url,
    private: true,
    user: self.username,
    password: self.password,
    self: self._id,
    board: board._id,
    intake: lists[0]?._id ?? '',
    done: lists.at(-1)?._id ?? '',
  };
}

/** Opens the board of a fake server. */
export function openWekan(sim: WekanSim, deps: BoardDeps = boardDeps()): Promise<Board> {
  return openBoard(connectionTo(sim), deps);
}
