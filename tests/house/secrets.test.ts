import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { entropyOf, suspectsIn } from './secrets.ts';

const root = join(import.meta.dirname, '../..');

/** What only looks like one, and why it is none. */
const harmless: Readonly<Record<string, string>> = {
  'http://user:secret@example.org': 'an address that the guard refuses',
  '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz': 'the alphabet of Meteor’s ids',
};

/** Samples are sealed with the demo’s key, which is public; hashes of packages are no secrets. What has the form of one is found there too. */
const maySeemRandom = /^(events\/.*\.json|package-lock\.json)$/;

test('no tracked file holds what looks like a secret', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  const suspects = files
    .filter((file) => file !== '' && isThere(file))
    .flatMap((file) => suspectsIn(file, readFileSync(join(root, file), 'utf8')))
    .filter(({ file, why }) => why !== 'it looks random' || !maySeemRandom.test(file))
    .filter(({ text }) => harmless[text] === undefined);
  expect(suspects.map(({ file, line, why }) => `${file}:${line} ${why}`)).toEqual([]);
});

/** A file that was deleted is tracked until that is committed. */
function isThere(file: string): boolean {
  return statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ?? false;
}

describe('the scan finds', () => {
  // Put together here, so that this file holds none.
  const letters = ['Zk3vQ9xWb7Lm2RtY', 'p5HdNc8JsFg4Ua6E'].join('');
  test.each([
    ['a private key', `-----BEGIN ${'EC '}PRIVATE KEY-----`],
    ['an AWS access key', `${'AKIA'}IOSFODNN7EXAMPLE`],
    ['a GitHub token', `${'ghp'}_${letters}${letters}`],
    ['a Slack token', `${'xoxb'}-123456789012-${letters}`],
    ['a Discord token', `${'MTk4NjIyNDgzNDcxOTI1MjQ4'}.${'Cl2FMQ'}.${letters}`],
    ['a JSON web token', `${'eyJ'}hbGciOiJIUzI1NiJ9.${'eyJ'}zdWIiOiIxMjM0NTY3ODkwIn0.${letters}`],
    ['a password in an address', `${'postgres'}://app:${letters}@db.example.org/app`],
    ['it looks random', `token: "${letters}"`],
  ])('%s', (why, text) => {
    expect(suspectsIn('file', `a line\nthe ${text} of it`)).toEqual([
      expect.objectContaining({ file: 'file', line: 2, why }),
    ]);
  });

  test('no secret in code, paths and words', () => {
    for (const line of [
      "import { createConversationTombstonesForEverybody } from './a-rather-long-name/of-some-file.ts';",
      'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
      '613425648685547541 613425648685547541613425648685547541',
    ])
      expect(suspectsIn('file', line)).toEqual([]);
    expect(entropyOf('aaaa')).toBe(0);
    expect(entropyOf('abcd')).toBe(2);
  });
});
