import { describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { comes } from './mail-event.ts';
import { type MailScene, openMailScene, unproven } from './mail-scene.ts';
import { card, eva, texts, tom } from './mail-sight.ts';

const zoe = 'zoe@example.com';
const moves = async (scene: MailScene) => {
  const id = scene.wekan.world.cards.at(-1)?._id ?? '';
  await scene.lapse(60_000);
  await scene.act('bob', (bob) => bob.moveCard(id, 'Doing'));
};

describe('who got the same mail', () => {
  const withCopy = {
    from: `Tom <${tom}>`,
    text: 'Please.',
    subject: 'Pump',
    cc: `Zoe <${zoe}>, eva@example.net`,
  };

  test('hears of the card where the team wants that', async () => {
    const scene = await openMailScene({ followCopied: true });
    await scene.arrives(withCopy);
    expect(texts(scene, zoe)).toEqual([expect.stringContaining('#2 Pump')]);
    // What they did not write is not acknowledged.
    expect(texts(scene, zoe)[0]).not.toContain('Thank you');
    await moves(scene);
    expect(texts(scene, zoe).at(-1)).toContain('bob moved it from To Do to Doing');
    expect(texts(scene, eva).at(-1)).toContain('bob moved it from To Do to Doing');
  });

  test('hears nothing where it does not, where mail came back, or where nobody knows who named them', async () => {
    const scene = await openMailScene();
    await scene.arrives(withCopy);
    const strangers = await openMailScene({ followCopied: true, strangers: 'accept' });
    await strangers.arrives({ ...withCopy, from: 'who@example.net' });
    await strangers.arrives(withCopy, unproven);
    // A confirmed writer whose mail may not be answered: a program, for all that is known.
    await strangers.house.store.correspondents.know('ops', eva, { confirmed: true });
    await strangers.arrives({ ...withCopy, from: eva }, unproven);
    await comes(strangers, {
      reply: {},
      mail: {
        original: 'm',
        copied: [{ person: zoe, conversation: `email:post:${encodeURIComponent(zoe)}:m` }],
      },
    });
    const blocked = await openMailScene({ followCopied: true });
    await blocked.house.store.correspondents.know('ops', zoe, { blocked: 'bounce' });
    await blocked.arrives(withCopy);
    for (const each of [scene, strangers, blocked]) {
      await moves(each);
      expect(each.to(zoe)).toEqual([]);
    }
    expect(blocked.to(eva).length).toBeGreaterThan(0);
    const key = { team: 'ops', board: 'main', card: card(blocked, 'Pump')._id as CardId };
    const record = await blocked.house.store.cards.get(key);
    expect(record?.followers.map(({ person }) => person)).toEqual([tom, eva]);
  });

  test.each([
    ['is known by that where they answer what was sent to them', {}, true],
    ['is asked first where nothing proves that they answer', unproven, false],
  ])('%s', async (_what, findings, isIn) => {
    const scene = await openMailScene({ followCopied: true });
    await scene.arrives(withCopy);
    await scene.answers(scene.to(zoe)[0], { text: 'I know how.' }, findings);
    expect(scene.wekan.world.comments).toHaveLength(isIn ? 1 : 0);
    expect(texts(scene, zoe).filter((text) => text.includes('nothing proves'))).toHaveLength(isIn ? 0 : 1);
  });

  test('may answer it: what they write is a comment on its card', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...withCopy, id: 'first@people.test' });
    await scene.arrives({
      from: zoe,
      subject: 'Re: Pump',
      text: 'I know how.',
      inReplyTo: 'first@people.test',
    });
    expect(scene.wekan.world.cards).toHaveLength(2);
    expect(scene.wekan.world.comments.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^I know how\./),
    ]);
  });
});
