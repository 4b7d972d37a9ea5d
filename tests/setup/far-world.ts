import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { startTable } from '../../lib/local/table.ts';
import { openFarSides } from '../../lib/setup/far-sides.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import type { SetupParts } from '../../lib/setup/parts.ts';
import type { Progress } from '../../lib/setup/steps.ts';
import { createMailboxes } from '../../lib/store/mailboxes.ts';
import { createTable } from '../../lib/store/table.ts';
import { createTeamStore } from '../../lib/store/teams.ts';
import { readResources } from '../local/read-resources.ts';
import { startMattermostSim } from '../sims/mattermost/sim.ts';
import { startWekanSim } from '../sims/wekan/sim.ts';

export const deploymentKey = 'a key of at least thirty-two characters';

/** A board server, a chat server and a table, all on real HTTP, with a team file that fits them. */
export async function startFarWorld() {
  const [wekan, mattermost, table] = await Promise.all([
    startWekanSim(),
    startMattermostSim(),
    startTable(readResources(), {}),
  ]);
  mattermost.addChannel('ops-board');
  const client = new DynamoDBClient({
    endpoint: table.endpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const rows = createTable(client, table.tableName, Date.now);
  const yaml = `
team: ops
language: de
members: { people: [ann], room: { channel: chat, room: ops-board } }
boards:
  kanban: { product: wekan, url: "${wekan.url}/", user: cardwire, password: env:PW, board: Ops, private: true }
channels:
  chat: { product: mattermost, url: "${mattermost.url}", workspace: eng, token: env:TOKEN, private: true }
teamChannels:
  - { channel: chat, room: "~ops-board", tell: [create, move] }
`;
  const env: Record<string, string> = {
    PW: 'cardwire-password',
    TOKEN: mattermost.tokens.bot,
    CARDWIRE_MATTERMOST_ADMIN_TOKEN: mattermost.tokens.admin,
    CARDWIRE_KEY: deploymentKey,
    CARDWIRE_URL: 'https://cards.example.org',
    TABLE_NAME: table.tableName,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  };
  return {
    wekan,
    mattermost,
    /** A team file for these servers. */
    yaml,
    /** What an operator's environment holds, the administrator's token too. */
    env,
    table: rows,
    teams: createTeamStore(rows),
    stop: async () => {
      client.destroy();
      await Promise.all([wekan.stop(), mattermost.stop(), table.stop()]);
    },
  };
}

export type FarWorld = Awaited<ReturnType<typeof startFarWorld>>;

/** What set-up works with in this world, and the lines its progress has shown: `outcome title: detail`. */
export function partsOf(world: FarWorld, env = world.env): { parts: SetupParts; shown: string[] } {
  const shown: string[] = [];
  let title = '';
  const progress: Progress = {
    begin: (next) => {
      title = next;
    },
    end: (outcome, detail) => void shown.push(`${outcome} ${title}: ${detail}`),
  };
  const parts: SetupParts = {
    ...openFarSides(),
    env,
    progress,
    baseUrl: 'https://cards.example.org',
    keys: createKeyring(deploymentKey),
    isKeyProven: false,
    teams: world.teams,
    mailboxes: createMailboxes(world.table, Date.now),
  };
  return { parts, shown };
}
