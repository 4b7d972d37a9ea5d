import type { CardId } from '../domain/card.ts';
import { CardwireError } from '../domain/errors.ts';
import { SetupProblem } from '../setup/explain.ts';
import { type CardKey, cardPartition } from '../store/cards.ts';
import type { Dead } from '../store/dead.ts';
import { numberedName } from '../teams/card-name.ts';
import { parseStored, type StoredTeam } from '../teams/stored.ts';
import { storedTeam } from './stored-team.ts';
import { table } from './table.ts';
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

/** How long ago, in the largest unit that says enough: `5 min`, `3 h`, `12 d`. */
function ageOf(at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

const heading = ['TEAM', 'REASON', 'WHAT', 'BOARD', 'CARD', 'AGE'];

/** They as a table for people, a line each below the heading: no body, no text of anyone; cards by the name that people use for them, where it is known. */
export async function linesOf(
  dead: readonly Dead[],
  world: Pick<World, 'store'>,
  now: number,
): Promise<readonly string[]> {
  const nameOf = await cardNames(dead, world);
  return table([heading, ...dead.map((each) => rowOf(each, nameOf(each), now))]);
}

function rowOf({ team, reason, kind, board, at }: Dead, card: string, now: number): string[] {
  return [team, reason, kind ?? '', board ?? '', card, ageOf(at, now)];
}

/** Cards that are read at once: an outage leaves many. */
const AT_ONCE = 25;

/** Each team and each card is read once. */
async function cardNames(
  dead: readonly Dead[],
  { store }: Pick<World, 'store'>,
): Promise<(one: Dead) => string> {
  const keys = [
    ...new Map(dead.flatMap((each) => keyOf(each).map((key) => [cardPartition(key), key]))).values(),
  ];
  const teams = new Map<string, StoredTeam | undefined>();
  for (const id of new Set(keys.map(({ team }) => team))) teams.set(id, await readableTeam(id, store));
  const names = new Map<string, string>();
  const name = async (key: CardKey) => {
    const team = teams.get(key.team);
    const number = team && (await store.cards.get(key))?.number;
    if (team && number !== undefined) names.set(cardPartition(key), numberedName(team, key.board, number));
  };
  for (let at = 0; at < keys.length; at += AT_ONCE) await Promise.all(keys.slice(at, at + AT_ONCE).map(name));
  return (one) => keyOf(one).map((key) => names.get(cardPartition(key)) ?? key.card)[0] ?? '';
}

/** Undefined when there is none of this name, or when its settings are what nobody can read: that may be the very reason of the dead letters. */
async function readableTeam(id: string, { teams }: World['store']): Promise<StoredTeam | undefined> {
  const item = await teams.get(id);
  try {
    return item && parseStored(item.settings);
  } catch (error) {
    if (error instanceof CardwireError) return undefined;
    throw error;
  }
}

/** The card that a dead letter is about; none where that is not known. */
function keyOf({ team, board, card }: Dead): readonly CardKey[] {
  return board === undefined || card === undefined ? [] : [{ team, board, card: card as CardId }];
}
