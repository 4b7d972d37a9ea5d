import { domainToASCII } from 'node:url';
import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { EmailConnection } from '../../teams/team.ts';
import type { Letter } from './write/compose.ts';

/**
 * Whom mails about a board come from: the address that opens cards on it, which people know. So an answer by a program that does not
 * care for `Reply-To` comes to us all the same.
 */
export function senderFor(
  { addresses, domain, self }: Pick<EmailConnection, 'addresses' | 'domain' | 'self'>,
  team: string,
  board: string,
): Letter['from'] {
  const local = Object.keys(addresses).find((each) => addresses[each] === board);
  return local === undefined
    ? { name: team, address: self }
    : { name: local === team ? team : `${local} (${team})`, address: `${local}@${domain}` };
}

/** Whom an answer to a mail comes from: the address that was written to; where that is not known, the first one that opens cards. */
export function senderOfAnswer(
  connection: EmailConnection,
  team: string,
  written: string | undefined,
): Letter['from'] {
  const { addresses } = connection;
  const local = written?.split('@', 1)[0] ?? '';
  const known = Object.hasOwn(addresses, local) ? local : (Object.keys(addresses)[0] ?? '');
  return senderFor(connection, team, addresses[known] ?? '');
}

/**
 * An address as SES takes it: its domain in ASCII.
 * @throws CardwireError `mail-address-refused` for one that SES has no way to write to (it knows no SMTPUTF8), or that is none.
 */
export function mailable(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), domainToASCII(address.slice(at + 1))];
  const good =
    at > 0 && domain.includes('.') && /^[\x21-\x7e]{1,64}$/.test(local) && !/[()<>,;:\\"[\]]/.test(local);
  if (!good) throw new CardwireError('mail-address-refused', never, say('mail-address-refused'));
  return `${local}@${domain}`;
}
