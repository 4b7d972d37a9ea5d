import { describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { cardPost, replies } from '../flows/sight.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';
import { card, fromTom, tom } from './mail-sight.ts';

/** As mail programs call every picture that is pasted into a mail. */
const picture = (text: string) => ({ name: 'image.png', type: 'image/png', text });
const plan = { name: 'plan.txt', type: 'text/plain', text: 'first this' };
const onBoard = ({ wekan: { world } }: MailScene) =>
  world.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);

describe('the files of a mail', () => {
  test('are told as one happening, each by its name', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump', files: [picture('one'), plan] });
    await scene.lapse(60_000);
    expect(replies(scene, cardPost(scene, 'team', 'Pump'))).toEqual(['Tom attached **image.png, plan.txt**']);
  });

  test('are all on the card though they have one name, and the run dies between them', async () => {
    const scene = await openMailScene();
    let left = 1;
    scene.fails(({ label }) => (/attachment\/upload/.test(label) && left-- > 0 ? 'kill-done' : 'none'));
    await scene.arrives({ ...fromTom, subject: 'Pump', files: [picture('one'), picture('two')] });
    expect(left).toBeLessThan(1);
    expect(onBoard(scene)).toEqual([
      ['image.png', 'one'],
      ['image 2.png', 'two'],
    ]);
  });

  test('stand in the story of the card besides its beginning, each answer by what it did', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump', files: [plan] });
    await scene.answers(scene.to(tom)[0], { from: tom, text: 'move: Doing' });
    const key = { team: 'ops', board: 'main', card: card(scene, 'Pump')._id as CardId };
    const { story = [] } = (await scene.house.store.cards.get(key)) ?? {};
    expect(story.map(({ what }) => what).filter((what) => what.startsWith('command-'))).toEqual([
      'command-create',
      'command-attachment',
      'command-move',
    ]);
  });
});
