import type { Board } from '../../lib/boards/board.ts';
import { type BoardDeps, openBoard } from '../../lib/boards/registry.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import type { Log } from '../../lib/domain/log.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import type { BoardConnection } from '../../lib/teams/team.ts';
import type { WekanSim } from '../sims/wekan/sim.ts';
import { one, type SimBoard } from '../sims/wekan/world.ts';
import { memoryTokens } from './token-keeper.ts';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a board works with in tests: this machine may be called. */
export function boardDeps(now: () => number = Date.now, timeoutMs?: number): BoardDeps {
  const http = createHttp({ allowPrivate: true, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  return { http, now, log: silent, timezone: 'Europe/Berlin', language: 'en', keepToken: memoryTokens };
}

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
export function openSimBoard(sim: WekanSim, deps: BoardDeps = boardDeps()): Promise<Board> {
  return openBoard(connectionTo(sim), deps);
}

/** What a call fails with. A call that does not fail, or not with an error of ours, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<CardwireError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CardwireError) return error;
  throw new Error('it did not fail as it should', { cause: error });
}
