import { describe, expect, test } from '@jest/globals';
import { cardPost, look, said } from '../flows/sight.ts';
import { straight } from '../histories/board-side.ts';
import { type MailScene, openMailScene, unproven } from './mail-scene.ts';
import { card, comments, eva, fromEva, fromTom, texts, titles, tom } from './mail-sight.ts';

const DAY = 86_400_000;
describe('strangers', () => {
  test('who have to confirm are asked once a day, and have no card before they did', async () => {
    const scene = await openMailScene();
    for (const subject of ['First', 'Second']) await scene.arrives({ ...fromEva, subject });
    expect(titles(scene)).toEqual([]);
    expect(texts(scene, eva)).toEqual([
      expect.stringContaining('To make sure that this mail is from you, please confirm it'),
    ]);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(titles(scene).toSorted()).toEqual(['First', 'Second']);
    expect(texts(scene, eva).join()).not.toContain('waits for your yes');
    await scene.arrives({ ...fromEva, subject: 'Third' });
    expect(titles(scene)).toHaveLength(3);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(titles(scene)).toHaveLength(3);
  });

  test('whose mail nothing proves are asked for each', async () => {
    const scene = await openMailScene();
    for (const subject of ['Mine', 'Forged']) await scene.arrives({ ...fromTom, subject }, unproven);
    expect(scene.to(tom)).toHaveLength(1);
    expect(texts(scene, tom)[0]).toContain(
      'A mail in your name came in, “Mine”, and nothing proves that it is from you',
    );
    await scene.presses(scene.to(tom)[0], 'confirm');
    expect(titles(scene)).toEqual(['Mine']);
    const question = scene.to(tom).find(({ text }) => text.includes('Forged'));
    expect(question?.text).toContain(
      'One more mail waits for your yes: “Forged”. If you did not write it, do nothing.',
    );
    await scene.presses(question, 'confirm');
    expect(titles(scene).toSorted()).toEqual(['Forged', 'Mine']);
  });

  test('who confirmed nothing for a week have nothing to confirm', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromEva, subject: 'First' });
    scene.pass(8 * DAY);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(titles(scene)).toEqual([]);
  });

  test('who are refused hear why, once a day', async () => {
    const scene = await openMailScene({ strangers: 'refuse' });
    for (const subject of ['First', 'Second']) await scene.arrives({ ...fromEva, subject });
    scene.pass(DAY);
    await scene.arrives({ ...fromEva, subject: 'Third' });
    expect(titles(scene)).toEqual([]);
    expect(texts(scene, eva)).toHaveLength(2);
    expect(texts(scene, eva)[0]).toContain(
      'The team takes mail from people it knows only, so yours was not passed on.',
    );
    await scene.arrives({ ...fromTom, subject: 'Fourth' });
    expect(titles(scene)).toEqual(['Fourth']);
  });

  test('who are accepted open cards as guests; who is called like a member is told apart', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ from: '"Tom" <eve@evil.example>', subject: 'Payment', text: 'Pay.' });
    expect(card(scene, 'Payment').description).toContain('— Tom (eve@evil.example), E-mail');
    expect(look(cardPost(scene, 'team', 'Payment')).fields['Opened by']).toBe('Tom (eve@evil.example)');
    await scene.arrives({ ...fromEva, subject: 'Valve' });
    expect(look(cardPost(scene, 'team', 'Valve')).fields['Opened by']).toBe('Eva');
  });

  test('are not flooded by what others write in their name: each is a card, three are acknowledged', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    for (const subject of ['1', '2', '3', '4', '5'])
      await scene.arrives({ ...fromEva, subject: `Spam ${subject}` }, unproven);
    expect(titles(scene)).toHaveLength(5);
    expect(card(scene, 'Spam 5').description).toContain(
      'Nothing proves that this mail is from eva@example.net.',
    );
    expect(card(scene, 'Spam 5').description).toContain('Eva (eva@example.net?)');
    expect(scene.to(eva)).toHaveLength(3);
  });

  test('are written to in their own language', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    const text =
      'Guten Tag,\r\n\r\nseit gestern ist die Heizung nicht warm. Bitte kommt vorbei und seht sie euch an.';
    await scene.arrives({ ...fromEva, subject: 'Die Heizung ist kalt', text });
    expect(texts(scene, eva)[0]).toContain('Danke');
  });
});

describe('a flood of mail', () => {
  test('of one address is told once, and goes no further', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    for (let each = 0; each < 42; each += 1) await scene.arrives({ ...fromEva, subject: `Wish ${each}` });
    expect(titles(scene)).toHaveLength(40);
    const refusals = texts(scene, eva).filter((text) =>
      text.includes('Too many mails came from your address today'),
    );
    expect(refusals).toHaveLength(1);
    // What is proven to be a member's is counted apart.
    await scene.arrives({ ...fromTom, subject: 'Mine' });
    expect(titles(scene)).toContain('Mine');
  });

  test('about one card ends at fifty', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromTom, subject: 'Pump' });
    const [sent] = scene.to(tom);
    for (let each = 0; each < 52; each += 1) await scene.answers(sent, { from: tom, text: `Word ${each}` });
    expect(comments(scene)).toHaveLength(50);
    expect(texts(scene, tom).at(-1)).toContain('Too many mails came from your address today');
  });
});

describe('a mail that comes back', () => {
  const back = async (scene: MailScene, address: string, kind: 'Bounce' | 'Complaint') => {
    const sent = scene.to(address).at(-1);
    if (!sent) throw new Error('nothing was sent');
    await scene.world.mail?.comesBack(sent, kind, straight);
    await scene.settle();
  };

  test.each([
    [
      'Bounce',
      'Mail to eva@example.net comes back, so I write there no more. Reach them another way, or look whether the address is right.',
    ],
    ['Complaint', 'eva@example.net has reported a mail of mine as unwanted, so I write there no more.'],
  ] as const)('as a %s is told the team once, and nothing more is sent there', async (kind, line) => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    await back(scene, eva, kind);
    await back(scene, eva, kind);
    expect(said(scene, 'team')).toEqual([line]);
    await scene.act('bob', (bob) => bob.moveCard(card(scene, 'Pump')._id, 'Doing'));
    expect(scene.to(eva)).toHaveLength(1);
  });

  test('is forgotten when its owner is proven to write again; a complaint is not', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    await back(scene, eva, 'Bounce');
    await scene.arrives({ ...fromEva, subject: 'Valve' }, unproven);
    expect(scene.to(eva)).toHaveLength(1);
    await scene.arrives({ ...fromEva, subject: 'Tap' });
    expect(scene.to(eva)).toHaveLength(2);
    await back(scene, eva, 'Complaint');
    await scene.arrives({ ...fromEva, subject: 'Sink' });
    expect(scene.to(eva)).toHaveLength(2);
  });

  test('is told later where the room does not take it now', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    scene.fails(({ side }) => (side === 'chat' ? 'status-500' : 'none'));
    const sent = scene.to(eva)[0];
    if (sent) await scene.world.mail?.comesBack(sent, 'Bounce', straight);
    await scene.lapse(60_000);
    expect(said(scene, 'team')).toEqual([]);
    scene.fails();
    await scene.settle();
    expect(said(scene, 'team')).toHaveLength(1);
  });
});
