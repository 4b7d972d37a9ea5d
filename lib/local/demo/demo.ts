import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from '../../cli/progress.ts';
import type { Io } from '../../cli/terminal.ts';
import { CheckFailed, createChecks } from './checks.ts';
import type { Closing } from './closing.ts';
import { startFakes } from './fakes.ts';
import { keepRunning } from './keep/keep.ts';
import { createLastLines } from './last-lines.ts';
import { createMailHand } from './mail-hand.ts';
import type { DemoOptions } from './options.ts';
import { playAll } from './play.ts';
import { settled } from './queues.ts';
import { startStack } from './stack.ts';
import { connectTeam } from './team.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/**
 * Starts the fakes and Cardwire, connects the demo team, plays every scene; with `keep`, leaves all of it running.
 * @returns the exit code: 0 only when every step was checked.
 */
export async function runDemo(options: DemoOptions, io: Io, closing: Closing): Promise<number> {
  const show = createTimeline(io);
  const log = createLastLines();
  const began = Date.now();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'cardwire-demo-'));
    closing.add(() => rm(folder, { recursive: true, force: true }));
    const progress = createProgress({ ...io, stderr: io.stdout });
    show.heading('Everything starts on this machine');
    progress.begin('A fake Mattermost and a fake Wekan');
    const fakes = await startFakes(closing);
    progress.end('ok', `${fakes.mattermost.url} and ${fakes.wekan.url}`);
    progress.begin('Cardwire, by serverless offline');
    const stack = await startStack(folder, log, closing);
    progress.end('ok', `${stack.endpoints.url} (doors, queues, table, dispatcher, mail)`);
    show.heading('The team is connected, as by "npm run cardwire -- setup team.yml"');
    await connectTeam(fakes, stack.endpoints, progress);
    const check = createChecks();
    const mail = createMailHand(stack.endpoints);
    await playAll({ ...fakes, show, check, mail, settled: () => settled(stack.endpoints) });
    show.plain();
    show.good(`All is well: ${check.count} checks in ${Math.round((Date.now() - began) / 1000)} seconds.`);
    if (options.keep) await keepRunning(fakes, stack, show);
    else show.plain('To play with it yourself: npm run demo -- --keep');
    return 0;
  } catch (error) {
    tellFailure(error, show, log.lines);
    return 1;
  }
}

function tellFailure(error: unknown, show: Timeline, lines: readonly string[]): void {
  show.plain();
  if (error instanceof CheckFailed) {
    show.bad(`Expected  ${error.expected}`);
    show.bad(`Seen      ${error.seen}`);
  } else {
    show.bad(error instanceof Error ? error.message : String(error));
  }
  show.plain();
  show.plain(lines.length === 0 ? 'Cardwire wrote nothing.' : 'The last lines that Cardwire wrote:');
  for (const line of lines) show.plain(`  ${line}`);
}
