import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n');

test.each(Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, '0')))(
  'row %s of the matrix has a test that bears its number',
  (row) => {
    expect(sources).toMatch(new RegExp(`['\`\\[]${row} \\S`));
  },
);
