import { fingerprints } from '../domain/keys.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { World } from './world.ts';

/**
 * Makes sure that what is sealed here will be accepted there, and for good: with another key every address that is given out would be refused, and
 * no stored secret opened; with the one that is being rotated out, as soon as that goes.
 * @returns whether it is proven: false when the deployment's keys are not known.
 * @throws SetupProblem that says which key is missing where.
 */
export async function requireKnownKey(
  world: Pick<World, 'keys' | 'fingerprints' | 'where'>,
): Promise<boolean> {
  const there = await world.fingerprints();
  if (!there) return false;
  const [ours, previous] = fingerprints(world.keys()('key-fingerprint'));
  if (there[0] === ours) return true;
  throw new SetupProblem(
    `this CARDWIRE_KEY is not the one of ${world.where} (fingerprint ${ours} here, ${there.join(' and ')} there), ${adviceFor(there, ours, previous)}, then run this again`,
  );
}

function adviceFor(there: readonly string[], ours: string, previous: string | undefined): string {
  if (there.includes(ours))
    return 'which has it as its CARDWIRE_KEY_PREVIOUS: what is set with it works until that goes, and no longer. Set its CARDWIRE_KEY here, or deploy or start it with this one as that';
  if (previous !== undefined && there.includes(previous))
    return 'which only has the CARDWIRE_KEY_PREVIOUS: deploy or start it with both variables';
  return 'which would refuse everything (401): set the one it has, or deploy or start it with this one';
}
