import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LocalProblem } from '../../lib/local/problem.ts';
import { requireFolder } from '../../lib/local/stack-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardwire-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the folder for the data is made, and taken as it is when it is there', () => {
  const data = join(folder, 'new', 'data');
  for (const _ of [1, 2]) requireFolder(data);
  expect(statSync(data).isDirectory()).toBe(true);
});

test.each([['a file'], ['a file', 'below']])(
  '%s in its place is told before anything is started',
  (...names) => {
    writeFileSync(join(folder, 'a file'), '');
    const data = join(folder, ...names);
    expect(() => requireFolder(data)).toThrow(LocalProblem);
    expect(() => requireFolder(data)).toThrow(`Nothing can be kept in ${data}. Name a folder`);
  },
);
