import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openFarSides } from '../../setup/far-sides.ts';
import { createKeyring } from '../../setup/keyring.ts';
import { setUp } from '../../setup/set-up.ts';
import type { Progress } from '../../setup/steps.ts';
import { createMailboxes } from '../../store/mailboxes.ts';
import { createTable } from '../../store/table.ts';
import { createTeamStore } from '../../store/teams.ts';
import { readTeamFile } from '../../teams/read-file.ts';
import { localCredentials } from '../credentials.ts';
import { demoKey } from '../demo-key.ts';
import type { LocalEndpoints } from '../stack-file.ts';
import { type Fakes, rooms } from './fakes.ts';

/** The demo team's name, as it stands in addresses and in the table. */
const teamName = 'demo';

/**
 * Connects the demo team to the fakes, by the code behind `cardwire setup`: credentials are tried, rooms joined, the slash command and the
 * board's webhook made with their sealed addresses, settings stored.
 * @throws Error when a step failed or left something to do by hand; the progress has told which.
 */
export async function connectTeam(
  fakes: Fakes,
  endpoints: LocalEndpoints,
  progress: Progress,
): Promise<void> {
  const env = secrets(fakes);
  const { file, problems } = readTeamFile(teamYaml(fakes), env);
  if (!file) throw new Error(problems.map(({ path, text }) => `${path}: ${text}`).join('; '));
  const { dynamodb: endpoint, region, tableName, url } = endpoints;
  const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
  const table = createTable(client, tableName, Date.now);
  try {
    const result = await setUp(file, {
      ...openFarSides(),
      env,
      progress,
      baseUrl: url,
      keys: createKeyring(demoKey),
      isKeyProven: true,
      teams: createTeamStore(table),
      mailboxes: createMailboxes(table, Date.now),
    });
    if (result.failed > 0 || result.todos.length > 0)
      throw new Error('The demo team could not be connected.');
  } finally {
    client.destroy();
  }
}

function teamYaml({ wekan, mattermost }: Fakes): string {
  return `
team: ${teamName}
timezone: Europe/Berlin
members: { people: [tom, ann] }
boards:
  kanban: { product: wekan, url: "${wekan.url}", user: cardwire, password: env:WEKAN, board: Ops, private: true }
channels:
  chat: { product: mattermost, url: "${mattermost.url}", workspace: eng, token: env:MATTERMOST, private: true }
  post: { product: email, domain: in.example.org, addresses: { ops: kanban }, strangers: accept }
teamChannels:
  - { channel: chat, room: ${rooms.team} }
`;
}

function secrets({ wekan, mattermost }: Fakes): Record<string, string> {
  const account = wekan.world.users.find(({ username }) => username === 'cardwire');
  return {
    WEKAN: account?.password ?? '',
    MATTERMOST: mattermost.tokens.bot,
    CARDWIRE_MATTERMOST_ADMIN_TOKEN: mattermost.tokens.admin,
  };
}
