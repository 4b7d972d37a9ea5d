import { describe, expect, test } from '@jest/globals';
import { newCode, readCode } from '../../lib/domain/code.ts';
import type { Team } from '../../lib/teams/team.ts';
import { columnOf } from '../flows/sight.ts';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';

const HOUR = 3_600_000;
const CREATE = { title: 'Pump' };
const posts = (scene: DiscordScene, room: string) =>
  scene.discord
    .posts()
    .filter(
      ({ part, conversation }) =>
        part === 'card' && conversation.includes(scene.discord.world.channel(room).id),
    );
const titles = ({ wekan: { world } }: DiscordScene) => world.cards.slice(1).map(({ title }) => title);

/** A second server, with the channel `yard`, on which fay is. The team has not connected it. */
async function withYard(): Promise<DiscordScene> {
  const scene = await openDiscordScene();
  const { world } = scene.discord;
  const fay = world.addUser('fay');
  const guild = world.addGuild('friends', fay.id);
  world.addChannel('yard', 0, { guild: guild.id });
  return scene;
}

async function invite(scene: DiscordScene, kind: 'connect' | 'link' = 'connect'): Promise<string> {
  const code = newCode();
  const grant = kind === 'connect' ? { kind, connection: 'talk' } : { kind, name: 'Ann' };
  await scene.house.store.codes.give('lab', readCode(code) ?? '', grant);
  return code;
}

describe('commands with their parts by name', () => {
  test('open a card, change it, and give back what came to nothing', async () => {
    const scene = await openDiscordScene();
    expect(
      await scene.types('tom', 'square', '/card create', { ...CREATE, column: 'doing', label: 'bug' }),
    ).toEqual([]);
    expect(posts(scene, 'square').map(({ view }) => view)).toMatchObject([
      { title: '#2 Pump', column: 'Doing', labels: 'bug' },
    ]);
    expect(await scene.types('tom', 'square', '/card move', { card: '#2', column: 'Nowhere' })).toEqual([
      expect.stringMatching(
        /^I find no column “Nowhere”[\s\S]*You wrote:\n```\n\/card move card:#2 column:Nowhere\n```$/,
      ),
    ]);
    const [card] = scene.wekan.world.cards.slice(1);
    expect(card && columnOf(scene, card)).toBe('Doing');
    const [help = ''] = await scene.types('tom', 'square', '/card help');
    expect(help).toContain('offered while you type');
    expect(help).toContain('/card link');
  });
});

