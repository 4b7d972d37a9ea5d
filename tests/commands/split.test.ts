import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isQuoted, splitFirstLine, splitFirstWord, splitWords, unquote } from '../../lib/commands/split.ts';

test.each([
  ['one line', ' Fix it ', 'Fix it', ''],
  ['two lines', 'Fix it\nThe pump', 'Fix it', 'The pump'],
  ['lines of Windows', 'Fix it \r\nThe pump\r\n', 'Fix it', 'The pump'],
  ['empty lines between', 'Fix it\n\n \t\n  - The pump', 'Fix it', '  - The pump'],
  ['empty lines within', 'Fix it\na\n\nb\n\n', 'Fix it', 'a\n\nb'],
  ['an empty first line', '\nThe pump', '', 'The pump'],
])('the first line and the rest: %s', (_name, text, first, rest) => {
  expect(splitFirstLine(text)).toEqual({ first, rest });
});

test.each([
  ['move #42 Doing', 'move', '#42 Doing'],
  ['  comment\n a\n  b ', 'comment', 'a\n  b'],
  ['done', 'done', ''],
  [' \n', '', ''],
])('the first word of %j is %j', (text, word, rest) => {
  expect(splitFirstWord(text)).toEqual({ word, rest });
});

describe('words', () => {
  test.each([
    ['a  b\tc ', ['a', 'b', 'c']],
    ['', []],
    ['say "a b" c', ['say', '"a b"', 'c']],
    ['„a b“ “a b” «a b» »a b« „a b" „a b”', ['„a b“', '“a b”', '«a b»', '»a b«', '„a b"', '„a b”']],
    ['in:"a b" @"a b" #„a b“', ['in:"a b"', '@"a b"', '#„a b“']],
    ['ABCDEFGHIJKL:"a b"', ['ABCDEFGHIJKL:"a b"']],
    ['ABCDEFGHIJKLM:"a b"', ['ABCDEFGHIJKLM:"a', 'b"']],
    ['"a b", "c d". ("e f") "g h"!', ['"a b"', ',', '"c d"', '.', '("e', 'f")', '"g h"', '!']],
    ['a 5" pipe and a 6" pipe', ['a', '5"', 'pipe', 'and', 'a', '6"', 'pipe']],
    ['"a b"c d"', ['"a b"c d"']],
    ['"never closed', ['"never', 'closed']],
    ['“a b"', ['“a', 'b"']],
  ])('%j', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  test('are all that is not white space, in its order, however long', () => {
    const signs = fc.constantFrom(
      'a',
      'ü',
      '🔧',
      '"',
      '„',
      '“',
      '@',
      '#',
      ':',
      ',',
      ' ',
      '\t',
      ' '.repeat(150),
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const line = parts.join('');
        const words = splitWords(line);
        expect(words.join('').replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
        for (const word of words) expect(word).toBe(word.trim());
        expect(words).not.toContain('');
      }),
    );
  });

  test('a quote that is closed too late is a sign like any other', () => {
    const closes = (length: number) => splitWords(`"${'x '.repeat(length / 2 - 1)}" y`).length === 2;
    expect([closes(300), closes(302)]).toEqual([true, false]);
  });
});

test.each([
  ['"a b"', 'a b', true],
  [' „ a “ ', 'a', true],
  ['»a«', 'a', true],
  ['""', '', true],
  ['"', '"', false],
  ['"a', '"a', false],
  ['a"', 'a"', false],
  ['«a"', '«a"', false],
  [' a ', 'a', false],
])('%j without its quotes is %j', (text, plain, quoted) => {
  expect(unquote(text)).toBe(plain);
  expect(isQuoted(text)).toBe(quoted);
});
