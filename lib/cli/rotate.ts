import { demoKey } from '../local/demo-key.ts';
import { SetupProblem } from '../setup/explain.ts';
import { check } from './check.ts';
import { count } from './report.ts';
import { sealAnew } from './seal-anew.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/**
 * `cardwire rotate`: brings every team over to a new deployment key while the old one is still good: secrets and what waits encrypted in the table
 * are sealed anew, addresses that can be set from here are set anew, and what a person has to paste is listed. Safe to repeat.
 * @returns whether every step was done; then the old key may go, once what is listed is pasted.
 */
export async function rotate(options: WorldOptions, io: Io): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    if (world.isDemo) {
      throw new SetupProblem(
        `the local stack was started without a CARDWIRE_KEY, so it has the one that everyone knows: stop it, start it with CARDWIRE_KEY=<new> CARDWIRE_KEY_PREVIOUS=${demoKey}, then run this with the same two`,
      );
    }
    if (world.keys()('stored-secrets').length < 2) {
      throw new SetupProblem(
        'set CARDWIRE_KEY to the new key and CARDWIRE_KEY_PREVIOUS to the old one, as at the deployment that knows both',
      );
    }
    if (!(await check(undefined, options, io))) return false;
    out.line(
      `${count(await sealAnew(world.table, world.keys()('stored-secrets')), 'kept message')} sealed anew.`,
    );
    out.line('Deploy or start it again without CARDWIRE_KEY_PREVIOUS when nothing is left to be pasted.');
    return true;
  });
}
