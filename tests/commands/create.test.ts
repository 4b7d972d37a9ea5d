import { describe, expect, test } from '@jest/globals';
import { fitTitle } from '../../lib/commands/create.ts';
import { read, refusal } from './reading.ts';

const plain = { verb: 'create', description: '', assignees: [], labels: [] };

describe('a new card', () => {
  test('marks are taken out, the rest is the title', () => {
    expect(read('Fix the pump @tom #urgent due:friday')).toEqual({
      verb: 'create',
      title: 'Fix the pump',
      description: '',
      assignees: ['tom'],
      labels: ['urgent'],
      due: '2026-11-20T22:59:00.000Z',
    });
  });

  test('nothing at all asks for the form', () => {
    for (const text of ['', '   ', '\n', '\u00a0', 'create', 'new'])
      expect(read(text)).toEqual({ verb: 'form' });
  });

  test.each([
    ['create Move the table', 'Move the table'],
    ['new tires', 'tires'],
    ['New tires', 'New tires'],
    ['Create a landing page', 'Create a landing page'],
    ['create Create a landing page', 'Create a landing page'],
    ['Fix #42 again', 'Fix #42 again'],
    ['#42 is broken', '#42 is broken'],
    ['tom@example.org has a problem', 'tom@example.org has a problem'],
    ['Learn C# and C++', 'Learn C# and C++'],
    ['@ and # alone', '@ and # alone'],
    ['# Heading', '# Heading'],
    ['### Heading', '### Heading'],
    ['Tell @all and @channel and @here', 'Tell @all and @channel and @here'],
    ['@tom@social.example says hi', '@tom@social.example says hi'],
    ['@types/node is old', '@types/node is old'],
    ['Sort (see #x)', 'Sort (see #x)'],
    ['Say "hello @tom #urgent due:friday" twice', 'Say "hello @tom #urgent due:friday" twice'],
    ['Die „neue @pumpe“ ölen', 'Die „neue @pumpe“ ölen'],
    ['Buy a 5" pipe and a 6" pipe', 'Buy a 5" pipe and a 6" pipe'],
    ['Fix\u00a0the\u00a0pump', 'Fix the pump'],
    ['🔥 Feuer  löschen', '🔥 Feuer löschen'],
    ['https://example.org/issue/7', 'https://example.org/issue/7'],
    ['Öffnungszeiten bis: 18 Uhr', 'Öffnungszeiten bis: 18 Uhr'],
    ['banana', 'banana'],
  ])('%j is only a title', (text, title) => {
    expect(read(text)).toEqual({ ...plain, title });
  });

  test.each([
    ['@tom Buy cookies', ['tom'], []],
    ['Buy @Jürgen.M, @anna-b: cookies #Küche', ['Jürgen.M', 'anna-b'], ['Küche']],
    ['Buy @me @tom @tom cookies #a #a #b', ['me', 'tom'], ['a', 'b']],
    ['Buy cookies @ich #🔥 #2nd-floor', ['me'], ['🔥', '2nd-floor']],
    ['Buy @"Anna Berg" cookies #„zwei Worte“', ['Anna Berg'], ['zwei Worte']],
    ['Buy cookies, @tom. #urgent!', ['tom'], ['urgent']],
  ])('%j names people and labels', (text, assignees, labels) => {
    expect(read(text)).toMatchObject({ verb: 'create', assignees, labels });
  });

  test.each([
    ['Fix in:Doing', 'Doing'],
    ['Fix column:"In review"', 'In review'],
    ['Fix spalte:„In Prüfung“ bald', 'In Prüfung'],
    ['IN:doing Fix', 'doing'],
  ])('%j names a column', (text, column) => {
    expect(read(text)).toMatchObject({ verb: 'create', column });
  });
});

