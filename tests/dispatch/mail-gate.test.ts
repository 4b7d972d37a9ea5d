import { describe, expect, test } from '@jest/globals';
import { stableId } from '../../lib/domain/ids.ts';
import { comes } from './mail-event.ts';
import { type MailScene, openMailScene, unproven } from './mail-scene.ts';
import { eva, fromEva, fromTom, texts, titles, tom } from './mail-sight.ts';

const dead = ({ house }: MailScene) => house.store.graveyard.list('ops');
/** A number of calls to SES go wrong, then none. */
const failsOnce = (scene: MailScene, fault: 'ses-busy' | 'ses-address') => {
  let left = 1;
  scene.fails(({ side }) => (side === 'mail' && left-- > 0 ? fault : 'none'));
};

describe('a mail that could not be read', () => {
  test.each([
    ['too-large', 'Your mail is larger than 25 MB, so I could not read it and nobody has seen it.'],
    ['unreadable', 'Your mail is put together in a way that I cannot read, so nobody has seen it.'],
  ] as const)('as it is %s, is no card; its writer is told so once a day', async (unread, why) => {
    const scene = await openMailScene({ strangers: 'accept' });
    for (const original of ['one', 'two'])
      expect(await comes(scene, { mail: { original, unread } })).toBe(`refused-mail-${unread}`);
    expect(titles(scene)).toEqual([]);
    expect(texts(scene, eva)).toEqual([expect.stringContaining(why)]);
  });
});

describe('a mail in which there is nothing', () => {
  const nothing = { subject: '', text: '\r\n' };
  const whatToDo = expect.stringContaining('nothing to make a card of. Send it again: the subject becomes');

  test('is no card, of whomever it is; its writer is told what to write', async () => {
    const scene = await openMailScene();
    for (const from of [fromTom, fromEva]) await scene.arrives({ ...from, ...nothing });
    expect(titles(scene)).toEqual([]);
    expect([texts(scene, tom), texts(scene, eva)]).toEqual([[whatToDo], [whatToDo]]);
    const kept = [...scene.house.table.items.values()].filter(({ sk }) => String(sk).startsWith('PARKED'));
    expect(kept).toEqual([]);
  });

  test('tells a stranger who would not be let in with anything else no more than that', async () => {
    const scene = await openMailScene({ strangers: 'refuse' });
    await scene.arrives({ ...fromEva, ...nothing });
    expect(texts(scene, eva)).toEqual([expect.stringContaining('people it knows only')]);
  });

  test('is told from one with a subject, a text or a file alone: those are cards', async () => {
    const scene = await openMailScene();
    const file = { name: 'plan.txt', type: 'text/plain', text: 'first this' };
    for (const one of [{ subject: 'Pump' }, { text: 'It drips.' }, { files: [file] }])
      await scene.arrives({ ...fromTom, ...nothing, ...one });
    expect(titles(scene)).toEqual(['Pump', 'It drips.', 'plan.txt']);
  });
});

