import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConnections } from '../../lib/dispatch/connections.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import type { HttpRequest } from '../../lib/http/http.ts';
import type { BoardConnection, Team } from '../../lib/teams/team.ts';
import { connectionTo } from '../boards/taiga/open.ts';
import { startTaigaSim, type TaigaSim } from '../sims/taiga/sim.ts';
import { startWekanSim, type WekanSim } from '../sims/wekan/sim.ts';
import { openTable } from '../store/open-table.ts';

/** A connection keeps its name when its settings change, and the table its token. */
let opened: Awaited<ReturnType<typeof openTable>>;
let wekan: WekanSim;
let other: WekanSim;
let taigas: readonly TaigaSim[];
beforeAll(async () => {
  [opened, wekan, other] = await Promise.all([openTable(), startWekanSim(), startWekanSim()]);
  taigas = await Promise.all([startTaigaSim(), startTaigaSim()]);
});
afterAll(() => Promise.all([opened, wekan, other, ...taigas].map((each) => each.stop())));

const keys: Keys = [deriveKey('the deployment key of the tests', 'stored-secrets')];
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The connection of an account to a Wekan. */
function to({ url, board, world }: WekanSim, user: string): BoardConnection {
  const account = world.users.find(({ username }) => username === user);
  return {
    ...{ product: 'wekan', id: 'kanban', generation: 1, url, private: true, board: board._id, user },
    ...{ password: account?.password ?? '', self: account?._id ?? '', intake: '', done: '' },
  };
}

/** The calls that a dispatcher with nothing in memory makes to read the columns. */
async function callsOf(connection: BoardConnection): Promise<readonly HttpRequest[]> {
  const calls: HttpRequest[] = [];
  const connections = createConnections({
    ...{
      table: opened.table,
      doorKeys: { 'mattermost-action': keys, 'mail-link': keys, 'mail-reply': keys },
      secretsKeys: keys,
      url: 'https://cards.example.org',
    },
    ...{ now: () => opened.clock.now, log: silent },
    openHttp: (options) => {
      const http = createHttp(options);
      return {
        send: (request) => {
          calls.push(request);
          return http.send(request);
        },
      };
    },
  });
  await (await connections.board({ id: 'ops' } as Team, connection)).columns();
  return calls;
}

const pathsOf = (calls: readonly HttpRequest[]) => calls.map(({ url }) => new URL(url).pathname);
const signIn = '/users/login';

test('a token is kept for the account it was given to, on the server that gave it', async () => {
  expect(pathsOf(await callsOf(to(wekan, 'cardwire')))[0]).toBe(signIn);
  expect(pathsOf(await callsOf(to(wekan, 'cardwire')))).not.toContain(signIn);
  // Another account would act in the name of the first one, and take its own doing for news.
  expect(pathsOf(await callsOf(to(wekan, 'ann')))[0]).toBe(signIn);
  // Another server would be shown a token that is good on the first one.
  expect(pathsOf(await callsOf(to(other, 'ann')))[0]).toBe(signIn);
});

test('a Taiga’s server is the one that its API is called at, whatever the address of its pages', async () => {
  const url = 'https://tree.example.org';
  for (const sim of taigas) {
    const connection = { ...connectionTo(sim), url };
    expect(pathsOf(await callsOf(connection))).toContain('/api/v1/auth');
    expect(pathsOf(await callsOf({ ...connection, url: `${url}/moved` }))).not.toContain('/api/v1/auth');
  }
});
