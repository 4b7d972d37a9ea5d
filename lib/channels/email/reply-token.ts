import { createHash, createHmac } from 'node:crypto';
import { fitsAny, type Keys } from '../../domain/keys.ts';
import type { MailTarget } from '../../domain/mail.ts';

/**
 * The token in `reply+<token>@…`: an id under which the table knows what is answered, and an HMAC of 80 bits that says that we gave it out, so
 * that guessing costs no read. Lower case and digits alone, as some systems lower a local part (email.md 3.3). It says what is
 * answered, never who answers.
 */

const ID = 13;
const MAC = 16;
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The id of what a mail is about, 65 bits: the same for every mail of one card to one conversation. */
export function targetId({ team, connection, board, card, conversation }: MailTarget): string {
  const whole = JSON.stringify([team, connection, board, card, conversation]);
  return base32(createHash('sha256').update(whole).digest()).slice(0, ID);
}

/** Seals an id with the first key. 29 characters. */
export function replyToken(id: string, keys: Keys): string {
  return id + macOf(id, keys[0]);
}

/** The id of a token that any of the keys has sealed; undefined for any other text. Constant time. */
export function openReplyToken(token: string, keys: Keys): string | undefined {
  const id = token.toLowerCase().slice(0, ID);
  const good = fitsAny(keys, token.toLowerCase().slice(ID), (key) => macOf(id, key));
  return good ? id : undefined;
}

function macOf(id: string, key: string): string {
  const hmac = createHmac('sha256', Buffer.from(key, 'hex')).update(`reply:${id}`);
  return base32(hmac.digest()).slice(0, MAC);
}

/** Five bits a character; the rest that fills no character is left out. */
function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet.charAt((value >> (bits - 5)) & 31);
  }
  return text;
}
