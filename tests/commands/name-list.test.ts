import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinNames, splitNames } from '../../lib/commands/name-list.ts';
import { unquote } from '../../lib/commands/split.ts';

test.each([
  ['tom, Anna Berg;ann', ['tom', ' Anna Berg', 'ann']],
  ['"Berg, Anna", tom', ['"Berg, Anna"', ' tom']],
  ['#"Milk, eggs";#urgent', ['#"Milk, eggs"', '#urgent']],
  ['5" pipe, 6" pipe', ['5" pipe', ' 6" pipe']],
  ['"open, never closed', ['"open', ' never closed']],
  ['"Milk", eggs', ['"Milk"', ' eggs']],
  ['', []],
])('%j has the names %j', (line, names) => {
  expect(splitNames(line)).toEqual(names);
});

test('what is joined is there again, whatever commas it holds', () => {
  const name = fc
    .string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '#', 'ü'), minLength: 1 })
    .filter((each) => each.trim() === each);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), (all) => {
      expect(splitNames(joinNames(all)).map(unquote)).toEqual(all);
    }),
  );
});

test('a long line is read in no time', () => {
  expect(splitNames('"'.repeat(20_001)).length).toBe(1);
  expect(splitNames(`${' '.repeat(20_000)}"`).length).toBe(1);
});
