import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupProblem } from '../setup/explain.ts';
import { setUp } from '../setup/set-up.ts';
import { createSteps } from '../setup/steps.ts';
import { type WaitParts, waitForTests } from '../setup/wait-for-tests.ts';
import type { Problem } from '../teams/problems.ts';
import { readTeamFile } from '../teams/read-file.ts';
import { count, leftToDo, printAddresses, printTodos } from './report.ts';
import { setupParts } from './setup-parts.ts';
import { createTerminal, type Io, type Terminal } from './terminal.ts';
import { inWorld, type World, type WorldOptions } from './world.ts';

/**
 * `cardwire setup`: connects the team of a file and tells how it went.
 * @returns whether every step was done; what is left for a person does not count against it.
 */
export async function setup(
  path: string,
  options: WorldOptions & { readonly revoke?: readonly string[] },
  io: Io,
): Promise<boolean> {
  const [out, err] = [createTerminal(io.stdout, io.env), createTerminal(io.stderr, io.env)];
  const { file, problems } = readTeamFile(await textOf(path, io.env), io.env);
  if (!file) {
    for (const problem of problems) err.line(lineOf(path, problem));
    err.line(err.style('red', `${count(problems.length, 'problem')} in ${path}; nothing was done.`));
    return false;
  }
  return inWorld(options, io, async (world) => {
    const parts = await setupParts(world, io);
    const result = await setUp(file, parts, options.revoke);
    printTodos(result, out);
    if (!result.stored) {
      err.line(
        err.style(
          'red',
          `${count(result.failed, 'step')} failed; nothing was stored. Mend it and run this again.`,
        ),
      );
      return false;
    }
    printAddresses(file.team, result, out);
    // Somebody has to be there to press the button.
    const tested = out.interactive
      ? await waitForTests(file.team, result.untested, waiting(world), createSteps(parts.progress))
      : 0;
    out.line();
    if (result.failed === 0) {
      await world.store.paused.resume(file.team);
      out.line(standing(file.team, world.where, leftToDo(result.todos.length - tested), out));
      return true;
    }
    const failed = count(result.failed, 'step');
    err.line(err.style('red', `Stored on ${world.where}, but ${failed} failed: run this again.`));
    return false;
  });
}

/** A team is not called connected while a person has to paste something. */
function standing(team: string, where: string, left: string, out: Terminal): string {
  if (left === '') return out.style('green', `Team ${team} is connected, on ${where}.`);
  return out.style('yellow', `Team ${team} is stored on ${where}; ${left}.`);
}

function waiting({ store }: World): WaitParts {
  return { tests: store.webhookTests, now: Date.now, pause: (ms) => sleep(ms) };
}

/** npm runs scripts in the project's folder; a path is meant from where npm was called. */
async function textOf(path: string, env: Io['env']): Promise<string> {
  for (const folder of [env.INIT_CWD, '.']) {
    const text = await readFile(resolve(folder ?? '.', path), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new SetupProblem(`${path} cannot be read: check the path (events/team.yml is an example to copy)`);
}

/** As editors and terminals know it: `team.yml:6:12`. */
function lineOf(file: string, { line, column, path, text }: Problem): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${where}  ${path === '' ? '' : `${path}: `}${text}`;
}
