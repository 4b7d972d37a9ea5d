import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createCards } from '../../lib/store/cards.ts';
import { type FarWorld, startFarWorld } from '../setup/far-world.ts';
import { type Ran, runCli } from './run-cli.ts';

let world: FarWorld;
let folder: string;
let file: string;
beforeEach(async () => {
  world = await startFarWorld();
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  file = join(folder, 'team.yml');
  await writeFile(file, world.yaml);
});
afterEach(async () => {
  await Promise.all([world.stop(), rm(folder, { recursive: true })]);
});

/** Runs a command line in the operator's environment, changed as a test needs it. No secret may ever be written. */
async function cardwire(
  args: readonly string[],
  change: Record<string, string | undefined> = {},
): Promise<Ran> {
  const env = { ...world.env, ...change };
  const ran = await runCli(args, env);
  for (const name of ['PW', 'TOKEN', 'CARDWIRE_MATTERMOST_ADMIN_TOKEN', 'CARDWIRE_KEY']) {
    const secret = env[name];
    if (secret) expect(ran.out + ran.err).not.toContain(secret);
  }
  return ran;
}

describe('cardwire setup', () => {
  test('shows each step, and the addresses without what makes them a secret', async () => {
    const { code, out, err } = await cardwire(['setup', file]);
    expect(code).toBe(0);
    expect(err.trim().split('\n')).toHaveLength(7);
    expect(err).toContain('ok      Command /card of chat: made');
    expect(out).toContain('kanban  https://cards.example.org/wekan-webhook/ops/kanban.1/…');
    expect(out).toContain('Team ops is connected, on the table cardwire-test.');
    expect(out).not.toMatch(/[\w-]{43}/);
  });

  test('takes a path from where npm was called', async () => {
    expect((await cardwire(['setup', 'team.yml'], { INIT_CWD: folder })).code).toBe(0);
  });

  test('says in one line where a file stops being YAML, and what to do', async () => {
    await writeFile(file, world.yaml.replace('  kanban:', '\t kanban:'));
    const { code, err } = await cardwire(['setup', file]);
    expect([code, err.split('\n')[0]]).toEqual([
      1,
      `${file}:6:1  this is no YAML: a tab stands here: indent with blanks`,
    ]);
    expect(err.trim().split('\n')[1]).toContain('1 problem in');
  });

  test('prints what a person must paste', async () => {
    const { code, out } = await cardwire(['setup', file], { CARDWIRE_MATTERMOST_ADMIN_TOKEN: undefined });
    expect(code).toBe(0);
    expect(out).toContain('1. Command /card of chat: make it');
    expect(out).toContain('set CARDWIRE_MATTERMOST_ADMIN_TOKEN');
    expect(out).toContain(
      'Team ops is stored on the table cardwire-test; 1 thing is left for you to do (above).',
    );
  });

  test('stores nothing and exits 1 when a step fails', async () => {
    const { code, err } = await cardwire(['setup', file], { PW: 'mistyped' });
    expect(code).toBe(1);
    expect(err).toContain('FAILED  Sign in to wekan for kanban');
    expect(err).toContain('1 step failed; nothing was stored.');
    expect((await cardwire(['teams'])).out).toContain('No team is set up');
  });

  test('names each problem of the file with its line', async () => {
    await writeFile(file, world.yaml.replace('language: de', 'langage: de'));
    const { code, err } = await cardwire(['setup', file], { PW: '' });
    expect(code).toBe(1);
    expect(err).toContain(`${file}:3  langage: unknown key: did you mean language?`);
    expect(err).toContain(`${file}:6  boards.kanban.password: the variable PW is not set`);
    expect(err).toContain('2 problems');
  });

  test.each([
    ['no deployment key', { CARDWIRE_KEY: undefined }, /CARDWIRE_KEY/],
    ['a short deployment key', { CARDWIRE_KEY: 'only-a-few' }, /CARDWIRE_KEY is too short/],
    [
      "the demo's key",
      { CARDWIRE_KEY: 'cardwire-demo-key-that-everyone-knows' },
      /demo's key protects nothing/,
    ],
    ['no public address', { CARDWIRE_URL: undefined }, /give --url or set CARDWIRE_URL/],
    ['no such table', { TABLE_NAME: 'other' }, /there is no such table here/],
  ])('refuses to work with %s', async (_what, change, message) => {
    const { code, err } = await cardwire(['setup', file], change);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect([...world.mattermost.world.commands.values()]).toEqual([]);
  });
});

