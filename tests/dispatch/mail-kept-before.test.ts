import { describe, expect, test } from '@jest/globals';
import { parkedId } from '../../lib/store/parked.ts';
import { sealSecret } from '../../lib/teams/secrets.ts';
import { keysOf } from '../histories/release.ts';
import { outcomeOf } from './mail-event.ts';
import { type MailScene, openMailScene, put, unproven } from './mail-scene.ts';
import { eva, fromEva, texts, titles } from './mail-sight.ts';

const confirmed = async ({ house }: MailScene) =>
  (await house.store.correspondents.get('ops', eva)).confirmed;

/** What another version of the program kept until Eva confirms it. Gives the id for its link. */
async function keeps({ house }: MailScene, proven: boolean): Promise<string> {
  const waiting = JSON.stringify({ kind: 'event', event: { v: 99, person: { id: eva } } });
  const keys = keysOf(house.release, 'stored-secrets');
  const sealed = sealSecret(waiting, { team: 'ops', field: 'parked' }, keys);
  const id = parkedId(eva, 'event', String(proven));
  await house.store.parked.park('ops', { id, proven, at: house.clock.now, sealed });
  return id;
}

describe('what another version kept for somebody, and this one cannot read', () => {
  test('is nothing that they can confirm', async () => {
    const scene = await openMailScene();
    const token = await keeps(scene, true);
    put(scene, {
      ...{ v: 1, kind: 'command', id: 'press', at: scene.house.clock.now, team: 'ops', connection: 'post' },
      ...{ generation: 1, conversation: 'email:post:link:x', direct: true, unproven: true },
      ...{ person: { id: 'link', name: '' }, reply: {} },
      input: { by: 'link', action: 'confirm', token },
    });
    await scene.lapse(60_000);
    expect([outcomeOf(scene, 'press'), await confirmed(scene)]).toEqual(['refused-link-unknown', undefined]);
  });

  test('keeps nothing else from being confirmed, nor asked for', async () => {
    const scene = await openMailScene();
    for (const proven of [true, false]) await keeps(scene, proven);
    await scene.arrives({ ...fromEva, subject: 'Mine' });
    await scene.arrives({ ...fromEva, subject: 'Forged' }, unproven);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect([titles(scene), await confirmed(scene), scene.house.queues.waiting]).toEqual([['Mine'], true, []]);
    const asked = texts(scene, eva).filter((text) => text.includes('waits for your yes'));
    expect(asked).toEqual([expect.stringContaining('“Forged”')]);
  });
});
