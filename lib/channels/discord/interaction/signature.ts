import { createPublicKey, verify } from 'node:crypto';
import type { DoorRequest } from '../../../domain/door.ts';

/** What stands before the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/** Seconds that a request's own moment may be away from ours, either way. Discord names no window (contract A1.1). */
const window = 300;

/**
 * Whether Discord's application with this key has signed the very bytes of a request just now. Anything missing or misshapen is a no.
 * @param publicKey 64 hex digits.
 * @param now epoch milliseconds.
 * @see https://docs.discord.com/developers/interactions/overview
 */
export function isSigned({ headers, body }: DoorRequest, publicKey: string, now: number): boolean {
  const signature = headers['x-signature-ed25519'] ?? '';
  const moment = headers['x-signature-timestamp'] ?? '';
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(moment)) return false;
  if (Math.abs(now / 1000 - Number(moment)) > window) return false;
  const der = Buffer.concat([spki, Buffer.from(publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.concat([Buffer.from(moment), body]), key, Buffer.from(signature, 'hex'));
}
