import { openFarSides } from '../setup/far-sides.ts';
import type { SetupParts } from '../setup/parts.ts';
import { requireKnownKey } from './known-key.ts';
import { createProgress } from './progress.ts';
import type { Io } from './terminal.ts';
import type { World } from './world.ts';

/**
 * What setting up and checking work with on the command line.
 * @throws SetupProblem when the deployment's key or address is not known, or the deployment has another key.
 */
export async function setupParts(world: World, io: Io): Promise<SetupParts> {
  const isKeyProven = await requireKnownKey(world);
  return {
    ...openFarSides(),
    env: io.env,
    baseUrl: world.baseUrl(),
    keys: world.keys(),
    isKeyProven,
    teams: world.store.teams,
    mailboxes: world.store.mailboxes,
    progress: createProgress(io),
  };
}
