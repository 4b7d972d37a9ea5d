import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { codeFiles, root } from './imports.ts';

test('whatever another file may use says what it is', () => {
  expect(codeFiles().flatMap((file) => unsaid(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('a comment that belongs to something else is none', () => {
  const code =
    '/** One. */\nexport function one() {}\n\nexport interface Two {}\n// three\nexport class Three {}\n';
  expect(unsaid('x.ts', code)).toEqual(['x.ts: Two', 'x.ts: Three']);
});

/** Exported functions, interfaces and classes without a docstring right above them. */
function unsaid(file: string, code: string): readonly string[] {
  const lines = code.split('\n');
  return lines.flatMap((line, at) => {
    const [, name] =
      /^export (?:default )?(?:async )?(?:function\*?|interface|(?:abstract )?class) (\w+)/.exec(line) ?? [];
    return name === undefined || lines[at - 1]?.endsWith('*/') ? [] : [`${file}: ${name}`];
  });
}
