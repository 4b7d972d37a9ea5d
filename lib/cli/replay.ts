import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../domain/errors.ts';
import type { Keys } from '../domain/keys.ts';
import { type Fate, replay as replayAll } from '../queue/replay.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { Dead } from '../store/dead.ts';
import { openSecret, type SealedSecret } from '../teams/secrets.ts';
import { createCounter } from './counter.ts';
import type { DeadOptions } from './dead.ts';
import { deadLetters, noneOn, readSince } from './dead-letters.ts';
import { linesOf } from './dead-lines.ts';
import { openQueues, type Queues } from './queues.ts';
import { count } from './report.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type World } from './world.ts';

/** What is to be brought back, and how fast. */
export interface ReplayOptions extends DeadOptions {
  readonly dryRun?: boolean;
  /** Messages a second. */
  readonly rate?: string;
}

/** Boards and chats of a team are called by people too. */
const RATE = 5;
const MOST = 50;

/**
 * `cardwire replay`: puts dead letters back into their queues, oldest first.
 * @returns false when some were left.
 */
export async function replay(given: ReplayOptions, io: Io): Promise<boolean> {
  const { team, since, dryRun, rate, ...options } = given;
  const out = createTerminal(io.stdout, io.env);
  const perSecond = readRate(rate);
  return inWorld(options, io, async (world) => {
    const now = Date.now();
    const found = await deadLetters(world, team, since === undefined ? undefined : readSince(since, now));
    if (found.length === 0) {
      out.line(noneOn(world, { team, since }));
      return true;
    }
    if (dryRun) {
      for (const line of await linesOf(found, world, now)) out.line(line);
      out.line(`${count(found.length, 'dead letter')} would be brought back, in this order.`);
      return true;
    }
    const queues = openQueues(options, io);
    try {
      return tellLeft(await bringBack(found, { world, queues, perSecond, io }), io);
    } finally {
      queues.close();
    }
  });
}

/** What bringing back works with. */
interface BackParts {
  readonly world: World;
  readonly queues: Queues;
  readonly perSecond: number;
  readonly io: Io;
}

type Fates = Readonly<Record<Fate, number>>;

/** Brings them back and counts them while it goes on. Gives how many fared how. */
async function bringBack(
  found: readonly Dead[],
  { world, queues, perSecond, io }: BackParts,
): Promise<Fates> {
  const keys = world.keys()('stored-secrets');
  const fates: Record<Fate, number> = { raised: 0, taken: 0, unreadable: 0 };
  const counter = createCounter(io, 'Brought back', found.length);
  const { graveyard, receipts } = world.store;
  const parts = {
    ...{ graveyard, receipts, sqs: queues.sqs, queueUrl: queues.urlOf, pause: sleep },
    open: (dead: Dead) => openBody(dead, keys),
  };
  let done = 0;
  try {
    await replayAll(parts, found, perSecond, (_, fate) => {
      fates[fate] += 1;
      done += 1;
      counter.at(done);
    });
  } finally {
    counter.stop();
    createTerminal(io.stdout, io.env).line(`${count(fates.raised, 'dead letter')} brought back.`);
  }
  return fates;
}

/** Says what was left and why; true when nothing was. */
function tellLeft({ taken, unreadable }: Fates, io: Io): boolean {
  const err = createTerminal(io.stderr, io.env);
  if (taken > 0) err.line(`${taken} left: another replay has them in hand. Run it again in two minutes.`);
  if (unreadable > 0)
    err.line(`${unreadable} left: no deployment key opens them. Set CARDWIRE_KEY_PREVIOUS too.`);
  return taken + unreadable === 0;
}

function readRate(text: string | undefined): number {
  const rate = text === undefined ? RATE : Number(text);
  if (rate > 0 && rate <= MOST) return rate;
  throw new SetupProblem(`--rate ${text}: write how many a second, up to ${MOST}`);
}

function openBody({ team, body }: Dead, keys: Keys): string | undefined {
  try {
    return openSecret(body as SealedSecret, { team, field: 'dead' }, keys);
  } catch (error) {
    if (hasCode(error, 'secret-unreadable')) return undefined;
    throw error;
  }
}
