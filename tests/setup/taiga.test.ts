import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openAddress } from '../../lib/domain/address.ts';
import { checkTeam } from '../../lib/setup/check.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { setUp } from '../../lib/setup/set-up.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import { loadTeam } from '../../lib/teams/stored.ts';
import { bridgeOf, columnOf } from '../boards/taiga/open.ts';
import { addMember, addStatus } from '../sims/taiga/seed.ts';
import { startTaigaSim, type TaigaSim } from '../sims/taiga/sim.ts';
import { one } from '../sims/taiga/world.ts';
import { deploymentKey, type FarWorld, partsOf, startFarWorld } from './far-world.ts';

let world: FarWorld;
let sim: TaigaSim;
beforeEach(async () => {
  [world, sim] = await Promise.all([startFarWorld(), startTaigaSim()]);
});
afterEach(() => Promise.all([world.stop(), sim.stop()]));

/** The world's team file with a Taiga board in place of its board. */
function yamlWith(board: string): string {
  return world.yaml.replace(
    /^ {2}kanban: .*$/m,
    `  ops: { product: taiga, url: "${sim.url}/", private: true, ${board} }`,
  );
}

const byPassword = 'user: cardwire, password: env:TPW, project: ops';

async function run(board = byPassword, env: Record<string, string> = {}) {
  const all = { ...world.env, TPW: 'cardwire-password', ...env };
  const { parts, shown } = partsOf(world, all);
  const { file, problems } = readTeamFile(yamlWith(board), all);
  if (!file) throw new Error(`the file of this test is wrong: ${JSON.stringify(problems)}`);
  return { result: await setUp(file, parts), shown, parts };
}

async function storedTeam() {
  const item = await world.teams.get('ops');
  const team = item && loadTeam(item.settings, createKeyring(deploymentKey)('stored-secrets'));
  if (!item || !team) throw new Error('no team was stored');
  return { team, settings: item.settings };
}

/** Makes the bridge's account an admin of the project. */
const promote = () => addMember(sim.world, sim.project, 'cardwire', 'admin');

