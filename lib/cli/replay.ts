import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../domain/errors.ts';
import type { Keys } from '../domain/keys.ts';
import { type Fate, replay as replayAll } from '../queue/replay.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { Dead } from '../store/dead.ts';
import { openSecret, type SealedSecret } from '../teams/secrets.ts';
import { createCounter } from './counter.ts';
import type { DeadOptions } from './dead.ts';
import { deadLetters, readSince } from './dead-letters.ts';
import { linesOf } from './dead-lines.ts';
import { openQueues } from './queues.ts';
import { count } from './report.ts';
import { createTerminal, type Io } from './terminal.ts';
import { openWorld } from './world.ts';

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
  const [out, err] = [createTerminal(io.stdout, io.env), createTerminal(io.stderr, io.env)];
  const perSecond = readRate(rate);
  const world = openWorld(options, io);
  const queues = openQueues(options, io);
  try {
    const now = Date.now();
    const found = await deadLetters(world, team, since === undefined ? undefined : readSince(since, now));
    if (found.length === 0) {
      out.line(`No dead letters on ${world.where}.`);
      return true;
    }
    if (dryRun) {
      for (const line of await linesOf(found, world, now)) out.line(line);
      out.line(`${count(found.length, 'dead letter')} would be brought back, in this order.`);
      return true;
    }
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
      out.line(`${count(fates.raised, 'dead letter')} brought back.`);
    }
    if (fates.taken > 0)
      err.line(`${fates.taken} left: another replay has them in hand. Run it again in two minutes.`);
    if (fates.unreadable > 0)
      err.line(`${fates.unreadable} left: no deployment key opens them. Set CARDWIRE_KEY_PREVIOUS too.`);
    return fates.taken + fates.unreadable === 0;
  } finally {
    world.close();
    queues.close();
  }
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
