import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConnections } from '../../lib/dispatch/connections.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import type { HttpRequest } from '../../lib/http/http.ts';
import type { BoardConnection, Team } from '../../lib/teams/team.ts';
import { startWekanSim, type WekanSim } from '../sims/wekan/sim.ts';
import { openTable } from '../store/open-table.ts';

/** A connection keeps its name when its settings change, and the table its token. */
let opened: Awaited<ReturnType<typeof openTable>>;
let wekan: WekanSim;
let other: WekanSim;
beforeAll(async () => {
  [opened, wekan, other] = await Promise.all([openTable(), startWekanSim(), startWekanSim()]);
});
afterAll(() => Promise.all([opened.stop(), wekan.stop(), other.stop()]));

const keys: Keys = [deriveKey('the deployment key of the tests', 'stored-secrets')];
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The calls that a dispatcher with nothing in memory makes to read the columns. */
async function callsOf({ url, board, world }: WekanSim, user: string): Promise<readonly HttpRequest[]> {
  const account = world.users.find(({ username }) => username === user);
  const connection: BoardConnection = {
    ...{ product: 'wekan', id: 'kanban', generation: 1, url, private: true, board: board._id, user },
    ...{ password: account?.password ?? '', self: account?._id ?? '', intake: '', done: '' },
  };
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
  expect(pathsOf(await callsOf(wekan, 'cardwire'))[0]).toBe(signIn);
  expect(pathsOf(await callsOf(wekan, 'cardwire'))).not.toContain(signIn);
  // Another account would act in the name of the first one, and take its own doing for news.
  expect(pathsOf(await callsOf(wekan, 'ann'))[0]).toBe(signIn);
  // Another server would be shown a token that is good on the first one.
  expect(pathsOf(await callsOf(other, 'ann'))[0]).toBe(signIn);
});
