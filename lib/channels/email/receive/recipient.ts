import { normaliseAddress } from '../read/addresses.ts';

/** What an address of ours is for. */
export type Recipient =
  /** Answers a mail of ours, or ends its sender's following: `token` is to be opened. */
  | { readonly kind: 'reply' | 'unsubscribe'; readonly token: string; readonly domain: string }
  /** Opens a card, if it is a mailbox at all. */
  | { readonly kind: 'mailbox'; readonly address: string; readonly domain: string };

/** Reads an envelope recipient; undefined for what is no address. What follows a `+` in a mailbox's address is the sender's own business. */
export function readRecipient(recipient: string): Recipient | undefined {
  const address = normaliseAddress(recipient);
  const at = address.lastIndexOf('@');
  if (at < 1) return undefined;
  const domain = address.slice(at + 1);
  const [name = '', token] = address.slice(0, at).split('+', 2);
  if ((name === 'reply' || name === 'unsubscribe') && token !== undefined)
    return { kind: name, token, domain };
  return { kind: 'mailbox', address: `${name}@${domain}`, domain };
}
