import { describe, expect, test } from '@jest/globals';
import { nextGenerations, retiredGenerations } from '../../lib/setup/generations.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import type { TeamFile } from '../../schemas/team.ts';

const text = `
team: ops
boards:
  kanban: { product: wekan, url: https://b.example.org, user: bot, password: env:PW, board: Ops }
channels:
  chat: { product: mattermost, url: https://c.example.org, workspace: example, token: env:PW }
`;

function fileOf(yaml: string): TeamFile {
  const { file } = readTeamFile(yaml, { PW: 'x' });
  if (!file) throw new Error('the file of this test is wrong');
  return file;
}

const known = (standing: Record<string, number>, retired: Record<string, number> = {}) => ({
  standing: new Map(Object.entries(standing)),
  retired: new Map(Object.entries(retired)),
});

describe('generations', () => {
  const file = fileOf(text);

  test('begin at 1 and stay', () => {
    expect(nextGenerations(file, known({}), [])).toEqual({ kanban: 1, chat: 1 });
    expect(nextGenerations(file, known({ kanban: 4, chat: 2 }), [])).toEqual({ kanban: 4, chat: 2 });
  });

  test('rise for what is revoked, and for nothing else', () => {
    expect(nextGenerations(file, known({ kanban: 4, chat: 2 }), ['chat'])).toEqual({ kanban: 4, chat: 3 });
    expect(() => nextGenerations(file, known({}), ['mail'])).toThrow(
      'there is no connection mail to revoke: there are kanban, chat',
    );
  });

  test('of a connection that comes back begin after its last one, so that no dead address lives again', () => {
    const without = fileOf(text.replace('kanban', 'other'));
    const before = known({ kanban: 4, chat: 2 }, { older: 7 });
    const retired = retiredGenerations(without, before);
    expect(retired).toEqual({ kanban: 4, older: 7 });
    expect(nextGenerations(file, known({ other: 1, chat: 2 }, retired), [])).toEqual({ kanban: 5, chat: 2 });
    expect(retiredGenerations(file, known({ other: 1, chat: 2 }, retired))).toEqual({ other: 1, older: 7 });
  });
});
