import { SetupProblem } from '../setup/explain.ts';
import type { StoredTeam } from '../teams/stored.ts';
import { type PausedAt, pausedRoom } from './pauses-told.ts';
import { count } from './report.ts';
import { storedTeam } from './stored-team.ts';
import { table } from './table.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type World, type WorldOptions } from './world.ts';

/** A mail address; a conversation has colons. */
const isAddress = (where: string) => /^[^\s:]+@[^\s:]+$/.test(where);

/** `cardwire resume`: lets conversations that were paused be tried again, and lists them with the reason. */
export async function resume(
  id: string,
  where: string | undefined,
  options: WorldOptions,
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const { team } = await storedTeam(id, world);
    if (where !== undefined && isAddress(where)) {
      out.line(await writeAgain(id, where, world));
      return true;
    }
    const { paused } = world.store;
    const all = await paused.list(id);
    const meant = await paused.resume(id, where);
    if (where !== undefined && meant.length === 0) {
      const there =
        all.length === 0 ? 'nothing is' : `there are: ${all.map((each) => each.where).join(', ')}`;
      throw new SetupProblem(`${where} of ${id} is not paused; ${there}`);
    }
    if (meant.length === 0) {
      out.line(`Nothing of ${id} is paused.`);
      return true;
    }
    const rows: string[][] = [];
    for (const each of all.filter(({ where }) => meant.includes(where)))
      rows.push(await rowOf(each, team, world));
    for (const line of table([['SINCE (UTC)', 'REASON', 'ROOM', 'WHERE'], ...rows])) out.line(line);
    out.line(
      `${count(meant.length, 'conversation')} resumed: the next thing that happens is tried there, and what was missed is put right then.`,
    );
    return true;
  });
}

/** SES lifts no complaint by itself, and does not say that somebody has changed their mind (contract 2.3): only a person knows. */
async function writeAgain(
  team: string,
  where: string,
  { store: { correspondents } }: World,
): Promise<string> {
  const address = where.toLowerCase();
  const { blocked } = await correspondents.get(team, address);
  if (!blocked) throw new SetupProblem(`mail to ${address} of ${team} is not stopped`);
  await correspondents.unblock(team, address);
  const why = blocked === 'bounce' ? 'mail had come back' : 'its owner had complained';
  return `${address} is written to again (${why}): from the next thing that happens.`;
}

async function rowOf(each: PausedAt, team: StoredTeam, { store: { cards } }: World): Promise<string[]> {
  const at = new Date(each.since).toISOString().replace('T', ' ').replace('Z', '');
  return [at, each.reason, await pausedRoom(each, team, cards), each.where];
}
