import { readCardRef } from '../commands/card-ref.ts';
import type { CardId } from '../domain/card.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { CardKey } from '../store/card-record.ts';
import { type TraceLine, traceOf } from '../store/trace.ts';
import { numberedName } from '../teams/card-name.ts';
import type { StoredTeam } from '../teams/stored.ts';
import { roomTold } from './room-told.ts';
import { storedTeam } from './stored-team.ts';
import { table } from './table.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type World, type WorldOptions } from './world.ts';

/**
 * `cardwire trace`: prints what the table knows of one card, oldest first, with the conversation it happened in. Moments are
 * UTC. Holds no text of people.
 * @param first the team, or the card where there is one team only.
 */
export async function trace(
  first: string,
  second: string | undefined,
  options: WorldOptions & { readonly board?: string },
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const team = second === undefined ? await onlyTeam(world) : first;
    const { team: named } = await storedTeam(team, world);
    const key = await keyOf(named, options.board, second ?? first, world);
    const record = await world.store.cards.get(key);
    const nameOf = (where: string) => (where === '' ? 'the card' : roomTold(named, record, where));
    const lines = (await traceOf(world.store, key, Date.now())).map((line) => rowOf(line, nameOf));
    if (lines.length === 0) {
      throw new SetupProblem(`nothing is known of the card ${key.card} on ${key.board} of team ${team}`);
    }
    const called = record?.number === undefined ? key.card : numberedName(named, key.board, record.number);
    out.line(out.style('bold', `Card ${called} on ${key.board} of team ${team}`));
    for (const line of table([['WHEN (UTC)', 'WHAT', 'WHERE', 'CODE', 'EVENT'], ...lines])) out.line(line);
    return true;
  });
}

async function onlyTeam({ store, where }: World): Promise<string> {
  const [team, ...others] = await store.teams.list();
  if (team !== undefined && others.length === 0) return team;
  const known = team === undefined ? 'no team is set up' : `name the team: ${[team, ...others].join(', ')}`;
  throw new SetupProblem(`on ${where}, ${known}`);
}

/** The card by its number, as `OPS-42`, by its id, or by a link: that ends in one of them, whatever the product. */
async function keyOf(
  { id: team, boards }: StoredTeam,
  wanted: string | undefined,
  written: string,
  { store }: World,
): Promise<CardKey> {
  const names = Object.keys(boards);
  const path = URL.canParse(written) ? new URL(written).pathname : written;
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const found = readCardRef(last, names)?.card;
  const numbered = found?.by === 'number' ? found : undefined;
  const board = numbered?.board ?? wanted ?? names[0];
  if (board === undefined || !names.includes(board))
    throw new SetupProblem(`team ${team} has no board ${board ?? ''}: it has ${names.join(', ')}`);
  if (!numbered) return { team, board, card: last as CardId };
  const card = await store.cards.byNumber(team, board, numbered.number);
  if (card !== undefined) return { team, board, card };
  throw new SetupProblem(
    `no card ${numbered.number} of ${board} has been seen here: give its link, if it is there`,
  );
}

function rowOf(
  { at, what, event, code, where, waits }: TraceLine,
  nameOf: (where: string) => string,
): string[] {
  const until = waits?.until === undefined ? '' : ` until ${timeOf(waits.until)}`;
  const step = `${waits ? 'now: ' : ''}${what.replaceAll('-', ' ')}${until}`;
  return [timeOf(at), step, nameOf(where), code ?? '', event];
}

function timeOf(moment: number): string {
  return new Date(moment).toISOString().replace('T', ' ').replace('Z', '');
}
