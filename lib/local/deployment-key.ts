import { deriveKey, fingerprints, keyPurposes, parseKeys } from '../domain/keys.ts';
import { demoKey } from './demo-key.ts';
import { LocalProblem } from './problem.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const shortest = 32;
const advice =
  'Make one with "openssl rand -hex 32", keep it where you keep secrets, and use the same one at every deploy.';

/** The deployment key, then the one that is being rotated out; the demo's when there is none. */
function deploymentKeys(env: Environment): readonly string[] {
  const previous = env.CARDWIRE_KEY_PREVIOUS;
  return [env.CARDWIRE_KEY || demoKey, ...(previous ? [previous] : [])];
}

/**
 * The keys of one purpose in the environment's form: `hex`, or `hex,hex` while a key is rotated out.
 * @throws LocalProblem when there is no such purpose.
 */
export function purposeKeys(purpose: string, env: Environment): string {
  const known = keyPurposes.find((name) => name === purpose);
  if (!known)
    throw new LocalProblem(`There is no key for "${purpose}". The purposes are: ${keyPurposes.join(', ')}.`);
  return deploymentKeys(env)
    .map((key) => deriveKey(key, known))
    .join(',');
}

/** The fingerprints of the deployment key and of the one that is being rotated out, by which the command line knows the deployment's keys. */
export function keyFingerprints(env: Environment): readonly string[] {
  return fingerprints(parseKeys(purposeKeys('key-fingerprint', env)));
}

/**
 * Makes sure that a deployment key is there and good enough for the cloud.
 * @throws LocalProblem with what to do.
 */
export function requireDeploymentKey(env: Environment): void {
  if (!env.CARDWIRE_KEY) {
    throw new LocalProblem(`CARDWIRE_KEY is not set. Every address is sealed with it. ${advice}`);
  }
  requireGoodKeys(env);
  if (deploymentKeys(env).includes(demoKey))
    throw new LocalProblem(`The demo's key protects nothing. ${advice}`);
}

/**
 * Refuses keys that are there but too short to be keys.
 * @throws LocalProblem with what to do.
 */
export function requireGoodKeys(env: Environment): void {
  for (const name of ['CARDWIRE_KEY', 'CARDWIRE_KEY_PREVIOUS']) {
    const key = env[name];
    if (key && key.length < shortest) {
      throw new LocalProblem(`${name} is too short: at least ${shortest} characters. ${advice}`);
    }
  }
}

/** True when a packaged template was made with the demo's key, which a package made without CARDWIRE_KEY is. */
export function madeWithDemoKey(template: unknown): boolean {
  const text = JSON.stringify(template);
  return keyPurposes.some((purpose) => text.includes(deriveKey(demoKey, purpose)));
}
