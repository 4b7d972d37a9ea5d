import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nothing is mistaken for something else or spells a word. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve characters of five bits: 60 bits, more than anyone can guess in the code's one day. */
const LENGTH = 12;

/** A new one-time code as people type it, `K7QF-2MXD-9TRA`. */
export function newCode(): string {
  const characters = [...randomBytes(LENGTH)].map((byte) => alphabet.charAt(byte % alphabet.length));
  return characters.join('').replace(/(.{4})(?!$)/g, '$1-');
}

/**
 * Reads a code as somebody typed it: in any case, with or without dashes and spaces, with O for 0 and I or L for 1.
 * @returns its twelve characters; undefined for what can be no code.
 */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((each) => alphabet.includes(each)) ? plain : undefined;
}
