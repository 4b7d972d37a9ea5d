import type { Keys } from '../domain/keys.ts';
import { loadTeam } from './stored.ts';
import type { Team } from './team.ts';

/** Where settings stand. */
interface Settings {
  get(id: string): Promise<{ readonly settings: string } | undefined>;
}

/** How long settings are used before they are read again: a revoked address is good for so long at most. Milliseconds. */
const FRESH_MS = 60_000;

/**
 * Reads teams from the table and remembers them for a minute. The same object is given out while it is fresh, so that what
 * hangs on it (connections, caches) lives as long.
 */
export function createTeamSource(
  store: Settings,
  keys: Keys,
  now: () => number,
): (id: string) => Promise<Team | undefined> {
  const known = new Map<string, { readonly until: number; readonly settings: string; readonly team: Team }>();
  return async (id) => {
    const remembered = known.get(id);
    if (remembered && remembered.until > now()) return remembered.team;
    const item = await store.get(id);
    if (!item) return undefined;
    const unchanged = remembered?.settings === item.settings ? remembered.team : undefined;
    const team = unchanged ?? loadTeam(item.settings, keys);
    known.set(id, { until: now() + FRESH_MS, settings: item.settings, team });
    return team;
  };
}
