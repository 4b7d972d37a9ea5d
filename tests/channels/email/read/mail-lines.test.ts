import { describe, expect, test } from '@jest/globals';
import { readAttributes, readCommands, readSubject } from '../../../../lib/channels/email/read/mail-lines.ts';

describe('a subject', () => {
  test.each([
    ['[urgent] Printer broken', 'Printer broken', { priority: 'urgent' }],
    ['Drucker kaputt [DRINGEND!]', 'Drucker kaputt', { priority: 'urgent' }],
    ['Printer #hardware broken #2nd-floor', 'Printer broken', { labels: ['hardware', '2nd-floor'] }],
    ['Re: card #42 [OPS-42]', 'Re: card #42 [OPS-42]', {}],
    ['C# and F#', 'C# and F#', {}],
    ['[urgent]', '[urgent]', { priority: 'urgent' }],
    ['#hardware', '#hardware', { labels: ['hardware'] }],
    ['[ Printer', '[ Printer', {}],
    ['', '', {}],
  ])('%s', (subject, title, attributes) => {
    expect(readSubject(subject)).toEqual({ title, attributes: { labels: [], assignees: [], ...attributes } });
  });
});

describe('the lines at the top of a new mail', () => {
  const none = { labels: [], assignees: [] };

  test('are taken out of the text, in English', () => {
    const text =
      '\nPriority: high\nDue: next friday\nLabel: hardware, "2nd floor"\nColumn: To do\nAssign: me, @anna\n\nIt is on fire.\n\nDue: no line any more';
    expect(readAttributes(text)).toEqual({
      attributes: {
        priority: 'high',
        due: 'next friday',
        labels: ['hardware', '2nd floor'],
        column: 'To do',
        assignees: ['me', 'anna'],
      },
      rest: 'It is on fire.\n\nDue: no line any more',
    });
  });

  test('and in German', () => {
    const text =
      'Priorität: hoch\nFällig: 24.12.\nEtikett: #hardware\nSpalte: Zu tun\nZuständig: mir\nEs brennt.';
    expect(readAttributes(text)).toEqual({
      attributes: {
        priority: 'hoch',
        due: '24.12.',
        labels: ['hardware'],
        column: 'Zu tun',
        assignees: ['me'],
      },
      rest: 'Es brennt.',
    });
  });

  test('as a mail program made Markdown of them', () => {
    expect(readAttributes('**Due:** friday\n\nColumn: To\\_do\\\nHello')).toMatchObject({
      attributes: { due: 'friday', column: 'To_do' },
      rest: 'Hello',
    });
  });

  test('add to what the subject said', () => {
    const { attributes } = readSubject('[urgent] Printer #hardware');
    expect(readAttributes('Label: office\nhello', attributes).attributes).toEqual({
      labels: ['hardware', 'office'],
      assignees: [],
      priority: 'urgent',
    });
  });

  test.each([
    'Hello,\nDue: friday',
    'Note: the printer\nis broken',
    'due',
    'Due:',
    'https://example.org: look',
    'constructor: x',
    '\n\n',
    '',
  ])('are none: %j', (text) => {
    expect(readAttributes(text)).toEqual({ attributes: none, rest: text });
  });
});

describe('command lines at the top of a reply', () => {
  test.each([
    ['move: Doing', [{ verb: 'move', wrote: 'move', rest: 'Doing' }]],
    ['Move to: To do', [{ verb: 'move', wrote: 'Move to', rest: 'To do' }]],
    ['assign: me', [{ verb: 'assign', wrote: 'assign', rest: 'me' }]],
    ['done', [{ verb: 'done', wrote: 'done', rest: '' }]],
    ['Done.', [{ verb: 'done', wrote: 'Done', rest: '' }]],
    ['unfollow', [{ verb: 'unfollow', wrote: 'unfollow', rest: '' }]],
    ['unsubscribe', [{ verb: 'unfollow', wrote: 'unsubscribe', rest: '' }]],
    ['verschieben: In Arbeit', [{ verb: 'move', wrote: 'verschieben', rest: 'In Arbeit' }]],
    ['zuweisen: mir', [{ verb: 'assign', wrote: 'zuweisen', rest: 'mir' }]],
    ['Erledigt!', [{ verb: 'done', wrote: 'Erledigt', rest: '' }]],
    ['abbestellen', [{ verb: 'unfollow', wrote: 'abbestellen', rest: '' }]],
    ['fällig: morgen', [{ verb: 'due', wrote: 'fällig', rest: 'morgen' }]],
  ])('%s', (line, commands) => {
    expect(readCommands(`${line}\n\nThanks!`)).toEqual({ commands, rest: 'Thanks!' });
    expect(readCommands(line)).toEqual({ commands, rest: '' });
  });

  test('several, in order', () => {
    expect(readCommands('assign: me\nmove: Doing\nOn it.').commands.map(({ verb }) => verb)).toEqual([
      'assign',
      'move',
    ]);
  });

  test.each([
    'Done with the first part',
    'I moved: see above',
    'move',
    'move:',
    'Thanks!\ndone',
    'toString',
    '>done',
  ])('none in: %s', (text) => {
    expect(readCommands(text)).toEqual({ commands: [], rest: text });
  });
});
