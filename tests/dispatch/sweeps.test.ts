import { describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
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

  test('within the minute where cards were left over, unless the board would not give them', async () => {
    const { scene } = await withMissed();
    const key = { team: 'ops', board: 'main' };
    const before = await state(scene);
    const [first] = scene.wekan.world.cards;
    if (!before || !first) throw new Error('not looked at');
    const left = [{ card: first._id as CardId }];
    const looked = async () => {
      await scene.house.sweep();
      await scene.lapse(1_000);
      return (await state(scene))?.began !== before.began;
    };
    expect(await looked()).toBe(false);
    await scene.house.store.sweeps.end(key, { ...before, left, failed: 'board-unreachable' });
    expect(await looked()).toBe(false);
    await scene.house.store.sweeps.end(key, { ...before, left });
    expect(await looked()).toBe(true);
    expect((await state(scene))?.left).toEqual([]);
  });

  test('a little early, as no schedule is exact', async () => {
    const { scene } = await withMissed();
    const before = await state(scene);
    if (!before) throw new Error('not looked at');
    const lookedAt = async (early: number) => {
      scene.pass(before.began + 5 * MINUTE - early - scene.house.clock.now);
      await scene.house.sweep();
      await scene.lapse(500);
      return (await state(scene))?.began !== before.began;
    };
    expect([await lookedAt(6_000), await lookedAt(4_900)]).toEqual([false, true]);
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
