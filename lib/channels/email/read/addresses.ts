import { domainToASCII } from 'node:url';
import { addressParser } from 'postal-mime';
import { cleanLine } from './clean.ts';
import type { Mailbox } from './mail.ts';
import { wordsInUtf8 } from './mime/words.ts';

/** Longer fields name more people than anybody here is interested in. */
const LONGEST = 64 * 1024;

/** The mailboxes of an address field, those of groups too; one without an address keeps its place with an empty one. */
export function readMailboxes(value: string): readonly Mailbox[] {
  return addressParser(wordsInUtf8(value.slice(0, LONGEST)), { flatten: true }).map(({ name, address }) => ({
    address: normaliseAddress(address ?? ''),
    name: cleanLine(name, 200),
  }));
}

/**
 * An address as it is compared: in lower case, the domain in ASCII. Empty for what is no address of a real mailbox: quoted local
 * parts and comments are legal and unused, and programs read them differently.
 */
export function normaliseAddress(address: string): string {
  const [, local = '', domain = ''] =
    /^([^\s@<>"(),:;\\[\]]{1,64})@([^\s@<>"(),:;\\[\]]{1,255})$/.exec(address) ?? [];
  const ascii = domainToASCII(domain.replace(/\.$/, '')).toLowerCase();
  const isDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(ascii);
  return isDomain ? cleanLine(`${local.toLowerCase()}@${ascii}`) : '';
}

/** The domain of a normalised address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
