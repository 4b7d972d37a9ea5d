import { describe, expect, test } from '@jest/globals';
import { cardPost, look, opens } from '../flows/sight.ts';
import type { Travel } from '../histories/board-side.ts';
import { openScene, type Scene } from './scene.ts';

const MINUTE = 60_000;
const lost: Travel = { arrivesAfter: [], fault: 'none' };
const state = (scene: Scene, team = 'ops') => scene.house.store.sweeps.state({ team, board: 'main' });

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

  test('one that refuses keeps no other from it, and is looked at again when it is put right', async () => {
    const { scene, column } = await withMissed();
    const [cardwire] = scene.wekan.world.users;
    const password = cardwire?.password ?? '';
    if (cardwire) cardwire.password = 'changed';
    scene.wekan.world.tokens.splice(0);
    await scene.lapse(10 * MINUTE);
    const before = await state(scene, 'lab');
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect((await state(scene))?.failed).toBe('wekan-sign-in-refused');
    expect((await state(scene, 'lab'))?.failed).toBeUndefined();
    expect((await state(scene, 'lab'))?.began).not.toBe(before?.began);
    if (cardwire) cardwire.password = password;
    await scene.lapse(10 * MINUTE);
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect([(await state(scene))?.failed, column()]).toEqual([undefined, 'Done']);
  });

  test('a team that does not want it is left alone', async () => {
    const scene = await openScene((team) => ({ ...team, reconcile: { on: false, minutes: 5 } }));
    await scene.lapse(10 * MINUTE);
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect(await state(scene)).toBeUndefined();
    expect(await state(scene, 'lab')).toBeDefined();
  });
});
