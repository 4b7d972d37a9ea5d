import { misread, type Reading } from './reading.ts';
import { unquote } from './split.ts';

const key = /^(?:notify|melde):(.+)$/iu;
/** Longer addresses are nobody's, and would not fit into the table's keys. */
const address =
  /^(?=.{3,200}$)[^\s@<>"(),;:\\[\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/**
 * The mail address in `notify:me@example.org`, in lower case; undefined for any other word. Chats write an address as a link of their own
 * (`<mailto:me@example.org|me@example.org>`), which means the same.
 * @throws CardwireError a refusal, when no address follows.
 */
export function readNotify(word: string, reading: Reading): string | undefined {
  const [, value = ''] = key.exec(word) ?? [];
  return value === '' ? undefined : readAddress(value, reading);
}

/** A mail address, in lower case. @throws CardwireError a refusal, when it is none. */
export function readAddress(value: string, reading: Reading): string {
  const plain = unquote(value)
    .replace(/^<?(?:mailto:)?/i, '')
    .replace(/[|>].*$/, '')
    .replace(/[.,;!]+$/, '');
  if (!address.test(plain)) throw misread(reading, 'notify-unclear', { value });
  return plain.toLowerCase();
}
