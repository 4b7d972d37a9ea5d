import { readTeamFile } from '../../lib/teams/read-file.ts';

/** The smallest file that is right. */
export const least = `
team: ops
boards:
  kanban: { product: wekan, url: https://b.example.org, user: bot, password: env:PW, board: Ops }
channels:
  chat: { product: mattermost, url: https://c.example.org, workspace: example, token: env:TOKEN }
`;
/** The variables that it names. */
export const leastEnv = { PW: 'p', TOKEN: 't' };

/** The same with a Taiga board. */
export const taiga = least.replace('wekan', 'taiga').replace('board: Ops', 'project: ops');

/** The problems of a file, as the operator reads them. */
export function problemsOf(text: string, environment: Record<string, string> = leastEnv): string[] {
  return (readTeamFile(text, environment).problems ?? []).map(
    ({ line, column, path, text: what }) =>
      `${line ?? '-'}${column === undefined ? '' : `:${column}`} ${path}: ${what}`,
  );
}
