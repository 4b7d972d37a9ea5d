import { fingerprints } from '../domain/keys.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { World } from './world.ts';

/**
 * Makes sure that what is sealed here will be accepted there: with another key every address that is given out would be refused, and no
 * stored secret opened. While a key is rotated out the deployment has two, and either will do.
 * @throws SetupProblem that says which key is missing where. Nothing when the deployment's keys are not known.
 */
export async function requireKnownKey(world: Pick<World, 'keys' | 'fingerprints' | 'where'>): Promise<void> {
  const there = await world.fingerprints();
  if (!there) return;
  const [ours, previous] = fingerprints(world.keys()('key-fingerprint'));
  if (there.includes(ours)) return;
  const differs = `this CARDWIRE_KEY is not the one of ${world.where} (fingerprint ${ours} here, ${there.join(' and ')} there)`;
  throw new SetupProblem(
    previous !== undefined && there.includes(previous)
      ? `${differs}, which only has the CARDWIRE_KEY_PREVIOUS: deploy or start it with both variables, then run this again`
      : `${differs}, which would refuse everything (401): set the one it has, or deploy or start it with this one, then run this again`,
  );
}
