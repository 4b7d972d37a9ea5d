import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newCode, readCode } from '../../lib/domain/code.ts';

describe('a one-time code', () => {
  test('is three groups of four that nobody mistakes', () => {
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each([
    ['K7QF-2MXD-9TRA', 'K7QF2MXD9TRA'],
    [' k7qf2mxd9tra ', 'K7QF2MXD9TRA'],
    ['k7qf 2mxd 9tra', 'K7QF2MXD9TRA'],
    ['k7qf–2mxd—9tra', 'K7QF2MXD9TRA'],
    ['oO0o-iIlL-1111', '000011111111'],
  ])('typed as %j is read', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test.each(['', 'K7QF', 'K7QF-2MXD-9TRU', 'K7QF-2MXD-9TRA-0', 'the documents', 'K7QF.2MXD.9TRA'])(
    'is not %j',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );

  test('is read from no text that could be something else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const code = readCode(text);
        if (code !== undefined) expect(readCode(code)).toBe(code);
      }),
    );
  });
});
