import { checkTeam } from '../setup/check.ts';
import { SetupProblem } from '../setup/explain.ts';
import { teamNamed } from './load-team.ts';
import { pausesTold } from './pauses-told.ts';
import { count, leftToDo, printTodos } from './report.ts';
import { setupParts } from './setup-parts.ts';
import { sweepsTold } from './sweeps-told.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/**
 * `cardwire check`: tries and mends one team, or all of them.
 * @returns whether every step of every team was done.
 */
export async function check(id: string | undefined, options: WorldOptions, io: Io): Promise<boolean> {
  const [out, err] = [createTerminal(io.stdout, io.env), createTerminal(io.stderr, io.env)];
  return inWorld(options, io, async (world) => {
    const ids = id === undefined ? await world.store.teams.list() : [id];
    if (ids.length === 0)
      throw new SetupProblem(
        `no team is set up on ${world.where}: begin with npm run cardwire -- setup team.yml`,
      );
    const parts = await setupParts(world, io);
    let [failed, todos] = [0, 0];
    for (const each of ids) {
      const team = await teamNamed(each, world);
      err.line(err.style('bold', `Team ${each}, on ${world.where}`));
      const result = await checkTeam(team, parts);
      for (const { line, well } of await sweepsTold(team, world.store.sweeps, Date.now()))
        err.line(well ? line : err.style('yellow', line));
      const { paused, cards } = world.store;
      for (const line of await pausesTold(team, await paused.list(each), cards, result.failed === 0))
        err.line(err.style('yellow', line));
      printTodos(result, out);
      if (result.failed === 0) await paused.resume(each);
      failed += result.failed;
      todos += result.todos.length;
    }
    const checked = `${count(ids.length, 'team')} checked`;
    if (failed === 0 && todos === 0) out.line(out.style('green', `${checked}; all is well.`));
    else if (failed === 0) out.line(out.style('yellow', `${checked}; ${leftToDo(todos)}.`));
    else err.line(err.style('red', `${count(failed, 'step')} failed.`));
    return failed === 0;
  });
}
