import { fitsAny, type Keys, sign } from '../../domain/keys.ts';

/** What a link in a mail of ours is for. */
export type LinkAction = 'confirm' | 'unsubscribe' | 'original';

/** Characters of the HMAC: 132 bits. */
const MAC = 22;

/**
 * The token in a link: what it is about, and that we gave it out for this very thing. It holds no address and is good for whoever has it.
 * @param id letters, digits, `-` and `_`.
 */
export function linkToken(action: LinkAction, id: string, keys: Keys): string {
  return `${id}.${macOf(action, id, keys[0])}`;
}

/** What a token is about; undefined when none of the keys has sealed it for this action. Constant time. */
export function openLinkToken(action: LinkAction, token: string, keys: Keys): string | undefined {
  const [, id = '', mac = ''] = /^([\w-]{1,200})\.([\w-]{22})$/.exec(token) ?? [];
  const good = fitsAny(keys, mac, (key) => macOf(action, id, key));
  return good ? id : undefined;
}

function macOf(action: LinkAction, id: string, key: string): string {
  return sign(key, 'mail-link', action, id).slice(0, MAC);
}
