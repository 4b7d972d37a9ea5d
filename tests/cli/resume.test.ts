import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createCards } from '../../lib/store/cards.ts';
import { createCorrespondents } from '../../lib/store/correspondents.ts';
import { createPauses, type Pauses } from '../../lib/store/paused.ts';
import { createTeamStore } from '../../lib/store/teams.ts';
import { parseStored } from '../../lib/teams/stored.ts';
import { type FarWorld, startFarWorld } from '../setup/far-world.ts';
import { runCli } from './run-cli.ts';

const room = 'mattermost:chat:kitchen:';
const other = 'mattermost:annex:garage:';

let world: FarWorld;
let folder: string;
let file: string;
let paused: Pauses;
beforeAll(async () => {
  world = await startFarWorld();
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  file = join(folder, 'team.yml');
  await writeFile(file, world.yaml);
  await runCli(['setup', file], world.env);
  paused = createPauses(world.table, Date.now);
});
afterAll(() => Promise.all([world.stop(), rm(folder, { recursive: true })]));

beforeEach(async () => {
  for (const where of ['chat', room, other]) {
    await paused.end({ team: 'ops', where });
    const reason = where === 'chat' ? 'mattermost-unauthorized' : 'mattermost-forbidden';
    await paused.pause({ team: 'ops', where }, reason);
  }
});

const resting = async () =>
  (await paused.list('ops')).filter((each) => each.resting).map(({ where }) => where);

describe('cardwire resume', () => {
  /** Without the deployment's key: no secret is read for this. */
  const resume = (...args: readonly string[]) =>
    runCli(['resume', ...args], { ...world.env, CARDWIRE_KEY: undefined });

  test('lets everything of a team be tried again, and says what and why', async () => {
    const { code, out } = await resume('ops');
    expect(code).toBe(0);
    expect(out).toMatch(/mattermost-unauthorized +chat +chat\n/);
    expect(out).toMatch(/mattermost-forbidden +room kitchen \(chat\) +mattermost:chat:kitchen:/);
    expect(out).toMatch(/mattermost-forbidden +room garage \(annex\) +mattermost:annex:garage:/);
    expect(out).toContain('3 conversations resumed');
    expect(await resting()).toEqual([]);
  });

  test('calls a room of the team by its name', async () => {
    const item = await createTeamStore(world.table).get('ops');
    const [own] = item ? parseStored(item.settings).teamChannels : [];
    const where = own?.conversation ?? '';
    await paused.pause({ team: 'ops', where }, 'mattermost-forbidden');
    const { out } = await resume('ops', where);
    expect(out).toContain(`  ${own?.name} (chat)  ${where}`);
    // Its id is another one each time, and so would be its place among the others.
    await paused.end({ team: 'ops', where });
  });

  test('calls any other by what a card that was missed there knows of it', async () => {
    const cards = createCards(world.table);
    const direct = 'mattermost:annex:dm:';
    const followers = [
      { card: 'crd1' as CardId, conversation: room, place: 'kitchen-talk' },
      { card: 'crd2' as CardId, conversation: direct, person: 'u1', name: 'ann' },
    ];
    for (const { card, ...follower } of followers) {
      const key = { team: 'ops', where: follower.conversation };
      const at = { board: 'kanban', card };
      await cards.follow({ team: 'ops', ...at }, follower);
      await paused.miss(key, await paused.pause(key, 'mattermost-forbidden'), at);
    }
    const { out } = await resume('ops');
    expect(out).toContain(`  kitchen-talk (chat)            ${room}`);
    expect(out).toContain(`  direct message to ann (annex)  ${direct}`);
    for (const { card, conversation: where } of followers)
      await paused.caughtUp({ team: 'ops', where }, { board: 'kanban', card });
    await paused.end({ team: 'ops', where: direct });
  });

  test('lets one conversation, or those of one connection', async () => {
    expect((await resume('ops', other)).code).toBe(0);
    expect(await resting()).toEqual(['chat', room]);
    expect((await resume('ops', 'chat')).code).toBe(0);
    expect(await resting()).toEqual([]);
  });

  test.each([
    ['bounce', 'mail had come back'],
    ['complaint', 'its owner had complained'],
  ] as const)('lets an address be written to again after a %s', async (blocked, why) => {
    const correspondents = createCorrespondents(world.table, Date.now);
    await correspondents.know('ops', 'eva@example.net', { blocked });
    const { code, out } = await resume('ops', 'Eva@example.net');
    expect([code, out]).toEqual([0, expect.stringContaining(why)]);
    expect(await correspondents.get('ops', 'eva@example.net')).toEqual({});
    expect((await resume('ops', 'eva@example.net')).err).toContain('eva@example.net of ops is not stopped');
    expect(await resting()).toEqual(['chat', other, room]);
  });

  test.each([
    [['nobodys'], 'there is no team nobodys'],
    [['ops', 'kitchen'], `kitchen of ops is not paused; there are: chat, ${other}, ${room}`],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await resume(...args);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });
});

test('cardwire check says what is paused, why, and how it goes on', async () => {
  const check = (token = world.env.CARDWIRE_MATTERMOST_ADMIN_TOKEN) =>
    runCli(['check', 'ops'], { ...world.env, CARDWIRE_MATTERMOST_ADMIN_TOKEN: token });
  const failed = await check('wrong');
  expect([failed.code, failed.err]).toEqual([
    1,
    expect.stringMatching(
      /\(mattermost-forbidden\); when that is put right: npm run cardwire -- resume ops$/m,
    ),
  ]);
  const next = 'it is tried again with the next thing that happens';
  for (const { err } of [await check(), await check('wrong')]) {
    expect(err).toMatch(new RegExp(`\\(mattermost-forbidden\\); ${next}$`, 'm'));
    expect(err).not.toContain('cardwire -- resume');
  }
});

test.each([['check', 'ops'], ['setup']])(
  'cardwire %s that finds all well resumes it too',
  async (...args) => {
    const { code } = await runCli(args[0] === 'setup' ? ['setup', file] : args, world.env);
    expect(code).toBe(0);
    expect(await resting()).toEqual([]);
  },
);
