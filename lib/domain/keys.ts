import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a key is for: each door, and what is stored. Each purpose has its own key, derived from the deployment's one. */
export const keyPurposes = [
  'wekan-webhook',
  'taiga-webhook',
  'mattermost-command',
  'mattermost-action',
  'discord-interaction',
  'mail-reply',
  'mail-link',
  'stored-secrets',
  'key-fingerprint',
] as const;

export type KeyPurpose = (typeof keyPurposes)[number];

/**
 * Derives a purpose's key from the deployment key.
 * @returns 32 bytes as hex.
 */
export function deriveKey(deploymentKey: string, purpose: KeyPurpose): string {
  const derived = hkdfSync('sha256', deploymentKey, 'cardwire', purpose, 32);
  return Buffer.from(derived).toString('hex');
}

/** The keys of one purpose: what is written is made with the first, what is read may be made with any (rotation). */
export type Keys = readonly [string, ...string[]];

/**
 * Reads a purpose's keys from the environment's form, `hex` or `hex,hex`.
 * @throws Error when there is none: no secret configured means refuse.
 */
export function parseKeys(text: string | undefined): Keys {
  const [first, ...rest] = text?.split(',').filter((key) => /^[0-9a-f]{64}$/.test(key)) ?? [];
  if (first === undefined) throw new Error('no key configured');
  return [first, ...rest];
}

/** Hex digits: enough to tell keys apart by. */
const FINGERPRINT = 16;

/**
 * What tells deployment keys apart and says nothing else of them: it seals and opens nothing, so it may be shown, and stored beside what is sealed.
 * @param keys those of the purpose `key-fingerprint`.
 * @returns 16 hex digits for each, in their order.
 */
export function fingerprints(keys: Keys): readonly [string, ...string[]] {
  const [first, ...rest] = keys;
  const cut = (key: string) => key.slice(0, FINGERPRINT);
  return [cut(first), ...rest.map(cut)];
}

/** An HMAC-SHA256 over length-prefixed parts, as base64url (43 characters). */
export function sign(key: string, ...parts: readonly string[]): string {
  const hmac = createHmac('sha256', Buffer.from(key, 'hex'));
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`);
  return hmac.digest('base64url');
}

/** True when `mac` was made by `sign` with any of the keys over the same parts. Constant time. */
export function verify(keys: Keys, mac: string, ...parts: readonly string[]): boolean {
  return fitsAny(keys, mac, (key) => sign(key, ...parts));
}

/** True when a text is what `make` makes of any of the keys. Constant time: every key is tried. */
export function fitsAny(keys: Keys, presented: string, make: (key: string) => string): boolean {
  let good = false;
  for (const key of keys) good = sameText(make(key), presented) || good;
  return good;
}

/** Compares two texts in constant time; the length alone may show. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
