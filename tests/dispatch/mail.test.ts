import { describe, expect, test } from '@jest/globals';
import { cardPost, columnOf, look, replies } from '../flows/sight.ts';
import { openMailScene } from './mail-scene.ts';
import { card, comments, eva, fromEva, fromTom, passedOn, texts, titles, tom } from './mail-sight.ts';
import { says } from './scene.ts';

describe('a mail of a member', () => {
  test('opens a card, which its writer and the team are shown', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump' });
    expect(card(scene, 'Pump').description).toMatch(
      /^Please\.\n\n\[The mail as it came\]\(http[^)]*\), kept for 30 days\n\n— Tom, E-mail/,
    );
    expect(scene.to(tom)).toHaveLength(1);
    expect(scene.to(tom)[0]).toMatchObject({ subject: 'Re: Pump [#2]' });
    expect(texts(scene, tom)[0]).toContain('Thank you. This mail is a card now');
    expect(look(cardPost(scene, 'team', 'Pump'))).toMatchObject({ fields: { 'Opened by': 'Tom' } });
  });

  test('may say in its lines what the card is to have; what the board has not got stays in the text', async () => {
    const scene = await openMailScene();
    const lines = [
      'Column: Doing',
      'Assign: ann, zaphod',
      'Labels: bug, green',
      'Due: 2031-03-01',
      'Priority: high',
    ];
    await scene.arrives({ ...fromTom, subject: 'Pump', text: `${lines.join('\r\n')}\r\n\r\nIt drips.` });
    const made = card(scene, 'Pump');
    expect([columnOf(scene, made), made.assignees.length, made.labelIds.length]).toEqual(['Doing', 1, 1]);
    expect(made.dueAt).toBe('2031-03-01T22:59:00.000Z');
    expect(made.description).toMatch(/^It drips\.\n\nAssign to: zaphod\nLabel: green\nPriority: high\n\n/);
    // In the acknowledgement, and in no second mail.
    expect(texts(scene, tom)).toEqual([
      expect.stringMatching(
        /Thank you[\s\S]*\n\nI could not do this, so it stands in the description: Assign to: zaphod, Label: green, Priority: high\n\n/,
      ),
    ]);
    expect(JSON.stringify([...scene.mattermost.world.posts.values()])).not.toContain('zaphod');
  });

  test('with a column and a date that are none keeps both in the text', async () => {
    const scene = await openMailScene();
    await scene.arrives({
      ...fromTom,
      subject: 'Pump',
      text: 'Column: Nowhere\r\nDue: someday\r\n\r\nIt drips.',
    });
    expect(card(scene, 'Pump').description).toMatch(/^It drips\.\n\nColumn: Nowhere\nDue: someday\n\n/);
    await scene.arrives({ ...fromTom, subject: 'Valve', text: 'Due: 2020-01-01\r\n\r\nIt drips.' });
    expect(card(scene, 'Valve').description).toMatch(/^It drips\.\n\nDue: 2020-01-01\n\n/);
    expect(card(scene, 'Valve').dueAt ?? undefined).toBeUndefined();
  });

  test('whose priority is a label of the board has that label', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump', text: 'Priority: urgent\r\n\r\nIt drips.' });
    expect(card(scene, 'Pump').labelIds).toHaveLength(1);
  });

  test('that names a card in its subject is a comment on it', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', 'Pump');
    await scene.arrives({ ...fromTom, subject: 'Re: Pump [#2]', text: 'Still drips.' });
    expect(titles(scene)).toEqual(['Pump']);
    expect(comments(scene)).toEqual([expect.stringMatching(/^Still drips\.[\s\S]*— Tom, E-mail/)]);
    // There is no such card that came from here.
    await scene.arrives({ ...fromTom, subject: 'Re: Pump [#77]', text: 'Still drips.' });
    expect(titles(scene)).toHaveLength(2);
  });
});

