import { SetupProblem } from '../setup/explain.ts';
import type { TeamItem } from '../store/teams.ts';
import { parseStored, type StoredChannel, type StoredTeam } from '../teams/stored.ts';
import type { World } from './world.ts';

/** A team as it is stored, secrets sealed: that takes no deployment key. */
export interface StoredHere {
  readonly team: StoredTeam;
  readonly joined: NonNullable<TeamItem['joined']>;
}

/**
 * Reads a team without its secrets, as it stands at this moment.
 * @throws SetupProblem when there is none of this name.
 */
export async function storedTeam(id: string, { store, where }: World): Promise<StoredHere> {
  const item = await store.teams.get(id, { fresh: true });
  if (item) return { team: parseStored(item.settings), joined: item.joined ?? [] };
  throw new SetupProblem(`there is no team ${id} on ${where}: npm run cardwire -- teams lists them`);
}

/**
 * One of a team's channels.
 * @throws SetupProblem when it has none of this name.
 */
export function channelNamed({ id, channels }: StoredTeam, name: string): StoredChannel {
  const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
  if (channel) return channel;
  throw new SetupProblem(`team ${id} has no channel ${name}: it has ${Object.keys(channels).join(', ')}`);
}