describe('a stranger', () => {
  test('who may not be answered cannot be asked, and nothing is kept of them', async () => {
    const scene = await openMailScene();
    expect(await comes(scene, { reply: {} })).toBe('refused-mail-unanswerable');
    expect([titles(scene), scene.house.office.posted]).toEqual([[], []]);
    const kept = [...scene.house.table.items.values()].filter(({ sk }) => String(sk).startsWith('PARKED'));
    expect(kept).toEqual([]);
  });

  test('has what they ask for kept until they confirm it', async () => {
    const scene = await openMailScene();
    expect([await comes(scene), titles(scene)]).toEqual(['mail-parked', []]);
  });

  test('is asked with as much of their subject as tells mails apart, where nothing proves who wrote it', async () => {
    const scene = await openMailScene();
    const subject =
      'A subject that goes on and on, as it is written by whoever forges mails of other people, and on';
    await scene.arrives({ ...fromEva, subject }, unproven);
    const [asked = ''] = texts(scene, eva).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(asked).toContain(`“${subject.slice(0, 80)}”`);
    expect(asked).not.toContain(subject.slice(0, 81));
  });

  test('to whose address SES sends nothing is left at that: nothing is given up', async () => {
    const scene = await openMailScene({ strangers: 'refuse' });
    failsOnce(scene, 'ses-address');
    expect(await comes(scene)).toBe('refused-mail-strangers-refused');
    expect([scene.to(eva), await dead(scene)]).toEqual([[], []]);
  });

  test('is told later where SES is busy, and nothing else before', async () => {
    const scene = await openMailScene({ strangers: 'refuse' });
    failsOnce(scene, 'ses-busy');
    expect(await comes(scene)).toBe('refused-mail-strangers-refused');
    // Nor that it is kept for a board that is away, and done soon.
    expect(texts(scene, eva)).toEqual([expect.stringContaining('people it knows only')]);
  });

  test('whose answer nothing proves is answered, however many cards came in their name', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    for (const subject of ['1', '2', '3', '4']) await scene.arrives({ ...fromEva, subject }, unproven);
    const before = scene.to(eva).length;
    const file = { name: 'run.exe', type: 'application/octet-stream', text: 'x' };
    await scene.answers(scene.to(eva)[0], { text: 'See', files: [file] }, unproven);
    expect(texts(scene, eva).slice(before)).toEqual([expect.stringContaining('Not attached')]);
  });

  test('has words that look like a command taken for words', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    const card = scene.wekan.world.cards.at(-1)?._id ?? '';
    const input = { by: 'button', action: 'done', card, value: '' } as const;
    expect(await comes(scene, { input, mail: { original: 'm', answers: card } })).toBe('mail-words');
    for (const action of ['unfollow', 'follow'])
      expect(
        await comes(scene, { input: { ...input, action }, mail: { original: 'm', answers: card } }),
      ).toBe(`done-${action}`);
  });
});

test('whoever is proven to write is answered each time', async () => {
  const scene = await openMailScene({ strangers: 'accept' });
  for (const subject of ['1', '2', '3', '4', '5']) await scene.arrives({ ...fromEva, subject });
  expect(scene.to(eva)).toHaveLength(5);
});

describe('a mail that waited for its board', () => {
  test('is said to be kept, whoever has been let in with it', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    let left = 1;
    scene.fails(({ side }) => (side === 'board' && left-- > 0 ? 'refused' : 'none'));
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    expect(texts(scene, eva)[0]).toContain('What you asked for is kept');
    expect(titles(scene)).toEqual(['Pump']);
  });

  test('is not counted again', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    const { count } = scene.house.store.tallies;
    const mine = stableId('mail-from', 'strangers', eva);
    for (let each = 0; each < 39; each += 1) await count('ops', mine);
    let left = 3;
    scene.fails(({ side }) => (side === 'board' && left-- > 0 ? 'refused' : 'none'));
    await scene.arrives({ ...fromEva, subject: 'The fortieth' });
    expect(left).toBeLessThan(1);
    expect(titles(scene)).toEqual(['The fortieth']);
    await scene.arrives({ ...fromEva, subject: 'One more' });
    expect(titles(scene)).toEqual(['The fortieth']);
  });

  test('of somebody known is one of three hundred a day', async () => {
    const scene = await openMailScene();
    const mine = stableId('mail-from', 'known', tom);
    for (let each = 0; each < 299; each += 1) await scene.house.store.tallies.count('ops', mine);
    await scene.arrives({ ...fromTom, subject: 'The last' });
    await scene.arrives({ ...fromTom, subject: 'One more' });
    expect(titles(scene)).toEqual(['The last']);
    expect(texts(scene, tom).at(-1)).toContain('Too many mails came from your address today');
  });
});

describe('the language that somebody writes', () => {
  const german =
    'Guten Tag,\r\n\r\nseit gestern ist die Heizung nicht warm. Bitte kommt vorbei und seht sie euch an.';
  const english =
    'Good morning,\r\n\r\nthe heating has not been warm since yesterday. Please come and have a look at it.';

  test('is theirs until they write another one', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    for (const text of [german, english, german]) await scene.arrives({ ...fromEva, subject: 'X', text });
    expect(texts(scene, eva).map((text) => text.includes('Danke'))).toEqual([true, false, true]);
  });

  test('is not noted where it is the team’s', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Heating', text: english });
    expect(await scene.house.store.correspondents.get('ops', eva)).toEqual({});
  });
});
