import { SetupProblem } from '../setup/explain.ts';
import type { Dead } from '../store/dead.ts';
import { storedTeam } from './stored-team.ts';
import type { World } from './world.ts';

/** What names no team lies with nobody's. */
const NOBODY = '-';

/**
 * The dead letters of one team, or of all and nobody's, oldest first.
 * @param since epoch milliseconds: those accepted from then on; all when undefined.
 * @throws SetupProblem when there is no such team.
 */
export async function deadLetters(
  world: World,
  team: string | undefined,
  since: number | undefined,
): Promise<readonly Dead[]> {
  if (team !== undefined && team !== NOBODY) await storedTeam(team, world);
  const teams = team === undefined ? [...(await world.store.teams.list()), NOBODY] : [team];
  const dead: Dead[] = [];
  for (const each of teams) dead.push(...(await world.store.graveyard.list(each)));
  return dead.filter(({ at }) => since === undefined || at >= since);
}

/** Which dead letters are meant, where not all are. */
interface Chosen {
  readonly team: string | undefined;
  readonly since: string | undefined;
}

/** As it was typed, to be typed again with the next command: what is brought back is what was listed. Begins with a blank, or is empty. */
export function asOptions({ team, since }: Chosen): string {
  return `${team === undefined ? '' : ` --team ${team}`}${since === undefined ? '' : ` --since ${since}`}`;
}

/** That there are none: of the chosen ones, or none at all. */
export function noneOn({ where }: World, { team, since }: Chosen): string {
  const whose = team === undefined ? '' : ` of ${team === NOBODY ? 'no team' : team}`;
  return `No dead letters${whose}${since === undefined ? '' : ` since ${since}`} on ${where}.`;
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A moment as an operator writes it: `2d`, `12h`, `30m` back from now, or a date with or without a time, in UTC unless it says otherwise.
 * @returns epoch milliseconds.
 * @throws SetupProblem when it is neither.
 */
export function readSince(text: string, now: number): number {
  const [, count, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const back = units[unit];
  if (count !== undefined && back !== undefined) return now - Number(count) * back;
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(zoned(text)) : Number.NaN;
  if (Number.isNaN(at))
    throw new SetupProblem(`--since ${text}: write 2d, 12h, 30m or a date such as 2027-01-31T14:00`);
  return at;
}

/** JavaScript reads a time without a zone as one of this machine. */
function zoned(text: string): string {
  return /T[\d:.]+$/.test(text) ? `${text}Z` : text;
}
