import { describe, expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import { straight } from '../histories/board-side.ts';
import { keysOf } from '../histories/release.ts';
import { type MailScene, openMailScene, put } from './mail-scene.ts';
import { openScene, says } from './scene.ts';

const DAY = 86_400_000;
const eva = 'eva@example.net';
const zoe = 'zoe@example.com';
const tom = 'tom@people.test';
const texts = (scene: MailScene, address: string) => scene.to(address).map(({ text }) => text);
const asked = (address: string, ref = '\\#2') =>
  `I have asked ${address} by mail whether news of ${ref} is welcome there. It follows the card as soon as they say yes.`;
const moves = async (scene: MailScene) => {
  const id = scene.wekan.world.cards.at(-1)?._id ?? '';
  await scene.lapse(60_000);
  await scene.act('bob', (bob) => bob.moveCard(id, 'Doing'));
};

describe('an address that is to hear of a card', () => {
  test('is asked first, and hears of it as soon as its owner says yes', async () => {
    const scene = await openMailScene();
    expect(await says(scene, 'tom', `Pump notify:${eva}`)).toEqual([asked(eva)]);
    // There is no mail that this would answer.
    const [question] = scene.to(eva);
    expect(question).toMatchObject({ subject: 'News from ops?' });
    expect(Object.keys(question?.headers ?? {})).not.toContain('references');
    expect(texts(scene, eva)[0]).toContain(
      'Somebody gave the team ops this address, so that it gets news of the card #2.',
    );
    await moves(scene);
    expect(scene.to(eva)).toHaveLength(1);
    await scene.presses(scene.to(eva)[0], 'confirm');
    expect(texts(scene, eva)[1]).toContain('#2 Pump');
    await says(scene, 'tom', 'move #2 done');
    expect(texts(scene, eva).at(-1)).toContain('Tom moved it from Doing to Done');
  });

  test('hears no more when it follows the link to that', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', 'Pump');
    expect(await says(scene, 'ann', `follow #2 notify:${eva}`)).toEqual([asked(eva)]);
    await scene.presses(scene.to(eva)[0], 'confirm');
    const before = scene.to(eva).length;
    await scene.presses(scene.to(eva).at(-1), 'unsubscribe');
    await moves(scene);
    expect(scene.to(eva)).toHaveLength(before);
  });

  test('hears no more by the link of an old mail either, though the domain was connected anew since', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', `Pump notify:${eva}`);
    await scene.presses(scene.to(eva)[0], 'confirm');
    const { house, world } = scene;
    const { connection } = world.mail ?? {};
    if (!connection) throw new Error('the team has no mail');
    const post = { ...connection, generation: connection.generation + 1 };
    const team = { ...world.team, channels: { ...world.team.channels, post } };
    const settings = storeTeam(team, keysOf(house.release, 'stored-secrets'));
    await house.store.teams.put({ id: world.id, settings });
    scene.pass(2 * 60_000);
    const before = scene.to(eva).length;
    await scene.presses(scene.to(eva).at(-1), 'unsubscribe');
    await moves(scene);
    expect(scene.to(eva)).toHaveLength(before);
  });

  test('that is the asker’s own, as the team knows it, needs no asking', async () => {
    const scene = await openMailScene();
    expect(await says(scene, 'tom', `Pump notify:${tom}`)).toEqual([`${tom} hears of \\#2 by mail now.`]);
    expect(texts(scene, tom)).toEqual([expect.stringContaining('#2 Pump')]);
    await moves(scene);
    expect(texts(scene, tom).at(-1)).toContain('bob moved it from To Do to Doing');
  });

  test('is asked first also for a guest, and for a member of whom the team knows no address', async () => {
    const scene = await openMailScene({}, (team) => {
      const people = team.members.people.map(({ email: _, ...person }) => person);
      return { ...team, members: { ...team.members, people, may: ['create'] } };
    });
    expect(await says(scene, 'guest', `Pump notify:${eva}`)).toEqual([asked(eva)]);
    expect(await says(scene, 'tom', `Valve notify:${tom}`)).toEqual([asked(tom, '\\#3')]);
    expect([scene.to(eva).length, scene.to(tom).length]).toEqual([1, 1]);
  });

  test('from which mail came back is not written to', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', `Pump notify:${eva}`);
    const [question] = scene.to(eva);
    if (question) await scene.world.mail?.comesBack(question, 'Bounce', straight);
    await scene.settle();
    expect(await says(scene, 'ann', `follow #2 notify:${eva}`)).toEqual([
      `I cannot write to ${eva}: mail from me has come back from there, or was unwanted. Give another address.`,
    ]);
    expect(scene.to(eva)).toHaveLength(1);
  });

  test('is asked three times in a day, and one person may have ten asked', async () => {
    const scene = await openMailScene();
    const tooOften =
      'Too many addresses were asked today, so I did not ask this one. Try again tomorrow with `follow`.';
    const told: string[] = [];
    for (let each = 1; each <= 4; each += 1)
      told.push(...(await says(scene, 'tom', `Card ${each} notify:${eva}`)));
    expect(told.map((text) => text === tooOften)).toEqual([false, false, false, true]);
    expect(scene.wekan.world.cards).toHaveLength(5);
    for (let each = 1; each <= 7; each += 1)
      told.push(...(await says(scene, 'tom', `Card notify:x${each}@example.org`)));
    expect(told.slice(4).map((text) => text === tooOften)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(await says(scene, 'ann', `Other notify:${zoe}`)).toEqual([
      expect.stringContaining('I have asked'),
    ]);
    scene.pass(DAY);
    expect(await says(scene, 'tom', `Another notify:${eva}`)).toEqual([
      expect.stringContaining('I have asked'),
    ]);
  });

  test.each([
    [
      'ses-address',
      `I cannot write to ${eva}: mail from me has come back from there, or was unwanted. Give another address.`,
    ],
    ['ses-sandbox', expect.stringMatching(/^Amazon SES still keeps this account in its sandbox/)],
  ] as const)('that SES does not write to is not asked, and that is said: %s', async (fault, why) => {
    const scene = await openMailScene();
    scene.fails(({ side }) => (side === 'mail' ? fault : 'none'));
    expect(await says(scene, 'tom', `Pump notify:${eva}`)).toEqual([why]);
    expect(scene.wekan.world.cards).toHaveLength(2);
  });

  test('is asked once though SES is busy, or the run dies and is counted again', async () => {
    const scene = await openMailScene();
    let left = 2;
    scene.fails(({ side }) =>
      side === 'mail' && left-- > 0 ? (left > 0 ? 'ses-busy' : 'kill-before') : 'none',
    );
    expect((await says(scene, 'tom', `Pump notify:${eva}`)).at(-1)).toBe(asked(eva));
    expect([left < 1, scene.to(eva).length, scene.wekan.world.cards.length]).toEqual([true, 1, 2]);
    for (const title of ['Second', 'Third'])
      expect(await says(scene, 'tom', `${title} notify:${eva}`)).toEqual([
        expect.stringContaining('I have asked'),
      ]);
  });

  test('hears nothing of a card whose board, or through a mail domain that, is not connected any more', async () => {
    for (const gone of ['boards', 'channels'] as const) {
      const scene = await openMailScene();
      await says(scene, 'tom', `Pump notify:${eva}`);
      const { team } = scene.world;
      const { post: _, ...chats } = team.channels;
      const left = { ...team, ...(gone === 'boards' ? { boards: {} } : { channels: chats }) };
      const settings = storeTeam(left, keysOf(scene.house.release, 'stored-secrets'));
      await scene.house.store.teams.put({ id: 'ops', settings });
      scene.house.deploy(scene.house.release);
      const before = scene.house.clock.now;
      await scene.presses(scene.to(eva)[0], 'confirm');
      expect(scene.house.clock.now - before).toBeLessThan(DAY);
      expect([scene.to(eva).length, scene.house.queues.waiting]).toEqual([1, []]);
      expect(await scene.house.store.graveyard.list('ops')).toEqual([]);
    }
  });

  test('of a team without mail is none', async () => {
    const scene = await openScene((team) => ({
      ...team,
      channels: { chat: team.channels.chat } as typeof team.channels,
    }));
    expect(await says(scene, 'tom', `Pump notify:${eva}`)).toEqual([
      'This team has no mail set up, so I can notify no address. Everything else is done.',
    ]);
    expect(scene.wekan.world.cards).toHaveLength(2);
  });

  test('for a card that is gone by then is left', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', `Pump notify:${eva}`);
    await scene.act('bob', (bob) => bob.delete(scene.wekan.world.cards.at(-1)?._id ?? ''));
    const before = scene.house.clock.now;
    await scene.presses(scene.to(eva)[0], 'confirm');
    // It is not tried again for as long as the question is kept.
    expect(scene.house.clock.now - before).toBeLessThan(DAY);
    expect(scene.to(eva)).toHaveLength(1);
    expect([scene.house.queues.waiting, await scene.house.store.graveyard.list('ops')]).toEqual([[], []]);
  });
});

describe('a link that', () => {
  test('was never given out, or of another connection, does nothing', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', 'Pump');
    for (const action of ['confirm', 'unsubscribe'] as const)
      put(scene, {
        ...{
          v: 1,
          kind: 'command',
          id: `link-${action}`,
          at: scene.house.clock.now,
          team: 'ops',
          connection: 'post',
        },
        ...{
          generation: 1,
          conversation: 'email:post:link:x',
          direct: true,
          person: { id: 'link', name: '' },
        },
        ...{ unproven: true, input: { by: 'link', action, token: 'unknown' }, reply: {} },
      });
    await scene.settle();
    expect([scene.house.queues.waiting, scene.house.office.posted]).toEqual([[], []]);
    for (const [action, code] of [
      ['confirm', 'refused-link-unknown'],
      ['unsubscribe', 'refused-link-unknown'],
    ])
      expect(scene.house.table.items.get(`TEAM#ops\nEVENT#link-${action}`)?.outcome).toBe(code);
  });
});
