import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Brand } from '../domain/brand.ts';
import { CardwireError, never } from '../domain/errors.ts';
import type { Keys } from '../domain/keys.ts';

/** An encrypted secret: `v1.` and base64url of nonce (12 bytes), ciphertext and tag (16 bytes). */
export type SealedSecret = Brand<string, 'SealedSecret'>;

/** Which secret it is: a sealed one opens in its own place only, so that no team can be given another one's. */
export interface SecretPlace {
  readonly team: string;
  /** Such as `boards.ops.password`. */
  readonly field: string;
}

/**
 * Encrypts a secret with AES-256-GCM under the first key, bound to its place.
 * Nonces are random: with one key, 2^32 secrets may be sealed before two of them could meet (NIST SP 800-38D, 8.3).
 */
export function sealSecret(secret: string, place: SecretPlace, keys: Keys): SealedSecret {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keys[0], 'hex'), nonce).setAAD(placeBytes(place));
  const parts = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return `v1.${Buffer.concat(parts).toString('base64url')}` as SealedSecret;
}

/**
 * Decrypts a sealed secret with whichever key fits (two are good while one is rotated out).
 * @throws CardwireError `secret-unreadable` when no key fits, or it was sealed for another place or changed.
 */
export function openSecret(sealed: SealedSecret, place: SecretPlace, keys: Keys): string {
  const bytes = Buffer.from(/^v1\.([\w-]+)$/.exec(sealed)?.[1] ?? '', 'base64url');
  if (bytes.length >= 28) {
    for (const key of keys) {
      const secret = tryOpen(bytes, place, key);
      if (secret !== undefined) return secret;
    }
  }
  throw new CardwireError('secret-unreadable', never);
}

function tryOpen(bytes: Buffer, place: SecretPlace, key: string): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(placeBytes(place)).setAuthTag(bytes.subarray(-16));
  const text = decipher.update(bytes.subarray(12, -16));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function placeBytes({ team, field }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([team, field]));
}
