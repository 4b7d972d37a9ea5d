import { parseStored, type StoredTeam } from '../teams/stored.ts';
import { table } from './table.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/** `cardwire teams`: lists the teams. Needs no key: secrets stay sealed. */
export async function teams(options: WorldOptions, io: Io): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const rows = [['TEAM', 'LANGUAGE', 'BOARDS', 'CHANNELS']];
    for (const id of await world.store.teams.list()) {
      const item = await world.store.teams.get(id);
      if (item) rows.push(rowOf(parseStored(item.settings)));
    }
    if (rows.length === 1)
      out.line(`No team is set up on ${world.where}. Begin with: npm run cardwire -- setup team.yml`);
    else for (const line of table(rows)) out.line(line);
    return true;
  });
}

function rowOf({ id, language, boards, channels }: StoredTeam): string[] {
  const names = (connections: StoredTeam['boards'] | StoredTeam['channels']) =>
    Object.values(connections)
      .map((connection) => `${connection.id} (${connection.product})`)
      .join(', ');
  return [id, language, names(boards), names(channels)];
}
