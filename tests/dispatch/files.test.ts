import { describe, expect, test } from '@jest/globals';
import type { EventFile } from '../../schemas/asked.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { cardPost, look } from '../flows/sight.ts';
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
