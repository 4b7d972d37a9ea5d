import { expect, test } from '@jest/globals';
import { type Import, readImports } from './imports.ts';

test('no file needs itself by way of others, for types neither', () => {
  expect(inCircles(readImports()).map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('a circle is seen, however long, with what hangs on it left out', () => {
  const steps = ['a>b', 'b>c', 'c>a', 'c>library', 'outside>a'].map(importOf);
  expect(inCircles(steps)).toEqual(['a>b', 'b>c', 'c>a'].map(importOf));
});

/** What is left of imports when, again and again, those are taken away that lead to a file without any, or come from one that none leads to. */
function inCircles(imports: readonly Import[]): readonly Import[] {
  const files = new Set(imports.map(({ file }) => file));
  const targets = new Set(imports.map(({ target }) => target));
  const left = imports.filter(({ file, target }) => files.has(target) && targets.has(file));
  return left.length === imports.length ? left : inCircles(left);
}

function importOf(step: string): Import {
  const [file = '', target = ''] = step.split('>');
  return { file, target, typeOnly: true, onDemand: false };
}
