import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readTeamFile } from '../../lib/teams/read-file.ts';

const root = join(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = text('README.md');

/** Everything that could read a variable or take a parameter. */
const code = ['lib', 'functions', 'tests/conformance', 'serverless.yml', 'events/team.yml']
  .flatMap((path) =>
    /\.yml$/.test(path)
      ? [path]
      : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => join(path, file)),
  )
  .map(text)
  .join('\n');

describe('the README', () => {
  test('shows a team file that is one', () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const env = { OPS_WEKAN_PASSWORD: 'x', OPS_MATTERMOST_TOKEN: 'x' };
    expect(readTeamFile(yaml, env)).toMatchObject({ file: { team: 'ops' } });
  });

  test('names scripts that exist', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['demo', 'bench', 'package', 'deploy', 'cardwire']));
  });

  test('names variables that are read', () => {
    const named = new Set([...readme.matchAll(/\bCARDWIRE_[A-Z_]+\b/g)].map(([name]) => name));
    // Read with their beginning put before them.
    const known = (name: string) =>
      code.includes(name) || code.includes(`'${name.split('_').slice(3).join('_')}'`);
    expect([...named].filter((name) => !known(name))).toEqual([]);
  });

  test('names parameters of the deployment, all of them', () => {
    const params = /^params:\n {2}default:\n((?: {4}.*\n)+)/m.exec(text('serverless.yml'))?.[1] ?? '';
    const names = [...params.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  test('names files and folders that exist', () => {
    const named = [...readme.matchAll(/`((?:lib|tests|functions|schemas|events)\/[\w./-]*\w)\/?`/g)];
    expect(named.filter(([, path = '']) => !exists(path)).map(([, path]) => path)).toEqual([]);
  });
});

function exists(path: string): boolean {
  const parent = readdirSync(join(root, path, '..'));
  return parent.includes(path.split('/').at(-1) ?? '');
}
