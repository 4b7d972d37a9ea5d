import { asOptions, deadLetters, noneOn, readSince } from './dead-letters.ts';
import { linesOf } from './dead-lines.ts';
import { count } from './report.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/** What is to be listed. */
export interface DeadOptions extends WorldOptions {
  readonly team?: string;
  readonly since?: string;
}

/** `cardwire dead`: lists what was given up, with the reason. Needs no key: bodies stay sealed. */
export async function dead({ team, since, ...options }: DeadOptions, io: Io): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const now = Date.now();
    const from = since === undefined ? undefined : readSince(since, now);
    const found = await deadLetters(world, team, from);
    if (found.length === 0) {
      out.line(noneOn(world, { team, since }));
      return true;
    }
    for (const line of await linesOf(found, world, now)) out.line(line);
    out.line(
      `${count(found.length, 'dead letter')}. To bring them back, once the reason is put right: npm run cardwire -- replay${asOptions({ team, since })}`,
    );
    return true;
  });
}