describe('an answer to a mail', () => {
  async function withCard() {
    const scene = await openMailScene({ strangers: 'accept' });
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    const [sent] = scene.to(eva);
    return { scene, sent };
  }

  test('is a comment, which the team hears and its writer does not', async () => {
    const { scene, sent } = await withCard();
    await scene.answers(sent, { from: fromEva.from, text: 'It is *urgent*.' });
    expect(comments(scene)).toEqual(['It is \\*urgent\\*.\n\n— Eva (eva@example.net), E-mail · cw']);
    expect(replies(scene, cardPost(scene, 'team', 'Pump')).at(-1)).toBe(
      'Eva commented:\n> It is \\*urgent\\*.',
    );
    expect(scene.to(eva)).toHaveLength(1);
  });

  test('of a guest is words, whatever its lines say; of a member they are done', async () => {
    const { scene, sent } = await withCard();
    await scene.answers(sent, { from: fromEva.from, text: 'move: Done\r\n\r\nThank you' });
    expect(columnOf(scene, card(scene, 'Pump'))).toBe('To Do');
    expect(comments(scene)[0]).toMatch(/^move: Done\n+Thank you/);
    await scene.answers(sent, { from: tom, text: 'move: Doing\r\n\r\nOn its way' });
    expect(columnOf(scene, card(scene, 'Pump'))).toBe('Doing');
    expect(comments(scene)[1]).toMatch(/^On its way\n/);
  });

  test('of lines alone is done and no comment', async () => {
    const { scene, sent } = await withCard();
    await scene.answers(sent, { from: tom, text: 'move: Doing\r\nassign: me' });
    expect(columnOf(scene, card(scene, 'Pump'))).toBe('Doing');
    expect(card(scene, 'Pump').assignees).toHaveLength(1);
    expect(comments(scene)).toEqual([]);
    expect(texts(scene, tom).join('\n')).not.toContain('A comment needs a text');
  });

  test('of a guest may begin and end their following', async () => {
    const { scene, sent } = await withCard();
    await scene.answers(sent, { from: fromEva.from, text: 'unsubscribe' });
    expect(texts(scene, eva).at(-1)).toContain('Done: you get no more mail about this card.');
    await scene.lapse(60_000);
    await scene.act('bob', (bob) => bob.moveCard(card(scene, 'Pump')._id, 'Doing'));
    expect(texts(scene, eva).join()).not.toContain('bob moved it');
    expect(comments(scene)).toEqual([]);
  });

  test.each([
    ['with an id of its own', {}],
    ['without one', { id: '' }],
  ])('from another address %s begins the following of whoever wrote it', async (_how, more) => {
    const { scene, sent } = await withCard();
    await scene.answers(sent, { from: 'Ann <ann@people.test>', text: 'follow', ...more });
    await scene.lapse(60_000);
    await scene.act('bob', (bob) => bob.moveCard(card(scene, 'Pump')._id, 'Doing'));
    expect(texts(scene, 'ann@people.test').at(-1)).toContain('bob moved it from To Do to Doing');
  });

  test('to a card that is gone says so, and gives the words back', async () => {
    const { scene, sent } = await withCard();
    await scene.act('bob', (bob) => bob.delete(card(scene, 'Pump')._id));
    await scene.answers(sent, { from: fromEva.from, text: 'Any news?' });
    expect(texts(scene, eva).at(-1)).toContain(
      'This card is gone: it has been deleted, or it is not one of yours.',
    );
    expect(texts(scene, eva).at(-1)).toContain('Any news?');
  });

  test('says on the card and to its writer which of its files could do harm', async () => {
    const { scene, sent } = await withCard();
    const file = { name: 'run.exe', type: 'application/octet-stream', text: 'x' };
    await scene.answers(sent, { from: fromEva.from, text: 'See', files: [file] });
    const line = 'Not attached, because such files can do harm: run.exe. They are in the original mail.';
    expect(comments(scene)[0]).toMatch(/^See\n\n/);
    expect(comments(scene)[0]).toContain(line);
    expect(texts(scene, eva).join('\n')).toContain(line);
  });

  test('that passes another mail on says whom that is from, and who passed it on', async () => {
    const { scene, sent } = await withCard();
    await scene.answers(sent, { from: fromEva.from, text: `Look\r\n\r\n${passedOn}` });
    expect(comments(scene)[0]).toMatch(
      /^Look\n\nEva passed this mail on\. It says that it is from Zoe[^\n]*, which nothing proves:\n\n> It was new\./,
    );
  });
});
