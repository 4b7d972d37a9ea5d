import { SetupProblem } from '../setup/explain.ts';
import { channelNamed, storedTeam } from './stored-team.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/** `cardwire disconnect`: a server that joined by a code is no longer heard, and its room hears of nothing. */
export async function disconnect(
  id: string,
  connection: string,
  server: string,
  options: WorldOptions,
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const { team, joined } = await storedTeam(id, world);
    const servers = joined.filter((each) => each.connection === connection).map((each) => each.server);
    if (!servers.includes(server)) {
      channelNamed(team, connection);
      const there = servers.length === 0 ? 'none has joined by a code' : `there are: ${servers.join(', ')}`;
      throw new SetupProblem(`no server ${server} has joined ${id} through ${connection}; ${there}`);
    }
    await world.store.teams.leave(id, { connection, server });
    out.line(`Server ${server} is disconnected from ${id}, within a minute. Its cards stay on the board.`);
    return true;
  });
}
