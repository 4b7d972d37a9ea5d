import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Json } from './model.ts';

/** One application with its bot. */
export interface SimApplication {
  readonly id: string;
  readonly name: string;
  /** Hex of 32 bytes. */
  readonly verifyKey: string;
  readonly privateKey: KeyObject;
  /** What comes after `Bot ` in `Authorization`. */
  token: string;
  /** The bot's user id. */
  readonly bot: string;
  /** Where interactions go; empty when they would go over the Gateway, where nobody listens. */
  endpoint: string;
  /** What `PATCH /applications/@me` has set besides. */
  settings: Json;
}

/** Makes an application with a key pair of its own. */
export function createApplication(id: string, bot: string, token: string): SimApplication {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const verifyKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  return { id, name: 'Cardwire', verifyKey, privateKey, token, bot, endpoint: '', settings: {} };
}

/** The headers of a signed call. Contract A1.1: signed are the timestamp's bytes and the raw body's. */
export function signedHeaders(
  { privateKey }: Pick<SimApplication, 'privateKey'>,
  body: string,
  timestamp: string,
): Record<string, string> {
  return {
    'X-Signature-Ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    'X-Signature-Timestamp': timestamp,
  };
}

/** The same with a signature that does not fit. */
export function badlySignedHeaders(body: string, timestamp: string): Record<string, string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signedHeaders({ privateKey }, body, timestamp);
}
