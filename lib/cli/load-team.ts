import { SetupProblem } from '../setup/explain.ts';
import { loadTeam } from '../teams/stored.ts';
import type { Team } from '../teams/team.ts';
import type { World } from './world.ts';

/**
 * A team as it is stored, its secrets readable, with the servers that joined it.
 * @throws SetupProblem when there is none of this name; CardwireError when no key fits its secrets.
 */
export async function teamNamed(id: string, { store, keys, where }: World): Promise<Team> {
  const item = await store.teams.get(id);
  if (item) {
    const { settings, joined } = item;
    return { ...loadTeam(settings, keys()('stored-secrets')), ...(joined && { joined }) };
  }
  const ids = await store.teams.list();
  const known = ids.length === 0 ? 'no team is set up' : `there are: ${ids.join(', ')}`;
  throw new SetupProblem(`there is no team ${id} on ${where}: ${known}`);
}