describe('a server that is not connected', () => {
  test.each([
    ['/card create', CREATE],
    ['/card list', {}],
    ['/card board', { board: 'wrong' }],
  ])('is told how to connect it, and nothing is done: %s', async (line, options) => {
    const scene = await withYard();
    const told = await scene.types('fay', 'yard', line, options);
    expect(told).toEqual([expect.stringMatching(/not connected to a team yet[\s\S]*\/card connect/)]);
    expect(told.join()).not.toMatch(/\blab\b|\bmain\b/);
    expect(titles(scene)).toEqual([]);
  });

  test('joins by a code, and its room hears of every card from then on', async () => {
    const scene = await withYard();
    const code = await invite(scene);
    expect(await scene.types('fay', 'yard', '/card connect', { code })).toEqual([
      'This server is connected now, and this channel hears of every card. `/card help` shows everything you can ask for.',
    ]);
    expect(await scene.types('fay', 'yard', '/card create', CREATE)).toEqual([]);
    await scene.types('tom', 'square', '/card create', { title: 'Valve' });
    expect(posts(scene, 'yard').map(({ view }) => view?.title)).toEqual(['#2 Pump', '#3 Valve']);
    expect(await scene.types('fay', 'yard', '/card connect', { code })).toEqual([
      'This server is connected already. `/card help` shows everything you can ask for.',
    ]);
  });

  test.each<[string, (scene: DiscordScene) => Promise<string>, RegExp]>([
    ['that there is not', async () => newCode(), /^I do not know this code/],
    ['that is none', async () => 'hello', /^I do not know this code/],
    ['that is for an account', (scene) => invite(scene, 'link'), /^I do not know this code/],
    [
      'that somebody has used',
      async (scene) => {
        const code = await invite(scene);
        const { world } = scene.discord;
        const other = world.addGuild('others', world.user('fay').id);
        world.addChannel('attic', 0, { guild: other.id });
        await scene.types('fay', 'attic', '/card connect', { code });
        return code;
      },
      /^This code has been used already/,
    ],
  ])('does not by a code %s', async (_what, make, why) => {
    const scene = await withYard();
    const code = await make(scene);
    const told = await scene.types('fay', 'yard', '/card connect', { code });
    expect(told).toEqual([expect.stringMatching(why)]);
    // What may be used once does not stand in an answer.
    expect(told.join()).not.toContain(code);
    expect(await scene.types('fay', 'yard', '/card list')).toEqual([expect.stringMatching(/not connected/)]);
  });

  test('tries codes for a while and no longer', async () => {
    const scene = await withYard();
    const told: string[] = [];
    for (let each = 0; each < 12; each += 1)
      told.push(...(await scene.types('fay', 'yard', '/card connect', { code: newCode() })));
    expect(told[0]).toMatch(/^I do not know this code/);
    expect(told.at(-1)).toMatch(/^Those were too many wrong codes\. Wait an hour/);
    const code = await invite(scene);
    expect(await scene.types('fay', 'yard', '/card connect', { code })).toEqual([
      expect.stringMatching(/^Those were/),
    ]);
    scene.pass(HOUR + 1);
    expect(await scene.types('fay', 'yard', '/card connect', { code })).toEqual([
      expect.stringMatching(/^This server is connected now/),
    ]);
  });

  test('hears of nothing when it is taken off again', async () => {
    const scene = await withYard();
    await scene.types('fay', 'yard', '/card connect', { code: await invite(scene) });
    await scene.types('fay', 'yard', '/card create', CREATE);
    const server = scene.discord.world.guild('friends').id;
    await scene.house.store.teams.leave('lab', { connection: 'talk', server });
    scene.pass(2 * 60_000);
    const card = scene.wekan.world.cards.at(-1)?._id ?? '';
    await scene.act('bob', (bob) => bob.moveCard(card, 'Doing'));
    expect(posts(scene, 'yard').map(({ view }) => view?.column)).toEqual(['To Do']);
    expect(posts(scene, 'team').map(({ view }) => view?.column)).toEqual(['Doing']);
  });
});

describe('an account', () => {
  const withLinks = (team: Team) => ({ ...team, guests: { may: [...team.guests.may, 'link' as const] } });

  test('is linked by a code, and counts as its person from then on', async () => {
    const scene = await openDiscordScene(withLinks);
    expect(await scene.types('guest', 'square', '/card move', { card: '#1', column: 'doing' })).toEqual([
      expect.stringMatching(/^You may not `move` here/),
    ]);
    expect(await scene.types('guest', 'square', '/card link', { code: await invite(scene, 'link') })).toEqual(
      ['This account is linked to Ann now.'],
    );
    expect(await scene.types('guest', 'square', '/card assign', { card: '#1', person: 'me' })).toEqual([
      expect.stringMatching(/assigned to Ann now/),
    ]);
  });

  test('is not linked to somebody who has left, nor by a code for a server', async () => {
    const scene = await openDiscordScene((team) => ({
      ...withLinks(team),
      members: { ...team.members, people: team.members.people.filter(({ name }) => name !== 'Ann') },
    }));
    for (const kind of ['link', 'connect'] as const)
      expect(await scene.types('guest', 'square', '/card link', { code: await invite(scene, kind) })).toEqual(
        [expect.stringMatching(/^I do not know this code/)],
      );
  });

  test('of somebody known gives a code for another one; of somebody else it says whom to ask', async () => {
    const scene = await openDiscordScene(withLinks);
    const [told = ''] = await scene.types('tom', 'square', '/card link');
    const code = /link ([\w-]+)`/.exec(told)?.[1] ?? '';
    expect(told).toContain('which then counts as Tom: give it to nobody else.');
    expect(await scene.types('guest', 'square', '/card link')).toEqual([
      expect.stringMatching(/^I do not know who you are in the team/),
    ]);
    expect(await scene.types('guest', 'square', '/card link', { code })).toEqual([
      'This account is linked to Tom now.',
    ]);
  });
});
