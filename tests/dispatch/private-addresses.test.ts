import { expect, test } from '@jest/globals';
import { createClients } from '../../lib/dispatch/boards.ts';
import type { Http } from '../../lib/http/http.ts';
import type { BoardConnection, EmailConnection } from '../../lib/teams/team.ts';
import { exampleTeam } from '../teams/example-team.ts';

const { kanban } = exampleTeam.boards;
if (!kanban) throw new Error('the example has no board');
const mail: EmailConnection = {
  ...{ product: 'email', id: 'post', generation: 1, command: 'card', domain: 'in.example.org' },
  ...{ addresses: {}, self: 'cards@in.example.org', strangers: 'confirm', followCopied: false },
};

test('private addresses are for the connections alone that the operator has allowed them', () => {
  const allowed = new Map<Http, boolean>();
  const httpFor = createClients({
    openHttp: ({ allowPrivate }) => {
      const http: Http = { send: () => Promise.reject(new Error('nobody calls')) };
      allowed.set(http, allowPrivate);
      return http;
    },
  });
  const mayReach = (connection: BoardConnection | EmailConnection) => allowed.get(httpFor(connection));
  expect(mayReach({ ...kanban, private: true })).toBe(true);
  expect(mayReach(kanban)).toBe(false);
  expect(mayReach(mail)).toBe(false);
  expect(allowed.size).toBe(2);
});
