import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConnections } from '../../lib/dispatch/connections.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import type { BoardConnection, Team } from '../../lib/teams/team.ts';
import { startWekanSim, type WekanSim } from '../sims/wekan/sim.ts';
import { openTable } from '../store/open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let wekan: WekanSim;
beforeAll(async () => {
  [opened, wekan] = await Promise.all([openTable(), startWekanSim()]);
});
afterAll(() => Promise.all([opened.stop(), wekan.stop()]));

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The columns of the board as a dispatcher reads them that has one deployment key and nothing in memory. */
async function columnsBy(deploymentKey: string): Promise<number> {
  const keys: Keys = [deriveKey(deploymentKey, 'stored-secrets')];
  const { url, board, world } = wekan;
  const account = world.users.find(({ username }) => username === 'cardwire');
  const connection: BoardConnection = {
    ...{ product: 'wekan', id: 'kanban', generation: 1, url, private: true, board: board._id },
    ...{
      user: 'cardwire',
      password: account?.password ?? '',
      self: account?._id ?? '',
      intake: '',
      done: '',
    },
  };
  const parts = {
    table: opened.table,
    doorKeys: { 'mattermost-action': keys, 'mail-link': keys, 'mail-reply': keys },
    secretsKeys: keys,
    url: 'https://cards.example.org',
  };
  const connections = createConnections({ ...parts, now: () => opened.clock.now, log: silent });
  const opener = await connections.board({ id: 'ops' } as Team, connection);
  return (await opener.columns()).length;
}

test("a board's token that was sealed with a key rotated out is signed in for anew", async () => {
  expect(await columnsBy('the old deployment key, long enough')).toBe(4);
  expect(await columnsBy('the new deployment key, long enough')).toBe(4);
  expect(wekan.requests.filter(({ path }) => path === '/users/login')).toHaveLength(2);
});
