import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTeamFile, secretOf } from '../../lib/teams/read-file.ts';
import { verbs } from '../../schemas/team.ts';
import { least, leastEnv, taiga } from './least-file.ts';

const example = readFileSync('events/team.yml', 'utf8');
const env = { OPS_WEKAN_PASSWORD: 'one secret', OPS_MATTERMOST_TOKEN: 'another' };

describe('a team file that is right', () => {
  test('the example is, and says what its comments say', () => {
    const { file, problems } = readTeamFile(example, env);
    expect(problems).toBeUndefined();
    expect(file).toMatchObject({
      team: 'ops',
      members: {
        people: [
          { name: 'ann', mattermost: 'ann', wekan: 'ann', taiga: 'ann' },
          { name: 'Tom Miller', mattermost: 'tom', wekan: 'tmiller', taiga: 'tom.miller' },
        ],
        room: { channel: 'chat', room: 'ops-team' },
      },
      boards: { kanban: { product: 'wekan', password: 'env:OPS_WEKAN_PASSWORD', private: false } },
      teamChannels: [{ channel: 'chat', room: 'ops-board' }],
    });
  });

  test('the example names every verb', () => {
    const named = /All verbs, unless you list fewer: ([^.]+)\./.exec(example.replaceAll(/\n +# /g, ' '))?.[1];
    expect(named?.split(', ')).toEqual([...verbs]);
  });

  test('the example with its commented lines too', () => {
    const all = example.replaceAll(/^( +)# (may|private|commandToken): /gm, '$1$2: ');
    expect(readTeamFile(all, { ...env, OPS_COMMAND_TOKEN: 'x' }).file).toMatchObject({
      members: { may: ['create', 'show', 'comment', 'move', 'assign', 'list', 'search', 'help'] },
      boards: { kanban: { private: true } },
      channels: { chat: { commandToken: 'env:OPS_COMMAND_TOKEN' } },
    });
  });

  test('has a Taiga project signed in to by password or by an application token', () => {
    expect(readTeamFile(taiga, leastEnv).file?.boards.kanban).toMatchObject({
      product: 'taiga',
      project: 'ops',
    });
    const all = taiga
      .replace('user: bot, password: env:PW', 'token: env:PW')
      .replace('project: ops', 'project: ops, api: https://api.example.org, archive: Archived');
    expect(readTeamFile(all, leastEnv).file?.boards.kanban).toMatchObject({
      token: 'env:PW',
      api: 'https://api.example.org',
      archive: 'Archived',
    });
  });

  test('the example with its Taiga board and Discord, which shows every key there is', () => {
    const lines = example.replaceAll(/^ {2}# ( *)((?:roadmap|\w+): ?.*|# .*)$/gm, '  $1$2');
    const { file, problems } = readTeamFile(lines, {
      ...env,
      OPS_TAIGA_PASSWORD: 'x',
      OPS_DISCORD_TOKEN: 'x',
    });
    expect(problems).toBeUndefined();
    expect(file?.boards.roadmap).toMatchObject({
      product: 'taiga',
      project: 'ops-roadmap',
      archive: 'Archived',
    });
    expect(file?.channels.talk).toMatchObject({ product: 'discord', server: 'Example' });
  });

  test('needs little: the rest has defaults', () => {
    const { file } = readTeamFile(least, leastEnv);
    expect(file).toMatchObject({
      language: 'en',
      timezone: 'UTC',
      teamChannels: [],
      members: { people: [] },
    });
    expect(file?.members.may).toContain('archive');
    expect(file?.guests.may).not.toContain('move');
    expect(file?.channels.chat).toMatchObject({ command: 'card', private: false });
  });

  test('takes user names with the @ that the chat shows', () => {
    const { file } = readTeamFile(
      `${least}members: { people: ["@ann", { name: T, mattermost: "@tom" }] }`,
      leastEnv,
    );
    expect(file?.members.people).toEqual([
      { name: 'ann', mattermost: 'ann', wekan: 'ann', taiga: 'ann' },
      { name: 'T', mattermost: 'tom' },
    ]);
  });

  test('gives its secrets from the environment', () => {
    expect(secretOf('env:PW', leastEnv)).toBe('p');
    expect(() => secretOf('env:OTHER', leastEnv)).toThrow('not set');
  });
});

test('whatever the file says, the answer is settings or problems', () => {
  const line = fc.constantFrom(
    ...example.split('\n'),
    '',
    '- x',
    ': :',
    '  boards: []',
    'team: {}',
    '? [a]',
    '&a *a',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const { file, problems } = readTeamFile(lines.join('\n'), env);
      expect(file === undefined).toBe(problems !== undefined);
      expect(problems?.length).not.toBe(0);
    }),
  );
});
