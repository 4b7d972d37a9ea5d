import { describe, expect, test } from '@jest/globals';
import { cardPost, look, opens } from '../flows/sight.ts';
import type { Travel } from '../histories/board-side.ts';
import { openScene, type Scene } from './scene.ts';

const MINUTE = 60_000;
const lost: Travel = { arrivesAfter: [], fault: 'none' };
const state = (scene: Scene) => scene.house.store.sweeps.state({ team: 'ops', board: 'main' });

/** A card that was moved and nobody told, on a board that was looked at before. */
async function withMissed() {
  const scene = await openScene();
  const { card } = await opens(scene, 'tom', 'Pump', { room: 'square' });
  await scene.lapse(10 * MINUTE);
  await scene.house.sweep();
  await scene.lapse(MINUTE);
  await scene.act('bob', (bob) => bob.moveCard(card._id, 'Done'), lost);
  const column = () => look(cardPost(scene, 'square', 'Pump')).fields.Column;
  return { scene, column };
}

describe('the boards are looked at', () => {
  test('when their time has come, and not before', async () => {
    const { scene, column } = await withMissed();
    const began = (await state(scene))?.began;
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect([(await state(scene))?.began, column()]).toEqual([began, 'To Do']);
    await scene.lapse(4 * MINUTE);
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect([(await state(scene))?.began === began, column()]).toEqual([false, 'Done']);
  });

  test('a team whose settings cannot be read keeps no other from it', async () => {
    const { scene, column } = await withMissed();
    await scene.house.store.teams.put({ id: 'aaa', settings: 'broken' });
    await scene.lapse(10 * MINUTE);
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect(column()).toBe('Done');
  });
});
