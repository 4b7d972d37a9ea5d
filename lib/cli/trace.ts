import type { CardId } from '../domain/card.ts';
import { SetupProblem } from '../setup/explain.ts';
import { type TraceLine, traceOf } from '../store/trace.ts';
import { roomName } from '../teams/room-name.ts';
import { parseStored } from '../teams/stored.ts';
import { storedTeam } from './stored-team.ts';
import { table } from './table.ts';
import { createTerminal, type Io } from './terminal.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

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
  const world = openWorld(options, io);
  try {
    const team = second === undefined ? await onlyTeam(world) : first;
    const card = second ?? first;
    const board = await boardOf(team, options.board, world);
    const key = { team, board, card: await cardOf(team, board, card, world) };
    const { team: named } = await storedTeam(team, world);
    const record = await world.store.cards.get(key);
    const nameOf = (where: string) => (where === '' ? 'the card' : roomName(named, record, where));
    const lines = (await traceOf(world.store, key, Date.now())).map((line) => rowOf(line, nameOf));
    if (lines.length === 0) {
      throw new SetupProblem(`nothing is known of the card ${key.card} on ${board} of team ${team}`);
    }
    out.line(out.style('bold', `Card ${key.card} on ${board} of team ${team}`));
    for (const line of table([['WHEN (UTC)', 'WHAT', 'WHERE', 'CODE', 'EVENT'], ...lines])) out.line(line);
    return true;
  } finally {
    world.close();
  }
}

async function onlyTeam({ store, where }: World): Promise<string> {
  const [team, ...others] = await store.teams.list();
  if (team !== undefined && others.length === 0) return team;
  const known = team === undefined ? 'no team is set up' : `name the team: ${[team, ...others].join(', ')}`;
  throw new SetupProblem(`on ${where}, ${known}`);
}

async function boardOf(id: string, wanted: string | undefined, { store, where }: World): Promise<string> {
  const item = await store.teams.get(id);
  if (!item)
    throw new SetupProblem(`there is no team ${id} on ${where}: npm run cardwire -- teams lists them`);
  const names = Object.keys(parseStored(item.settings).boards);
  const board = wanted ?? names[0];
  if (board !== undefined && names.includes(board)) return board;
  throw new SetupProblem(`team ${id} has no board ${board ?? ''}: it has ${names.join(', ')}`);
}

/** A number, the card's id, or a link: that ends in one of them, whatever the product. */
async function cardOf(team: string, board: string, written: string, { store }: World): Promise<CardId> {
  const last = URL.canParse(written)
    ? new URL(written).pathname.split('/').findLast((part) => part !== '')
    : written;
  const number = /^#?(\d+)$/.exec(last ?? '')?.[1];
  if (number === undefined) return (last ?? '') as CardId;
  const card = await store.cards.byNumber(team, board, Number(number));
  if (card !== undefined) return card;
  throw new SetupProblem(`no card ${number} of ${board} has been seen here: give its link, if it is there`);
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
