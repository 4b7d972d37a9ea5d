import { describe, expect, test } from '@jest/globals';
import { event } from '../../schemas/event.ts';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';

const MINUTE = 60_000;

/** Tom has sent off a form, and it comes once more: with an answer of its own, which looks as if something was being done. */
async function sentOffTwice(): Promise<DiscordScene> {
  const scene = await openDiscordScene();
  const tom = scene.discord.hand('tom');
  const { modal } = await tom.types('square', '/card create');
  if (!modal) throw new Error('no form');
  const sendsOff = () => tom.submits({ title: 'Pump' }, { modal, forged: true });
  await sendsOff();
  await scene.settle();
  await sendsOff();
  expect(open(scene)).toHaveLength(1);
  return scene;
}

const answers = ({ discord: { world } }: DiscordScene) =>
  [...world.messages.values()].filter(({ only, deleted }) => only !== '' && !deleted);
const open = (scene: DiscordScene) => answers(scene).filter(({ loading }) => loading);
const titles = ({ wekan: { world } }: DiscordScene) => world.cards.slice(1).map(({ title }) => title);
const unreached = (scene: DiscordScene) =>
  scene.house.workers.passed.filter(({ fault }) => fault === 'refused').length;

describe('a form that was sent off twice', () => {
  test('is one card, and the second answer is put away', async () => {
    const scene = await sentOffTwice();
    await scene.settle();
    expect([titles(scene), open(scene)]).toEqual([['Pump'], []]);
  });

  test('has it put away a little later where the chat is not reached', async () => {
    const scene = await sentOffTwice();
    scene.fails(({ side }) => (side === 'discord' && unreached(scene) === 0 ? 'refused' : 'none'));
    await scene.lapse(MINUTE);
    expect([unreached(scene), open(scene), scene.house.queues.waiting]).toEqual([1, [], []]);
  });

  test('keeps nobody busy with it: it is tried once more at most', async () => {
    const scene = await sentOffTwice();
    scene.fails(({ side }) => (side === 'discord' ? 'refused' : 'none'));
    await scene.lapse(MINUTE);
    expect([unreached(scene), scene.house.queues.waiting]).toEqual([2, []]);
    expect([titles(scene), await scene.house.store.graveyard.list('lab')]).toEqual([['Pump'], []]);
  });
});

test('what the queue hands over twice is answered once, and the answer stays', async () => {
  const scene = await openDiscordScene();
  const told = await scene.types('tom', 'square', '/card help');
  expect(told).toHaveLength(1);
  const body = scene.house.queues.taken.findLast(({ queue }) => queue === 'events')?.body ?? '';
  put(scene, event.parse(JSON.parse(body)));
  await scene.settle();
  expect(answers(scene).map(({ content }) => content)).toEqual(told);
});
