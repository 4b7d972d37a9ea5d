import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkTeam } from '../../lib/setup/check.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { setUp } from '../../lib/setup/set-up.ts';
import { createMailboxes } from '../../lib/store/mailboxes.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import { loadTeam } from '../../lib/teams/stored.ts';
import { deploymentKey, type FarWorld, partsOf, startFarWorld } from './far-world.ts';

let world: FarWorld;
beforeEach(async () => {
  world = await startFarWorld();
});
afterEach(() => world.stop());

const mail = (addresses: string) =>
  `channels:\n  mail: { product: email, domain: in.example.org, addresses: ${addresses} }`;

/** Sets a team up whose file has mail addresses besides, in the place of the Mattermost channel's line. */
async function run(addresses: string | undefined, options: { team?: string; revoke?: string[] } = {}) {
  const yaml = addresses === undefined ? world.yaml : world.yaml.replace('channels:', mail(addresses));
  const { parts, shown } = partsOf(world);
  const { file, problems } = readTeamFile(
    yaml.replace('team: ops', `team: ${options.team ?? 'ops'}`),
    world.env,
  );
  if (!file) throw new Error(`the file of this test is wrong: ${JSON.stringify(problems)}`);
  return { result: await setUp(file, parts, options.revoke), shown };
}

const mailbox = (local: string) => createMailboxes(world.table, Date.now).get(`${local}@in.example.org`);

test('lets its addresses open cards, and says what is left to do by hand', async () => {
  const { result, shown } = await run('{ ops: kanban, help: kanban }');
  expect(result.failed).toBe(0);
  expect(shown).toContainEqual(
    'ok Sign in to email for mail: ops@in.example.org opens cards on kanban, help@in.example.org opens cards on kanban',
  );
  expect(shown).toContainEqual(
    'ok Addresses of ops: cards are opened by ops@in.example.org, help@in.example.org',
  );
  expect(await mailbox('help')).toEqual({ team: 'ops', connection: 'mail', generation: 1, board: 'kanban' });
  const [todo] = result.todos;
  for (const part of ['MX  10 inbound-smtp', '_dmarc.in.example.org', 'cardwire -- mail activate']) {
    expect(todo?.lines.join('\n')).toContain(part);
  }
});

test('an address that is no longer in the file opens none, nor do those of a connection that is gone', async () => {
  await run('{ ops: kanban, help: kanban }');
  const { shown } = await run('{ ops: kanban }');
  expect(shown).toContainEqual(
    'ok Addresses of ops: cards are opened by ops@in.example.org; help@in.example.org no longer does',
  );
  expect(await mailbox('help')).toBeUndefined();
  await run(undefined);
  expect(await mailbox('ops')).toBeUndefined();
});

test('an address of another team is refused in words, and nothing changes', async () => {
  await run('{ ops: kanban }');
  const { result, shown } = await run('{ ops: kanban }', { team: 'sales' });
  expect(result).toMatchObject({ failed: 1, stored: false });
  expect(shown.at(-1)).toMatch(
    /^failed Address ops@in\.example\.org of mail: another team has it: choose another/,
  );
  expect(await mailbox('ops')).toMatchObject({ team: 'ops' });
});

test('a board that the file does not have is refused in words', async () => {
  const { result, shown } = await run('{ ops: kanbann }');
  expect(result.stored).toBe(false);
  expect(shown.at(-1)).toContain('there is no board kanbann');
});

test('a room of mail is refused in words', async () => {
  world = {
    ...world,
    yaml: world.yaml.replace('teamChannels:', 'teamChannels:\n  - { channel: mail, room: ops }'),
  };
  const { result, shown } = await run('{ ops: kanban }');
  expect(result.stored).toBe(false);
  expect(shown).toContainEqual(expect.stringContaining('Mail has no rooms'));
});

test('a revoked connection’s addresses are those of its new generation', async () => {
  await run('{ ops: kanban }');
  await run('{ ops: kanban }', { revoke: ['mail'] });
  expect(await mailbox('ops')).toMatchObject({ generation: 2 });
});

test('check mends what is gone from the table, and asks for nothing by hand again', async () => {
  await run('{ ops: kanban }');
  await createMailboxes(world.table, Date.now).close('ops@in.example.org');
  const item = await world.teams.get('ops');
  const team = loadTeam(item?.settings ?? '', createKeyring(deploymentKey)('stored-secrets'));
  const result = await checkTeam(team, partsOf(world).parts);
  expect(result).toMatchObject({ failed: 0, todos: [] });
  expect(await mailbox('ops')).toMatchObject({ team: 'ops' });
  const { parts, shown } = partsOf(world);
  await checkTeam(team, { ...parts, baseUrl: 'http://127.0.0.1:4100' });
  expect(shown).toContainEqual(expect.stringContaining('DNS of in.example.org: not asked on this machine'));
});
