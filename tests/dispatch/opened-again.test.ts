import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, columnOf, look } from '../flows/sight.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { openScene, type Scene } from './scene.ts';

/**
 * Tom opens a card; the run dies when the board has it. Then bob moves it to Doing, which the house hears of, and another run goes on.
 * `late`: what happens on the board when that one has found the card already.
 */
async function opensAgain(late: (scene: Scene, card: SimCard) => void = () => undefined) {
  const scene = await openScene();
  let left = 1;
  scene.fails(({ label }) => (/POST.*cards$/.test(label) && left-- > 0 ? 'kill-done' : 'none'));
  await scene.mattermost.as('tom').command('square', '/card Pump');
  await scene.lapse(1_000);
  const card = scene.wekan.world.cards.at(-1);
  if (left > 0 || card?.title !== 'Pump') throw new Error('the run did not die with the card on the board');
  const moved = scene.house.hands[0].board('bob').moveCard(card._id, 'Doing');
  await scene.lapse(30_000);
  await moved;
  let written = false;
  scene.fails(({ label }) => {
    if (!written && label === 'UpdateItem OWNER') {
      written = true;
      late(scene, card);
    }
    return 'none';
  });
  await scene.settle();
  expect(written).toBe(true);
  return scene;
}

const column = ({ wekan: { world } }: Scene, title: string) =>
  world.lists.find((list) => list.title === title)?._id ?? '';

describe('a card whose run died when the board had it', () => {
  test('is opened once, and shown as it is by then', async () => {
    const scene = await opensAgain();
    expect(scene.wekan.world.cards.slice(1).map((card) => columnOf(scene, card))).toEqual(['Doing']);
    for (const room of ['square', 'team']) {
      expect(cardPosts(scene, room)).toHaveLength(1);
      expect(look(cardPost(scene, room, 'Pump')).fields).toMatchObject({
        Column: 'Doing',
        'Opened by': 'Tom',
      });
    }
  });

  test('is shown as it was left while its owner was written down', async () => {
    const scene = await opensAgain((seen, card) => {
      card.listId = column(seen, 'Review');
    });
    expect(look(cardPost(scene, 'square', 'Pump')).fields.Column).toBe('Review');
  });

  test('is shown as gone where somebody has deleted it by then', async () => {
    const scene = await opensAgain(({ wekan: { world } }, card) => {
      world.cards.splice(world.cards.indexOf(card), 1);
    });
    expect(look(cardPost(scene, 'square', 'Pump'))).toMatchObject({
      last: expect.stringContaining('deleted'),
      buttons: [],
    });
  });
});
