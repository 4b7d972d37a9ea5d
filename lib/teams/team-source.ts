import { CardwireError, hasCode, later } from '../domain/errors.ts';
import type { Keys } from '../domain/keys.ts';
import { withJoined } from './joined.ts';
import { loadTeam } from './stored.ts';
import type { JoinedServer, Team } from './team.ts';

/** Where settings stand. */
interface Settings {
  get(id: string, options?: { readonly fresh?: boolean }): Promise<Kept | undefined>;
}

interface Kept {
  readonly settings: string;
  readonly joined?: readonly JoinedServer[];
}

/** How long settings are used before they are read again: a revoked address is good for so long at most. Milliseconds. */
const FRESH_MS = 60_000;

/** Gives a team's settings; undefined when there is no such team. `fresh` reads them now, whatever is remembered. */
export type TeamSource = (id: string, options?: { readonly fresh?: boolean }) => Promise<Team | undefined>;

/**
 * What set-up has stored under a newer key waits for the run that has it, as settings of a newer version do: a deployment is not one moment.
 */
function load(settings: string, keys: Keys): Team {
  try {
    return loadTeam(settings, keys);
  } catch (error) {
    if (!hasCode(error, 'secret-unreadable')) throw error;
    throw new CardwireError(error.code, later, error.say, { cause: error });
  }
}

/**
 * Reads teams from the table and remembers them for a minute. The same object is given out while it is fresh, so that what
 * hangs on it (connections, caches) lives as long; what hangs on a connection lives for as long as the settings stay the same. The source
 * throws what `loadTeam` throws; `secret-unreadable` is worth another try.
 */
export function createTeamSource(store: Settings, keys: Keys, now: () => number): TeamSource {
  const known = new Map<string, Remembered>();
  return async (id, options) => {
    const remembered = known.get(id);
    if (remembered && remembered.until > now() && options?.fresh !== true) return remembered.team;
    const item = await store.get(id, options);
    if (!item) return undefined;
    const { settings, joined = [] } = item;
    const loaded = remembered?.settings === settings ? remembered.loaded : load(settings, keys);
    const servers = JSON.stringify(joined);
    const isSame = remembered?.loaded === loaded && remembered.servers === servers;
    const team = isSame ? remembered.team : withJoined(loaded, joined);
    known.set(id, { until: now() + FRESH_MS, settings, servers, loaded, team });
    return team;
  };
}

interface Remembered {
  readonly until: number;
  readonly settings: string;
  readonly servers: string;
  /** The team as its settings say. */
  readonly loaded: Team;
  readonly team: Team;
}
