import { deriveKey, type KeyPurpose, type Keys } from '../domain/keys.ts';

/** The keys of every purpose, as the operator alone has them. */
export type Keyring = (purpose: KeyPurpose) => Keys;

/**
 * Derives keys from the deployment key and, while it is rotated out, from the previous one: what is written is made with the
 * first.
 */
export function createKeyring(deploymentKey: string, previous?: string): Keyring {
  return (purpose) => [
    deriveKey(deploymentKey, purpose),
    ...(previous === undefined ? [] : [deriveKey(previous, purpose)]),
  ];
}
