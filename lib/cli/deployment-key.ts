import { requireDeploymentKey, requireGoodKeys } from '../local/deployment-key.ts';
import type { LocalEndpoints } from '../local/stack-file.ts';
import { SetupProblem } from '../setup/explain.ts';
import { createKeyring, type Keyring } from '../setup/keyring.ts';
import type { Io } from './terminal.ts';

/**
 * The keys of a deployment: those of `CARDWIRE_KEY` and `CARDWIRE_KEY_PREVIOUS`, but the demo's for a local stack that was
 * started with it. Who has a key of their own here means more than a try: their secrets are not sealed with the demo's without a word.
 * @throws SetupProblem when there is no good key, or a local stack has the demo's instead of this one.
 */
export function keyringOf(env: Io['env'], local: LocalEndpoints | undefined): Keyring {
  if (local?.key !== undefined) {
    if (!env.CARDWIRE_KEY || env.CARDWIRE_KEY === local.key) return createKeyring(local.key);
    throw new SetupProblem(
      'this CARDWIRE_KEY is not the one of the local stack, which was started without one and has the one that everyone knows: start it with this one too, or unset it here, then run this again',
    );
  }
  try {
    if (local) requireGoodKeys(env);
    else requireDeploymentKey(env);
  } catch (error) {
    throw new SetupProblem(error instanceof Error ? error.message : 'CARDWIRE_KEY is no good');
  }
  if (env.CARDWIRE_KEY) return createKeyring(env.CARDWIRE_KEY, env.CARDWIRE_KEY_PREVIOUS || undefined);
  throw new SetupProblem('The local stack was started with a CARDWIRE_KEY: set the same one here.');
}