describe('due: takes as many words as make a date', () => {
  test.each([
    ['Fix due:next friday the pump', 'Fix the pump', '2026-11-27T22:59:00.000Z'],
    ['Fix due:"in 3 tagen" the pump', 'Fix the pump', '2026-11-23T22:59:00.000Z'],
    ['Fix due:morgen 14 Uhr die Pumpe', 'Fix die Pumpe', '2026-11-21T13:00:00.000Z'],
    ['Fix due:2026-12-01', 'Fix', '2026-12-01T22:59:00.000Z'],
    ['Fix due: friday the pump', 'Fix the pump', '2026-11-20T22:59:00.000Z'],
    ['due:friday 3 pumps', '3 pumps', '2026-11-20T22:59:00.000Z'],
    ['due:friday at the office', 'at the office', '2026-11-20T22:59:00.000Z'],
    ['due:morgen, dann weiter', 'dann weiter', '2026-11-21T22:59:00.000Z'],
    ['Fällig due:24.12. Baum', 'Fällig Baum', '2026-12-24T22:59:00.000Z'],
    ['fällig:24.12. 14 Uhr Baum', 'Baum', '2026-12-24T13:00:00.000Z'],
    ['bis:morgen putzen', 'putzen', '2026-11-21T22:59:00.000Z'],
    ['Fix due:friday @tom 14:00', 'Fix 14:00', '2026-11-20T22:59:00.000Z'],
  ])('%j', (text, title, due) => {
    expect(read(text)).toMatchObject({ verb: 'create', title, due });
  });

  test.each(['@tom', '#urgent', 'in:Doing', '"14:00"', 'notify:ann@example.org'])(
    'alone before the mark %s it is refused by itself',
    (mark) => expect(refusal(`Fix due: ${mark}`)).toMatchObject({ key: 'due-unclear', due: 'due:' }),
  );

  test('what is unclear is named, and what is due now is not over', () => {
    expect(refusal('Fix due:blorp the pump')).toMatchObject({ due: 'blorp' });
    expect(refusal('Fix due:"friday blorp"')).toMatchObject({ due: 'friday blorp' });
    expect(refusal('Fix due:""')).toMatchObject({ due: 'due:' });
    expect(read('Fix due:11:00')).toMatchObject({ due: '2026-11-20T10:00:00.000Z' });
  });

  test.each(['blorp', '31.02.', '2026-13-01', '"friday blorp"', '""', ''])('due:%s is refused', (value) => {
    const text = `Fix the pump due:${value}`;
    expect(refusal(text)).toMatchObject({ key: 'due-unclear', text, word: 'card' });
  });

  test('a day that is over is refused and named', () => {
    expect(refusal('Fix due:gestern')).toEqual({
      key: 'due-past',
      word: 'card',
      text: 'Fix due:gestern',
      at: new Date('2026-11-19T22:59:00Z'),
    });
  });
});

describe('title and description', () => {
  test('what follows the first line is the description, as it was written', () => {
    expect(read('Fix it @tom\r\n\n  - one @anna #x due:blorp\n\n\t- two  \n')).toEqual({
      ...plain,
      title: 'Fix it',
      assignees: ['tom'],
      description: '  - one @anna #x due:blorp\n\n\t- two',
    });
  });

  test('a first line of marks takes its title from the next one', () => {
    expect(read('@tom #urgent\nThe pump leaks\nat the valve')).toEqual({
      ...plain,
      title: 'The pump leaks',
      assignees: ['tom'],
      labels: ['urgent'],
      description: 'at the valve',
    });
  });

  test('a title is looked for in ten lines, and no further', () => {
    expect(read(`${'@tom\n'.repeat(9)}Fix it\nsoon`)).toMatchObject({ title: 'Fix it', description: 'soon' });
    expect(refusal(`${'@tom\n'.repeat(10)}Fix it`)).toMatchObject({ key: 'title-missing' });
  });

  test('marks alone are no card', () => {
    expect(refusal('@tom #urgent')).toMatchObject({ key: 'title-missing', text: '@tom #urgent' });
  });

  test('a title as long as boards take is left whole', () => {
    expect(read('x'.repeat(1000))).toEqual({ ...plain, title: 'x'.repeat(1000) });
  });

  test('a longer one goes on in the description, cut between words', () => {
    const line = Array.from({ length: 1000 }, (_, n) => `w${n}`).join(' ');
    const command = read(`${line}\nmore`);
    if (command.verb !== 'create') throw new Error(command.verb);
    expect(command.title.length).toBeLessThanOrEqual(1000);
    expect(`${command.title}${command.description}`.replace(' …… ', ' ')).toBe(`${line}\n\nmore`);
  });

  test.each([
    ['one word', 'x'.repeat(1001), '', `${'x'.repeat(998)} …`, '… xxx'],
    ['with a description', 'x'.repeat(1001), 'more', `${'x'.repeat(998)} …`, '… xxx\n\nmore'],
    ['a late space', `${'x'.repeat(998)} yy`, '', `${'x'.repeat(998)} …`, '… yy'],
    ['a space too late', `${'x'.repeat(999)} y`, '', `${'x'.repeat(998)} …`, '… x y'],
    [
      'a space in the middle',
      `${'x'.repeat(501)} ${'y'.repeat(500)}`,
      '',
      `${'x'.repeat(501)} …`,
      `… ${'y'.repeat(500)}`,
    ],
    [
      'an early space',
      `${'x'.repeat(500)} ${'y'.repeat(501)}`,
      '',
      `${'x'.repeat(500)} ${'y'.repeat(497)} …`,
      '… yyyy',
    ],
    ['a pair where it is cut', `${'x'.repeat(997)}🔥xxx`, '', `${'x'.repeat(997)} …`, '… 🔥xxx'],
    ['a pair before it is cut', `${'x'.repeat(996)}🔥xxx`, '', `${'x'.repeat(996)}🔥 …`, '… xxx'],
  ])('is cut: %s', (_name, title, description, cut, rest) => {
    expect(fitTitle(title, description)).toEqual({ title: cut, description: rest });
    expect(cut.length).toBeLessThanOrEqual(1000);
  });

  test('a character of two units is not cut in two', () => {
    const command = read(`x${'🔥'.repeat(2500)}`);
    if (command.verb !== 'create') throw new Error(command.verb);
    expect(command.title.isWellFormed()).toBe(true);
    expect(command.description.isWellFormed()).toBe(true);
  });
});
