import { describe, expect, test } from '@jest/globals';
import { linksIn } from '../flows/mail-house.ts';
import { rawOf } from '../flows/write-mail.ts';
import { straight } from '../histories/board-side.ts';
import { outcomeOf } from './mail-event.ts';
import { type MailScene, openMailScene, put, unproven } from './mail-scene.ts';
import { card, eva, fromEva, fromTom, texts, titles, tom } from './mail-sight.ts';
import { says } from './scene.ts';

const zoe = 'zoe@example.com';
const mailbox = 'cards@in.ops.test';
/** bob moves a card on the board. */
const moves = async (scene: MailScene, title: string) => {
  await scene.lapse(60_000);
  await scene.act('bob', (bob) => bob.moveCard(card(scene, title)._id, 'Doing'));
};

describe('whoever says that a mail is theirs', () => {
  test('is asked at once, in one mail, for all that nothing proves to be theirs', async () => {
    const scene = await openMailScene();
    for (const subject of ['Mine', 'Forged', 'Mine, too'])
      await scene.arrives({ ...fromTom, subject }, unproven);
    await scene.presses(scene.to(tom)[0], 'confirm');
    const asked = scene.to(tom).filter(({ text }) => text.includes('waits for your yes'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text.match(/“[^”]+”/g)).toEqual(['“Forged”', '“Mine, too”']);
    expect(linksIn(asked[0], 'confirm')).toHaveLength(2);
    await scene.presses(asked[0], 'confirm', 1);
    expect(titles(scene).toSorted()).toEqual(['Mine', 'Mine, too']);
  });

  test('is not asked where nothing else waits, nor made to follow what somebody else asked for', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', `Pump notify:${eva}`);
    await scene.arrives({ ...fromEva, subject: 'Mine' });
    const mine = scene.to(eva).find(({ text }) => text.includes('Yes, I wrote it'));
    await scene.presses(mine, 'confirm');
    expect(titles(scene)).toEqual(['Pump', 'Mine']);
    await moves(scene, 'Pump');
    expect(texts(scene, eva).join('\n')).not.toMatch(/waits for your yes|bob moved it/);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(texts(scene, eva).at(-1)).toContain('#2 Pump');
  });

  test('says so once: another press does nothing', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromEva, subject: 'Mine' });
    for (const _ of ['once', 'twice']) await scene.presses(scene.to(eva)[0], 'confirm');
    expect(titles(scene)).toEqual(['Mine']);
  });

  test('has shown nothing of the next mail that nothing proves: it is asked for, too', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromEva, subject: 'Mine' });
    await scene.presses(scene.to(eva)[0], 'confirm');
    await scene.arrives({ ...fromEva, subject: 'Forged' }, unproven);
    expect(titles(scene)).toEqual(['Mine']);
    expect(texts(scene, eva).at(-1)).toContain('A mail in your name came in, “Forged”');
  });

  test('may name others from then on, who hear of the card', async () => {
    const scene = await openMailScene({ followCopied: true });
    await scene.arrives({ ...fromEva, subject: 'First' });
    await scene.presses(scene.to(eva)[0], 'confirm');
    await scene.arrives({ ...fromEva, subject: 'Second', cc: zoe });
    await moves(scene, 'Second');
    expect(texts(scene, zoe).at(-1)).toContain('bob moved it from To Do to Doing');
  });
});

describe('a run that dies when it has asked who wrote a mail', () => {
  /** The outcome of Eva's mail is not written down: the run dies, and nobody goes on for a minute. */
  async function dies(): Promise<MailScene> {
    const scene = await openMailScene();
    let left = 1;
    scene.fails(({ label, run }) => {
      const isLast = label === 'UpdateItem EVENT' && scene.to(eva).length === 1 && run.message;
      return isLast && left-- > 0 ? 'kill-before' : 'none';
    });
    const raw = rawOf({ ...fromEva, subject: 'Pump', to: mailbox });
    await scene.house.mailDoors.arrive(raw, [mailbox], straight);
    await scene.lapse(1_000);
    expect([left, scene.to(eva).length]).toEqual([0, 1]);
    return scene;
  }

  test('leaves one question, and one card when it is answered at once', async () => {
    const scene = await dies();
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect([titles(scene), scene.house.queues.waiting]).toEqual([['Pump'], []]);
    const ended = [...scene.house.table.items].flatMap(([key, { outcome }]) =>
      key.includes('\nEVENT#') ? [String(outcome)] : [],
    );
    expect(ended.toSorted()).toEqual(['done-confirm', 'done-create', 'mail-parked']);
  });

  test('leaves one question, and one card when it is answered later', async () => {
    const scene = await dies();
    await scene.settle();
    expect(scene.to(eva)).toHaveLength(1);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(titles(scene)).toEqual(['Pump']);
  });

  test('leaves the card to whoever comes first, where its writer was confirmed by another mail', async () => {
    const scene = await dies();
    await scene.house.store.correspondents.know('ops', eva, { confirmed: true });
    await scene.settle();
    expect([titles(scene), scene.house.queues.waiting]).toEqual([['Pump'], []]);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(titles(scene)).toEqual(['Pump']);
  });
});

describe('a link to hear no more', () => {
  const pressed = (scene: MailScene, id: string, token: string) => {
    put(scene, {
      ...{ v: 1, kind: 'command', id, at: scene.house.clock.now, team: 'ops', connection: 'post' },
      ...{ generation: 1, conversation: 'email:post:link:x', direct: true, unproven: true },
      ...{ person: { id: 'link', name: '' }, reply: {} },
      input: { by: 'link', action: 'unsubscribe', token },
    });
    return scene.settle();
  };

  test('is good for its own team and mail domain', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    const at = { board: 'main', card: card(scene, 'Pump')._id as never };
    const [mine] = (await scene.house.store.cards.get({ team: 'ops', ...at }))?.followers ?? [];
    const conversation = mine?.conversation ?? '';
    const target = { team: 'ops', connection: 'post', ...at, conversation };
    const { remember } = scene.house.store.mailTargets;
    await remember('of-another-team', { ...target, team: 'gym' });
    await remember('of-another-domain', { ...target, connection: 'mail' });
    await remember('ours', target);
    const followers = async () =>
      (await scene.house.store.cards.get({ team: 'ops', ...at }))?.followers.length;
    for (const token of ['of-another-team', 'of-another-domain']) {
      await pressed(scene, `press-${token}`, token);
      expect([outcomeOf(scene, `press-${token}`), await followers()]).toEqual(['refused-link-unknown', 1]);
    }
    await pressed(scene, 'press-ours', 'ours');
    expect([outcomeOf(scene, 'press-ours'), await followers()]).toEqual(['done-unsubscribe', 0]);
    expect(scene.to(eva)).toHaveLength(1);
  });
});
