import { describe, expect, test } from '@jest/globals';
import { type MailScene, openMailScene } from './mail-scene.ts';
import { card, fromTom, texts, titles, tom } from './mail-sight.ts';

/** As Exchange asks for no automatic answer to what people write. */
const quiet = { ...fromTom, headers: ['X-Auto-Response-Suppress: All'], subject: 'Pump' };
const moves = async (scene: MailScene) => {
  await scene.lapse(60_000);
  await scene.act('bob', (bob) => bob.moveCard(card(scene, 'Pump')._id, 'Doing'));
};

describe('a mail that asks for no automatic answer', () => {
  test('is a card and is not acknowledged; what happens to the card is told', async () => {
    const scene = await openMailScene();
    await scene.arrives(quiet);
    expect([titles(scene), texts(scene, tom)]).toEqual([['Pump'], []]);
    await moves(scene);
    expect(texts(scene, tom)).toEqual([expect.stringContaining('bob moved it from To Do to Doing')]);
  });

  test('is answered all the same where something of it could not be done', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...quiet, text: 'Column: Nowhere\r\nPriority: high\r\n\r\nIt drips.' });
    expect(card(scene, 'Pump').description).toMatch(/^It drips\.\n\nColumn: Nowhere\nPriority: high\n\n/);
    expect(texts(scene, tom)).toEqual([
      expect.stringContaining(
        '#2 is open. I could not do this, so it stands in the description: Column: Nowhere, Priority: high',
      ),
    ]);
    await moves(scene);
    expect(texts(scene, tom)).toHaveLength(2);
  });
});
