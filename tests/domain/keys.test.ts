import { describe, expect, test } from '@jest/globals';
import { stableId } from '../../lib/domain/ids.ts';
import { deriveKey, fingerprints, parseKeys, sameText, sign, verify } from '../../lib/domain/keys.ts';

/** The expected values were worked out apart from this code: what stands sealed anywhere must open after every change of it. */

const one = 'ab'.repeat(32);
const other = 'cd'.repeat(32);

test('a key for a purpose is HKDF-SHA256 of the deployment key', () => {
  expect(deriveKey('one', 'mail-link')).toMatch(
    /^9a2247e33153ebb0b650b86599e26ae1f5a595ecf37dc230563c0dbc89e5/,
  );
  expect(deriveKey('one', 'mail-link')).toHaveLength(64);
  expect(deriveKey('one', 'mail-reply')).not.toBe(deriveKey('one', 'mail-link'));
});

test('a fingerprint tells keys apart and is no key of any purpose', () => {
  const keys = [deriveKey('one', 'key-fingerprint'), deriveKey('two', 'key-fingerprint')] as const;
  const [first, second] = fingerprints(keys);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(second).not.toBe(first);
  expect(() => parseKeys(first)).toThrow();
});

describe('the keys in the environment', () => {
  test('are one, or several with the new one first', () => {
    expect(parseKeys(one)).toEqual([one]);
    expect(parseKeys(`${one},${other}`)).toEqual([one, other]);
  });

  test.each([undefined, '', ',', one.slice(1), `${one}0`, `0${one}`, one.toUpperCase(), `${one} ${other}`])(
    'are refused when there is none: %s',
    (text) => expect(() => parseKeys(text)).toThrow(/^no key configured$/),
  );

  test('leave out what is no key', () => {
    expect(parseKeys(`,${one}x,${other}`)).toEqual([other]);
  });
});

describe('a signature', () => {
  test('is an HMAC-SHA256 of the parts, each behind its length in bytes', () => {
    expect(sign(one, 'a', 'bü')).toBe(['0nuFDvLJSkPwPW6AS', 'ATtFgUY9hM3wDpkzU827cr4AY'].join('_'));
    expect(sign(one, 'ab', 'ü')).not.toBe(sign(one, 'a', 'bü'));
  });

  test('is good by any of the keys, for these very parts', () => {
    const mac = sign(other, 'a', 'b');
    expect(verify([one, other], mac, 'a', 'b')).toBe(true);
    expect(verify([other, one], mac, 'a', 'b')).toBe(true);
    expect(verify([one], mac, 'a', 'b')).toBe(false);
    expect(verify([one, other], mac, 'ab')).toBe(false);
    expect(verify([one, other], '', 'a', 'b')).toBe(false);
  });
});

test.each([
  ['', '', true],
  ['same', 'same', true],
  ['same', 'sane', false],
  ['same', 'same longer', false],
  ['ü', 'u', false],
])('%j and %j are the same text: %j', (left, right, same) => expect(sameText(left, right)).toBe(same));

test('a stable id is 128 bits and more of a hash of its parts, each behind its length', () => {
  expect(stableId('a', 'bc')).toBe(['UxClh4h4GrJdWtfD', 'FA1gk'].join('-'));
  expect(stableId('ab', 'c')).not.toBe(stableId('a', 'bc'));
  expect(stableId()).toHaveLength(22);
});