describe('setting up a Taiga project', () => {
  test('as one of its admins makes the webhook and stores what was found', async () => {
    promote();
    const { result, shown } = await run();
    expect(shown).toContain(
      'ok Sign in to taiga for ops: board “Ops”: new cards go to “New”, done is “Done”',
    );
    expect(shown).toContainEqual(expect.stringMatching(/^ok Webhook of ops: made/));
    expect(result).toMatchObject({ failed: 0, stored: true, todos: [] });
    const { team, settings } = await storedTeam();
    expect(team.boards.ops).toEqual({
      ...{ product: 'taiga', id: 'ops', generation: 1, url: sim.url, api: sim.url, private: true },
      ...{ user: 'cardwire', password: 'cardwire-password', slug: 'ops', self: String(bridgeOf(sim).id) },
      board: String(sim.project.id),
      intake: columnOf(sim, 'New', sim.project),
      done: columnOf(sim, 'Done', sim.project),
      archive: columnOf(sim, 'Archived', sim.project),
    });
    expect(settings).not.toContain('cardwire-password');
    const [webhook] = sim.world.webhooks;
    expect(webhook).toMatchObject({ project: sim.project.id, name: 'Cardwire', url: result.addresses.ops });
    const { pathname } = new URL(webhook?.url ?? '');
    expect(openAddress(pathname, createKeyring(deploymentKey)('taiga-webhook'))).toMatchObject({
      source: 'taiga-webhook',
      connection: 'ops',
    });
    expect(webhook?.key).toMatch(/^[\w-]{43}$/);
  });

  test('twice keeps the webhook, and mends one whose key or address was changed', async () => {
    promote();
    await run();
    expect((await run()).shown).toContain('ok Webhook of ops: stands as it should');
    const webhook = one(sim.world.webhooks, () => true, 'webhook');
    const { key } = webhook;
    webhook.key = 'changed';
    expect((await run()).shown).toContainEqual(expect.stringMatching(/^ok Webhook of ops: mended/));
    expect(sim.world.webhooks).toMatchObject([{ key }]);
    const { parts } = partsOf(world, { ...world.env, TPW: 'cardwire-password' });
    const { file } = readTeamFile(yamlWith(byPassword), { ...world.env, TPW: 'cardwire-password' });
    if (!file) throw new Error('the file of this test is wrong');
    await setUp(file, parts, ['ops']);
    expect(sim.world.webhooks).toHaveLength(1);
    expect(sim.world.webhooks[0]?.url).toContain('/ops.2/');
  });

  test('as a plain member leaves the webhook to a person', async () => {
    const { result } = await run();
    expect(result).toMatchObject({ failed: 0, stored: true });
    const lines = result.todos.flatMap((todo) => todo.lines).join('\n');
    expect(lines).toContain(`URL         ${result.addresses.ops}`);
    expect(lines).toMatch(/Secret key {2}[\w-]{43}/);
    expect(lines).toContain('press its test button');
    expect(sim.world.webhooks).toEqual([]);
  });

  test('with an application token needs no password, and learns who it is', async () => {
    sim.world.tokens.push({
      ...{ token: 'app-token', kind: 'application', userId: bridgeOf(sim).id, expires: null, denied: false },
    });
    const { result } = await run('token: env:APP, project: ops', { APP: 'app-token' });
    expect(result).toMatchObject({ failed: 0, stored: true });
    const { team, settings } = await storedTeam();
    expect(team.boards.ops).toMatchObject({ user: 'cardwire', token: 'app-token' });
    expect(team.boards.ops).not.toHaveProperty('password');
    expect(settings).not.toContain('app-token');
    const wrong = await run('token: env:APP, project: ops', { APP: 'another' });
    expect(wrong.shown).toContainEqual(expect.stringMatching(/^failed Sign in to taiga .*application token/));
  });

  test('takes the closed status that is named as the archive', async () => {
    await run(`${byPassword}, archive: done, done: Archived`);
    expect((await storedTeam()).team.boards.ops).toMatchObject({
      archive: columnOf(sim, 'Done', sim.project),
      done: columnOf(sim, 'Archived', sim.project),
    });
  });

  test('takes it also where the board writes its name in another form of Unicode', async () => {
    const { id } = addStatus(sim.world, sim.project, 'userstory', 'Zurückgestellt '.normalize('NFD'));
    sim.world.statuses = sim.world.statuses.map((each) =>
      each.id === id ? { ...each, isClosed: true } : each,
    );
    await run(`${byPassword}, archive: ${'zurückgestellt'.normalize('NFC')}, done: Done`);
    expect((await storedTeam()).team.boards.ops).toMatchObject({ archive: String(id) });
  });

  test('without any archived status does without an archive', async () => {
    sim.world.statuses = sim.world.statuses.filter(({ isArchived }) => !isArchived);
    await run();
    expect((await storedTeam()).team.boards.ops).not.toHaveProperty('archive');
  });

  test.each([
    ['a wrong password', byPassword, { TPW: 'wrong' }, /refuses this user and password/],
    ['a project that is not there', byPassword.replace('ops', 'opps'), {}, /no project “opps”/],
    ['a project of others', byPassword.replace('ops', 'other'), {}, /no project “other”/],
    [
      'an archive that is open',
      `${byPassword}, archive: Ready`,
      {},
      /“Ready”. The closed ones are: Done, Arch/,
    ],
    ['a column that is not there', `${byPassword}, intake: Nwe`, {}, /did you mean “New”/],
  ])('with %s says what is wrong and stores nothing', async (_what, board, env, line) => {
    const { result, shown } = await run(board, env);
    expect(shown).toContainEqual(expect.stringMatching(line));
    expect(result).toMatchObject({ failed: 1, stored: false });
    expect(await world.teams.get('ops')).toBeUndefined();
  });

  test('with too few rights names those that are missing', async () => {
    addMember(sim.world, sim.project, 'cardwire', 'commenter');
    expect((await run()).shown).toContainEqual(
      expect.stringMatching(/rights: add_us, modify_us, add_task, modify_task/),
    );
  });

  test('on a server that calls no private address says how to go on', async () => {
    await sim.stop();
    sim = await startTaigaSim({ privateTargets: false });
    promote();
    const { parts, shown } = partsOf(world, { ...world.env, TPW: 'cardwire-password' });
    const { file } = readTeamFile(yamlWith(byPassword), { ...world.env, TPW: 'cardwire-password' });
    if (!file) throw new Error('the file of this test is wrong');
    await setUp(file, { ...parts, baseUrl: 'http://127.0.0.1:3000' });
    expect(shown).toContainEqual(expect.stringMatching(/^failed Webhook of ops: .*WEBHOOKS_ALLOW_PRIVATE/));
  });
});

describe('checking a Taiga project', () => {
  async function check() {
    const { parts, shown } = partsOf(world);
    return { result: await checkTeam((await storedTeam()).team, parts), shown };
  }

  test('finds its columns by their ids, whatever they are called by now', async () => {
    await run();
    await sim.asUser('ann').renameColumn('New', 'Inbox');
    addStatus(sim.world, sim.project, 'userstory', 'Later');
    const { result, shown } = await check();
    expect(result.failed).toBe(0);
    expect(shown).toContain('ok Sign in to taiga for ops: board “Ops” and its columns are there');
  });

  test('makes a webhook anew that was deleted', async () => {
    promote();
    await run();
    sim.world.webhooks = [];
    expect((await check()).shown).toContainEqual(expect.stringMatching(/^ok Webhook of ops: made/));
    expect(sim.world.webhooks).toHaveLength(1);
  });
});
