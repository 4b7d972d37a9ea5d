import { deriveKey, type KeyPurpose, type Keys } from '../../lib/domain/keys.ts';
import { EVENT_VERSION } from '../../schemas/event.ts';

/** The deployment keys that are good while one is rotated out, newest first: before, during and after. */
const rotation: readonly Keys[] = [['first'], ['second', 'first'], ['second']];

const derived = new Map<string, string>();

/** What is deployed: the code's version and the deployment's keys. */
export interface Release {
  /** What it writes in its envelopes; it reads every version up to this one. */
  readonly version: number;
  /** How far the rotation of the deployment key has come: 0 to 2. */
  readonly rotated: number;
  /** It tells the names of a change in one line alone, as releases did before there were `subjects`. */
  readonly inLine: boolean;
}

export const firstRelease: Release = { version: EVENT_VERSION, rotated: 0, inLine: false };

/** The keys that a release has for one purpose. */
export function keysOf({ rotated }: Release, purpose: KeyPurpose): Keys {
  const [first = '', ...rest] = rotation[rotated] ?? [];
  return [derive(first, purpose), ...rest.map((key) => derive(key, purpose))];
}

function derive(key: string, purpose: KeyPurpose): string {
  const name = `${key} ${purpose}`;
  const known = derived.get(name) ?? deriveKey(`the ${key} deployment key of the tests`, purpose);
  derived.set(name, known);
  return known;
}

/** The release of the next version, and the one before ours. */
export const newer = (release: Release): Release => ({
  ...release,
  version: EVENT_VERSION + 1,
  inLine: false,
});
export const older = (release: Release): Release => ({ ...release, version: EVENT_VERSION, inLine: true });

/** A message body as a release writes it: the next version differs from ours by its number alone. */
export function asWritten({ version, inLine }: Release, body: string): string {
  if (inLine) return inOneLine(body);
  return version === EVENT_VERSION ? body : withVersion(body, EVENT_VERSION, version);
}

/** A message body as a release reads it: what its own version wrote is plain to it, what a newer one wrote is not. */
export function asRead({ version, inLine }: Release, body: string): string {
  if (inLine) return inOneLine(body);
  return version === EVENT_VERSION ? body : withVersion(body, version, EVENT_VERSION);
}

function withVersion(body: string, from: number, to: number): string {
  const message = JSON.parse(body) as { readonly v: number };
  return message.v === from ? JSON.stringify({ ...message, v: to }) : body;
}

/** Without what releases of that time neither wrote nor read. */
function inOneLine(body: string): string {
  return JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'subjects' ? undefined : value)));
}
