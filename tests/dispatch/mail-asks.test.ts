import { describe, expect, test } from '@jest/globals';
import { columnOf } from '../flows/sight.ts';
import { comes } from './mail-event.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';
import { card, comments, fromEva, fromTom, passedOn, texts, titles, tom } from './mail-sight.ts';
import { says } from './scene.ts';

/** How everything that came in ended. */
const outcomes = ({ house }: MailScene) =>
  [...house.table.items].flatMap(([key, { outcome }]) => (key.includes('\nEVENT#') ? [outcome] : []));
const byTom = { person: { id: tom, name: 'Tom' } };

describe('a mail of a member whose subject names a card', () => {
  test('and that says nothing else, has its subject for a comment', async () => {
    const scene = await openMailScene();
    await says(scene, 'tom', 'Pump');
    await scene.arrives({ ...fromTom, subject: 'It drips again [#2]', text: '' });
    expect(titles(scene)).toEqual(['Pump']);
    expect(comments(scene)).toEqual([expect.stringMatching(/^It drips again \\?\[\\?#2\\?\]\n/)]);
  });

  test('is a comment as soon as anybody has looked at that card', async () => {
    const scene = await openMailScene();
    const [old] = scene.wekan.world.cards;
    await scene.arrives({ ...fromTom, subject: 'News [#1]' });
    expect([titles(scene).length, comments(scene).length]).toEqual([1, 0]);
    await says(scene, 'tom', `show http://board.ops.test/b/${old?.boardId}/board/${old?._id}`);
    await scene.arrives({ ...fromTom, subject: 'News [#1]' });
    expect([titles(scene).length, comments(scene).length]).toEqual([1, 1]);
  });

  test('is one of a guest’s like any other: a card of its own', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await says(scene, 'tom', 'Pump');
    await scene.arrives({ ...fromEva, subject: 'About [#2]' });
    expect(titles(scene)).toHaveLength(2);
  });
});

describe('the lines of a member’s mail', () => {
  test('are done, and a mail that is passed on with them is the comment', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump' });
    await scene.answers(scene.to(tom)[0], { from: tom, text: `move: Doing\r\n\r\n${passedOn}` });
    expect(columnOf(scene, card(scene, 'Pump'))).toBe('Doing');
    expect(comments(scene)).toEqual([
      expect.stringMatching(/^Tom passed this mail on\.[\s\S]*> It was new\./),
    ]);
  });

  test('are all there is to it where nothing follows them; a file that comes with them is put on the card', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump' });
    const [sent] = scene.to(tom);
    await scene.answers(sent, { from: tom, text: 'move: Doing\r\n  \r\n ' });
    expect(outcomes(scene)).toContain('mail-asked');
    const file = { name: 'plan.txt', type: 'text/plain', text: 'first this' };
    await scene.answers(sent, { from: tom, text: 'move: Done', files: [file] });
    expect(columnOf(scene, card(scene, 'Pump'))).toBe('Done');
    expect(scene.wekan.world.files.map(({ name }) => name)).toEqual(['plan.txt']);
    expect(comments(scene)).toEqual([]);
  });

  test('are not all there is to a mail that is encrypted: that it came is said on the card', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump' });
    const answers = card(scene, 'Pump')._id;
    const input = { by: 'form', form: 'comment', card: answers, fields: { text: '' } } as const;
    await comes(scene, { ...byTom, input, mail: { original: 'm', answers, encrypted: true } });
    expect(comments(scene)).toEqual([expect.stringMatching(/^This mail is encrypted/)]);
  });

  test('that come to nothing are told in the words that were written', async () => {
    const scene = await openMailScene({}, (team) => {
      const may = team.members.may.filter((verb) => verb !== 'move');
      return { ...team, members: { ...team.members, may } };
    });
    await scene.arrives({ ...fromTom, subject: 'Pumpe', text: 'Die Pumpe ist kaputt.' });
    const [sent] = scene.to(tom);
    for (const line of ['Etikett: #', 'Verschieben: Doing'])
      await scene.answers(sent, { from: tom, text: `${line}\r\n\r\nDas ist nicht gut.` });
    const told = texts(scene, tom).join('\n');
    expect(told).toContain('Die Zeile Etikett: # verstehe ich nicht.');
    expect(told).toContain('Du darfst hier nicht Verschieben.');
  });

  test('that need more are answered with what is missing, as a mail has no forms', async () => {
    const scene = await openMailScene();
    await scene.arrives({ ...fromTom, subject: 'Pump' });
    const input = { by: 'button', action: 'comment', card: card(scene, 'Pump')._id } as const;
    expect(await comes(scene, { ...byTom, input })).toBe('refused-comment-empty');
    const bare = { by: 'text', text: '', mentions: {} } as const;
    expect(await comes(scene, { ...byTom, input: bare })).toBe('refused-title-empty');
    expect([comments(scene), titles(scene)]).toEqual([[], ['Pump']]);
  });

  test('wait for a board that does not answer: nothing of them is taken for what it has not got', async () => {
    const scene = await openMailScene();
    let left = 1;
    scene.fails(({ side }) => (side === 'board' && left-- > 0 ? 'refused' : 'none'));
    await scene.arrives({ ...fromTom, subject: 'Pump', text: 'Assign: ann\r\nLabels: bug\r\n\r\nIt drips.' });
    const { assignees, labelIds, description } = card(scene, 'Pump');
    expect([left < 1, assignees.length, labelIds.length]).toEqual([true, 1, 1]);
    expect(description).not.toMatch(/Assign to|Label/);
  });

  test('link no account: a mail has no command to type a code with', async () => {
    const scene = await openMailScene();
    const input = { by: 'options', verb: 'link', options: { code: 'AAAA-BBBB' } } as const;
    expect(await comes(scene, { ...byTom, input })).toBe('refused-link-not-here');
    expect(texts(scene, tom)).toEqual([]);
  });
});