describe('cardwire check', () => {
  beforeEach(() => cardwire(['setup', file]));

  test('mends a token that was wiped in the form and a room the bot was put out of', async () => {
    const [webhook] = world.wekan.world.integrations;
    if (!webhook) throw new Error('set-up makes a webhook');
    const { token } = webhook;
    webhook.token = '';
    world.mattermost.world.channel('ops-board').members.delete(world.mattermost.bot.id);
    const { code, err, out } = await cardwire(['check']);
    expect(code).toBe(0);
    expect(world.wekan.world.integrations).toMatchObject([{ token }]);
    expect(err).toContain('ok      Join ops-board of chat: joined');
    expect(out).toContain('1 team checked; all is well.');
  });

  test('calls the workspace and its rooms by their names; a room whose name cannot be read by its id', async () => {
    await writeFile(file, world.yaml.replace(/teamChannels:[\s\S]*/, ''));
    await cardwire(['setup', file]);
    const { id } = world.mattermost.world.channel('ops-board');
    const { err } = await cardwire(['check']);
    expect(err).toContain('ok      Sign in to mattermost for chat: as @cardwire, in the workspace eng');
    expect(err).toContain('ok      Join ops-board of chat: is in it');
    expect(err).not.toContain(id);
    world.mattermost.world.channels.delete(id);
    const after = await cardwire(['check'], { CARDWIRE_MATTERMOST_ADMIN_TOKEN: undefined });
    expect(after.err).toContain(`Join room ${id} of chat`);
  });

  test('makes a webhook that was deleted and a command that was changed anew', async () => {
    world.wekan.world.integrations = [];
    const [command] = world.mattermost.world.commands.values();
    const url = command?.url;
    if (command) command.url = 'https://elsewhere.example.org';
    const { err } = await cardwire(['check', 'ops']);
    expect(err).toContain('ok      Webhook of kanban: made');
    expect(err).toContain('ok      Command /card of chat: mended');
    expect([...world.mattermost.world.commands.values()].map((each) => each.url)).toEqual([url]);
  });

  test('says what it cannot look at', async () => {
    const { err } = await cardwire(['check'], { CARDWIRE_MATTERMOST_ADMIN_TOKEN: undefined });
    expect(err).toContain(
      "skip    Command /card of chat: not looked at: that takes an administrator's token",
    );
  });

  test('finds a revoked token and a column that is gone', async () => {
    world.mattermost.world.tokens.delete(world.mattermost.tokens.bot);
    world.wekan.world.lists = world.wekan.world.lists.filter(({ title }) => title !== 'Done');
    const { code, err } = await cardwire(['check', 'ops']);
    expect(code).toBe(1);
    expect(err).toMatch(/FAILED {2}Sign in to mattermost for chat/);
    expect(err).toContain('the column that means done is gone: set the team up again with its file');
    expect(err).toContain('2 steps failed.');
  });

  test('knows no other team', async () => {
    expect((await cardwire(['check', 'sales'])).err).toContain('there is no team sales');
  });

  test('carries a team over to a new deployment key', async () => {
    const rotation = {
      CARDWIRE_KEY: 'the next key, of thirty-two characters or more',
      CARDWIRE_KEY_PREVIOUS: world.env.CARDWIRE_KEY,
    };
    const { err } = await cardwire(['check'], rotation);
    expect(err).toContain('ok      Secrets of ops: sealed anew with the new deployment key');
    expect(err).toContain('ok      Webhook of kanban: mended');
    expect(err).toContain('ok      Command /card of chat: mended');
    const after = await cardwire(['check'], { CARDWIRE_KEY: rotation.CARDWIRE_KEY });
    expect(after.code).toBe(0);
    expect(after.err).not.toContain('mended');
  });

  test('needs the key that the secrets were sealed with', async () => {
    const { code, err } = await cardwire(['check'], {
      CARDWIRE_KEY: 'another key of thirty-two characters or more',
    });
    expect([code, err]).toEqual([1, expect.stringContaining('secret-unreadable')]);
  });
});

describe('cardwire teams, address and trace', () => {
  beforeEach(() => cardwire(['setup', file]));

  test('teams lists them, without a key', async () => {
    const { code, out } = await cardwire(['teams'], { CARDWIRE_KEY: undefined });
    expect([code, out]).toEqual([
      0,
      'TEAM  LANGUAGE  BOARDS          CHANNELS\nops   de        kanban (wekan)  chat (mattermost)\n',
    ]);
  });

  test("address prints what the board's webhook and the command were given", async () => {
    const [webhook] = world.wekan.world.integrations;
    const { out } = await cardwire(['address', 'ops', 'kanban']);
    expect(out).toBe(`URL     ${webhook?.url}\nSecret  ${webhook?.token}\n`);
    const [command] = world.mattermost.world.commands.values();
    const args = ['address', 'ops', 'chat', '--token', 'env:MADE'];
    expect((await cardwire(args, { MADE: command?.token })).out).toBe(`${command?.url}\n`);
  });

  test('address refuses a token on the command line and a connection that is not there', async () => {
    expect((await cardwire(['address', 'ops', 'chat', '--token', 'abc'])).err).toContain('--token env:NAME');
    expect((await cardwire(['address', 'ops', 'mail'])).err).toContain('it has kanban, chat');
  });

  test("trace tells a card's story by its number, its link and its id", async () => {
    const card = 'crd1' as CardId;
    const key = { team: 'ops', board: 'kanban', card };
    const cards = createCards(world.table);
    const conversation = 'mattermost:chat:room:';
    const step = { at: Date.UTC(2027, 0, 2, 3, 4, 5), what: 'command-create', event: 'ev1' };
    await cards.own(key, { connection: 'chat', person: 'u1', name: 'ann', conversation }, 42, step);
    const stories = await Promise.all(
      [
        ['42'],
        ['ops', '#42'],
        ['ops', 'https://b.example.org/b/brd1/ops/crd1'],
        ['ops', 'https://t.example.org/project/ops/us/42?kanban'],
        ['ops', 'crd1'],
      ].map((args) => cardwire(['trace', ...args])),
    );
    for (const { code, out } of stories) {
      expect(code).toBe(0);
      expect(out).toMatch(/2027-01-02 03:04:05\.000 {2}command create {2}the card +ev1/);
    }
  });

  test('trace says when it knows nothing', async () => {
    expect((await cardwire(['trace', '42'])).err).toContain('no card 42 of kanban has been seen');
    expect((await cardwire(['trace', 'ops', '42'])).err).toContain('no card 42 of kanban has been seen');
    expect((await cardwire(['trace', 'ops', 'crd1'])).err).toContain('nothing is known of the card crd1');
    expect((await cardwire(['trace', 'sales', '42'])).err).toContain('there is no team sales');
    expect((await cardwire(['trace', 'ops', '42', '--board', 'other'])).err).toContain('it has kanban');
  });
});
