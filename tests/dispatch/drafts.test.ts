import { describe, expect, test } from '@jest/globals';
import type { EventFile } from '../../schemas/asked.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';

const link = 'https://discord.com/channels/1/2/3';
const file = (name: string): EventFile => ({ name, mediaType: 'text/plain', size: 1, from: 'gone' });
let count = 0;

/** Somebody asks for something in the square. Gives its id. */
async function asks(scene: DiscordScene, name: string, asked: Partial<CommandEvent>): Promise<string> {
  const { world } = scene.discord;
  const room = world.channel('square');
  count += 1;
  const id = `asked-${count}`;
  put(scene, {
    ...{ v: 1, kind: 'command', id, at: scene.house.clock.now, team: 'lab', connection: 'talk' },
    ...{ generation: 1, conversation: `discord:talk:${room.id}:`, place: 'square', server: room.guild },
    ...{ direct: false, person: { id: world.user(name).id, name }, reply: {} },
    input: { by: 'draft', text: 'It drips', author: 'Ann Lee', link },
    ...asked,
  });
  await scene.settle();
  return id;
}

/** Sends off the form that was opened for it. Gives the description on the board, without the mark's part that differs. */
async function sendsOff(scene: DiscordScene, draft: string, more: Partial<CommandEvent> = {}, by = 'tom') {
  const fields = { title: 'Pump', description: 'It drips' };
  await asks(scene, by, { input: { by: 'form', form: 'create', draft, fields }, ...more });
  return scene.wekan.world.cards.at(-1)?.description.replace(/cw-.*/, 'cw');
}
const alone = (scene: DiscordScene, name: string) => {
  const { world } = scene.discord;
  const { id } = world.direct(world.user(name).id);
  return [...world.messages.values()].filter(({ channel }) => channel === id).map(({ content }) => content);
};
const mark = (name: string) => `— ${name}, Discord ~square · cw`;

describe('a card that is made of a message', () => {
  test('says at its end who wrote that, and where', async () => {
    const scene = await openDiscordScene();
    const draft = await asks(scene, 'tom', {});
    expect(scene.wekan.world.cards).toHaveLength(1);
    expect(await sendsOff(scene, draft)).toBe(
      `It drips\n\nFrom a message by Ann Lee: ${link}\n\n${mark('Tom')}`,
    );
    expect(alone(scene, 'tom')).toEqual([]);
  });

  test('says it in the team’s language', async () => {
    const scene = await openDiscordScene((team) => ({ ...team, language: 'de' }));
    const draft = await asks(scene, 'tom', {});
    expect(await sendsOff(scene, draft)).toContain(`Aus einer Nachricht von Ann Lee: ${link}`);
  });

  test('takes the files of the message, and those of the form', async () => {
    const scene = await openDiscordScene();
    const draft = await asks(scene, 'tom', { files: [file('leak.jpg')] });
    await sendsOff(scene, draft, { files: [file('plan.pdf')] });
    expect(alone(scene, 'tom')).toEqual([expect.stringMatching(/not on #2: leak\.jpg, plan\.pdf\./)]);
  });

  test('knows nothing of it when another one sends the form off, or a day later, and says so', async () => {
    const scene = await openDiscordScene();
    const draft = await asks(scene, 'tom', {});
    expect(await sendsOff(scene, draft, {}, 'ann')).toBe(`It drips\n\n${mark('Ann')}`);
    scene.pass(25 * 3_600_000);
    expect(await sendsOff(scene, draft)).toBe(`It drips\n\n${mark('Tom')}`);
    for (const [name, card] of [
      ['ann', '#2'],
      ['tom', '#3'],
    ] as const) {
      const [told = '', ...more] = alone(scene, name);
      expect([told.includes('no longer have the message'), told.includes(`not on ${card}.`), more]).toEqual([
        ...[true, true, []],
      ]);
    }
  });
});

test('of a message on a server that is none of the team’s nothing is kept', async () => {
  const scene = await openDiscordScene();
  const draft = await asks(scene, 'tom', { server: '4711' });
  expect(await sendsOff(scene, draft)).toBe(`It drips\n\n${mark('Tom')}`);
});

test('a message that cannot be kept at once is kept soon, and nobody is told: the form stands before them', async () => {
  const scene = await openDiscordScene();
  let left = 1;
  scene.fails(({ label }) => {
    if (label !== 'UpdateItem DRAFT' || left === 0) return 'none';
    left -= 1;
    return 'error';
  });
  const draft = await asks(scene, 'tom', {});
  expect(alone(scene, 'tom')).toEqual([]);
  expect(left).toBe(0);
  expect(await sendsOff(scene, draft)).toContain('Ann Lee');
});
