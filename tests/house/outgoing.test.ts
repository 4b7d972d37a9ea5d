import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createConnections } from '../../lib/dispatch/connections.ts';
import type { Table } from '../../lib/store/table.ts';
import type { BoardConnection, ChannelConnection, Team } from '../../lib/teams/team.ts';
import { captureLog } from '../flows/capture-log.ts';
import { keysFor } from '../flows/house.ts';

const root = join(import.meta.dirname, '../..');
const files = ['lib', 'functions'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Ways out to the network, besides AWS' own clients, whose addresses come from the deployment alone. */
const waysOut = /\bfetch\(|from '(axios|undici|node:(http|https|http2|net|tls|dgram|dns))'|new WebSocket/;

test('there is one way out, and it is guarded: nobody calls out beside it', () => {
  const out = files
    // What runs on one machine listens there, and looks whether its own port is free.
    .filter((file) => !file.startsWith('lib/local/'))
    .filter((file) => waysOut.test(readFileSync(join(root, file), 'utf8')));
  expect(out.sort()).toEqual(['lib/http/create-http.ts', 'lib/http/guard.ts', 'lib/http/public-address.ts']);
});

test('a private network is open only to a connection whose team file says so', () => {
  const opening = files.filter((file) =>
    /\bcreateHttp\(|openHttp\(\{/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(opening.filter((file) => !file.startsWith('lib/local/')).sort()).toEqual([
    'lib/dispatch/boards.ts',
    'lib/http/create-http.ts',
    'lib/setup/far-sides.ts',
  ]);
});

/** The addresses of a cloud's own secrets, of the machine itself, of its neighbours; as themselves, in other clothes, and by a name. */
const inside = [
  ...[
    'http://169.254.169.254',
    'http://127.0.0.1:9',
    'http://10.0.0.5',
    'http://192.168.1.1',
    'http://0.0.0.0',
  ],
  ...['http://[::1]', 'http://[::ffff:10.0.0.5]', 'http://[fd00:ec2::254]', 'http://[64:ff9b::a9fe:a9fe]'],
  ...['http://2130706433', 'http://0x7f.1', 'http://localhost:9'],
];

describe.each(inside)('a team file that says %s and not `private: true`', (url) => {
  const { log } = captureLog();
  // What a token keeper asks before it signs in: nothing is kept.
  const table: Table = {
    get: async () => undefined,
    query: async () => [],
    update: async () => undefined,
  };
  const connections = createConnections({
    ...{
      table,
      url: 'https://cards.example.org',
      secretsKeys: keysFor('stored-secrets'),
      now: Date.now,
      log,
    },
    doorKeys: {
      'mattermost-action': keysFor('mattermost-action'),
      'mail-link': keysFor('mail-link'),
      'mail-reply': keysFor('mail-reply'),
    },
  });
  const team = { id: 'ops', language: 'en', timezone: 'UTC' } as Team;
  const any = { generation: 1, private: false, url, self: 'me' };
  const board = { ...any, id: 'main', user: 'u', board: 'b', intake: 'i', done: 'd' };
  const boards: readonly BoardConnection[] = [
    { ...board, product: 'wekan', password: 'p' },
    { ...board, product: 'taiga', api: url, slug: 's', password: 'p' },
  ];
  const channel = { ...any, id: 'chat', command: 'card', token: 't' };
  const channels: readonly ChannelConnection[] = [
    { ...channel, product: 'mattermost', workspace: 'w' },
    {
      ...{ ...channel, product: 'discord', application: '1', publicKey: '', server: '1', development: false },
    },
  ];

  test('is never called, by any product', async () => {
    for (const connection of boards) {
      const opened = await connections.board(team, connection);
      await expect(opened.columns()).rejects.toMatchObject({ code: 'http-address-refused' });
    }
    for (const connection of channels) {
      const opened = await connections.channel(team, connection);
      await expect(opened.isIn('room', 'person')).rejects.toMatchObject({ code: 'http-address-refused' });
    }
  });
});
