import { hasCode } from '../domain/errors.ts';
import { SetupProblem } from '../setup/explain.ts';
import { loadTeam } from '../teams/stored.ts';
import type { Team } from '../teams/team.ts';
import { requireKnownKey } from './known-key.ts';
import type { World } from './world.ts';

/**
 * A team as it is stored, its secrets readable, with the servers that joined it.
 * @throws SetupProblem when there is none of this name, or the deployment is known to have another key than its secrets need or than is set here;
 * CardwireError when no key fits them and the deployment's is not known.
 */
export async function teamNamed(id: string, world: World): Promise<Team> {
  const { store, where } = world;
  const item = await store.teams.get(id);
  if (item) {
    const { settings, joined } = item;
    return { ...(await opened(id, settings, world)), ...(joined && { joined }) };
  }
  const ids = await store.teams.list();
  const known = ids.length === 0 ? 'no team is set up' : `there are: ${ids.join(', ')}`;
  throw new SetupProblem(`there is no team ${id} on ${where}: ${known}`);
}

async function opened(id: string, settings: string, world: World): Promise<Team> {
  try {
    return loadTeam(settings, world.keys()('stored-secrets'));
  } catch (error) {
    if (!hasCode(error, 'secret-unreadable') || !(await requireKnownKey(world))) throw error;
    throw new SetupProblem(
      `the settings of team ${id} were stored with another CARDWIRE_KEY than ${world.where} has now: set the team up again with its file, or, if you have the old one, deploy or start with it as CARDWIRE_KEY_PREVIOUS and run rotate with both`,
    );
  }
}
