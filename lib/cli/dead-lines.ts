import type { CardId } from '../domain/card.ts';
import { CardwireError } from '../domain/errors.ts';
import { type CardKey, cardPartition } from '../store/card-record.ts';
import type { Dead } from '../store/dead.ts';
import { numberedName } from '../teams/card-name.ts';
import { parseStored, type StoredTeam } from '../teams/stored.ts';
import { table } from './table.ts';
import type { World } from './world.ts';

const heading = ['TEAM', 'REASON', 'WHAT', 'BOARD', 'CARD', 'AGE'];

/** Dead letters as a table for people, a line each below the heading: no body, no text of anyone; cards by the name that people use for them, where it is known. */
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

/** How long ago, in the largest unit that says enough: `5 min`, `3 h`, `12 d`. */
function ageOf(at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
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
