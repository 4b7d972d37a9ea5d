import { describe, expect, test } from '@jest/globals';
import type { EventFile } from '../../schemas/asked.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { cardPost, look, replies } from '../flows/sight.ts';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';
import { openScene, type Scene } from './scene.ts';

const file = (name: string, size = 1): EventFile => ({ name, mediaType: 'text/plain', size, from: name });

/** A command with files that nobody can fetch any more. Gives what Tom is told alone. */
async function brings(scene: Scene, text: string, files: EventFile[]): Promise<readonly string[]> {
  const event: CommandEvent = {
    ...{ v: 1, kind: 'command', id: text, at: scene.house.clock.now, team: 'ops', connection: 'chat' },
    ...{ generation: 1, conversation: 'mattermost:chat:idofsquare:', place: 'square', direct: false },
    ...{
      person: { id: 'idoftom', name: 'tom' },
      input: { by: 'text', text, mentions: {} },
      reply: {},
      files,
    },
  };
  put(scene, event);
  await scene.settle();
  const { id } = scene.mattermost.world.direct('idoftom', 'idofbot');
  return scene.mattermost.world.postsIn(id).map(({ message }) => message);
}

describe('files that cannot be put on a card', () => {
  test('are named by the reason why, and the card is opened all the same', async () => {
    const scene = await openScene();
    const small = Array.from({ length: 11 }, (_, at) => file(`small-${at}.txt`));
    const told = await brings(scene, 'Pump', [file('huge.iso', 11 * 1024 * 1024), ...small]);
    expect(told).toHaveLength(1);
    expect(told[0]?.split('\n').filter((line) => line !== '')).toEqual([
      expect.stringMatching(
        /^I could not fetch these files, so they are not on \\#2: small-0\.txt, .*small-8\.txt\. Send them once more/,
      ),
      expect.stringMatching(/^These files are larger than 10 MB, so they are not on \\#2: huge\.iso\./),
      expect.stringMatching(
        /^I take 10 files at a time, so these are not on \\#2: small-9\.txt, small-10\.txt\./,
      ),
    ]);
    expect(look(cardPost(scene, 'square', 'Pump')).last).toBe('Tom opened this card');
  });

  test('leave a comment without words with nothing to say', async () => {
    const scene = await openScene();
    const told = await brings(scene, 'comment #1', [file('plan.txt')]);
    expect(told).toEqual([
      expect.stringMatching(/^I could not fetch these files, so they are not on \\#1: plan\.txt\./),
    ]);
    expect(scene.wekan.world.comments).toEqual([]);
  });

  test('keep no comment that has words from being made', async () => {
    const scene = await openScene();
    const told = await brings(scene, 'comment #1 It drips', [file('plan.txt')]);
    expect(told[0]).toMatch(/^Your comment is on \\#1\.\n+I could not fetch these files/);
    expect(scene.wekan.world.comments).toHaveLength(1);
  });
});

describe('files that come with a command', () => {
  const leak = { name: 'leak.png', type: 'image/png', bytes: 'a picture' };
  const onBoard = ({ wekan: { world } }: DiscordScene) =>
    world.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
  const heard = (scene: DiscordScene) => replies(scene, cardPost(scene, 'team', 'Pump'));

  test('are on the new card, and the team hears of them', async () => {
    const scene = await openDiscordScene();
    expect(await scene.types('tom', 'square', '/card create', { title: 'Pump', file: leak })).toEqual([]);
    await scene.lapse(60_000);
    expect([onBoard(scene), heard(scene)]).toEqual([
      [['leak.png', 'a picture']],
      ['Tom attached **leak.png**'],
    ]);
  });

  test('are put on a card without a comment, and with one', async () => {
    const scene = await openDiscordScene();
    await scene.types('tom', 'square', '/card create', { title: 'Pump' });
    await scene.lapse(60_000);
    expect(await scene.types('ann', 'dev', '/card comment', { card: '#2', file: leak })).toEqual([
      'On #2 now: leak.png.',
    ]);
    await scene.lapse(60_000);
    const plan = { name: 'plan.txt', type: 'text/plain', bytes: 'first this' };
    const given = { card: '#2', text: 'See', file: plan };
    expect(await scene.types('ann', 'dev', '/card comment', given)).toEqual([
      'Your comment is on #2.\nOn #2 now: plan.txt.',
    ]);
    await scene.lapse(60_000);
    expect(onBoard(scene).map(([name]) => name)).toEqual(['leak.png', 'plan.txt']);
    expect(heard(scene)).toEqual([
      'Ann attached **leak.png**',
      'Ann commented:\n> See',
      'Ann attached **plan.txt**',
    ]);
  });

  test.each(['kill-before', 'kill-done'] as const)(
    'are there once though the run dies: %s',
    async (fault) => {
      const scene = await openDiscordScene();
      let left = 1;
      scene.fails(({ label }) => (/attachment\/upload/.test(label) && left-- > 0 ? fault : 'none'));
      await scene.types('tom', 'square', '/card create', { title: 'Pump', file: leak });
      await scene.lapse(60_000);
      expect(left).toBeLessThan(1);
      expect([onBoard(scene).length, heard(scene)]).toEqual([1, ['Tom attached **leak.png**']]);
    },
  );

  test('are told wherever their card is followed', async () => {
    const scene = await openDiscordScene();
    await scene.types('tom', 'square', '/card create', { title: 'Pump' });
    await scene.lapse(60_000);
    await scene.types('ann', 'dev', '/card follow', { card: '#2', here: true });
    await scene.lapse(60_000);
    await scene.types('tom', 'square', '/card comment', { card: '#2', file: leak });
    const told = scene.discord.posts().filter(({ text }) => text.includes('Tom attached **leak.png**'));
    expect(told.map(({ room }) => room).toSorted()).toEqual(['dev', 'team']);
  });

  test('have to be attached again where the command came to nothing, and only then is it said', async () => {
    const scene = await openScene();
    const [told = ''] = await brings(scene, 'comment #77 It drips', [file('plan.txt')]);
    expect(told).toMatch(/\/card comment #77 It drips\n```\nWhat you attached did not stay with me/);
    const without = await openScene();
    expect((await brings(without, 'comment #77 It drips', [])).join()).not.toContain('attached');
  });
});
