import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verbWords } from '../../lib/commands/verbs.ts';
import { readOptions } from '../../lib/dispatch/input/read-options.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import { circumstances } from '../commands/reading.ts';

const read = (verb: string, options: Readonly<Record<string, string>> = {}) =>
  readOptions({ by: 'options', verb, options }, circumstances);
const card = { by: 'number', number: 42 };

function refusal(verb: string, options: Readonly<Record<string, string>> = {}) {
  try {
    return { understood: read(verb, options) };
  } catch (error) {
    if (!(error instanceof CardwireError)) throw error;
    return { code: error.code, ...error.say?.values };
  }
}

test.each<[string, Record<string, string>, object]>([
  [
    'create',
    { title: ' Ask @tom  about #7 in:Doing ', description: 'Two\nlines', person: 'me', label: 'urgent' },
    {
      ...{ verb: 'create', title: 'Ask @tom about #7 in:Doing', description: 'Two\nlines' },
      ...{ assignees: ['me'], labels: ['urgent'] },
    },
  ],
  [
    'new',
    { title: 'Sweep', column: 'In: review', due: '2026-12-24', person: '@tom, Anna Berg' },
    {
      ...{ verb: 'create', title: 'Sweep', description: '', assignees: ['tom', 'Anna Berg'], labels: [] },
      ...{ column: 'In: review', due: '2026-12-24T22:59:00.000Z' },
    },
  ],
  [
    'create',
    { title: 'Sweep', notify: 'Me@example.org' },
    {
      ...{ verb: 'create', title: 'Sweep', description: '', assignees: [], labels: [] },
      notify: 'me@example.org',
    },
  ],
  [
    'follow',
    { card: '#42', notify: 'me@example.org' },
    { verb: 'follow', card, here: false, notify: 'me@example.org' },
  ],
  ['show', { card: '#42' }, { verb: 'show', card }],
  ['show', { card: '#42', trace: 'true' }, { verb: 'trace', card }],
  ['trace', { card: '#42' }, { verb: 'trace', card }],
  ['show', { card: '#42 Fix the pump' }, { verb: 'show', card }],
  ['show', { card: 'OPS-42' }, { verb: 'show', card: { ...card, board: 'ops' } }],
  ['comment', { card: '42', text: '#1 of\n@all' }, { verb: 'comment', card, text: '#1 of\n@all' }],
  ['comment', { card: '42', text: ' ' }, { verb: 'comment', card }],
  ['move', { card: '42', column: 'To "do"' }, { verb: 'move', card, column: 'To "do"' }],
  ['done', { card: '42' }, { verb: 'done', card }],
  ['assign', { card: '42', person: 'ich' }, { verb: 'assign', card, people: ['me'] }],
  ['unassign', { card: '42', person: 'tom; "Berg"' }, { verb: 'unassign', card, people: ['tom', 'Berg'] }],
  ['due', { card: '42', due: 'Tomorrow 14:00' }, { verb: 'due', card, at: '2026-11-21T13:00:00.000Z' }],
  ['due', { card: '42', due: '24.12.2026!!' }, { verb: 'due', card, at: '2026-12-24T22:59:00.000Z' }],
  ['due', { card: '42', due: '2026-11-20 11:00' }, { verb: 'due', card, at: '2026-11-20T10:00:00.000Z' }],
  ['due', { card: '42', due: 'keins' }, { verb: 'due', card }],
  ['due', { card: '42' }, { verb: 'due', card }],
  [
    'label',
    { card: '42', label: '#urgent #kitchen' },
    { verb: 'label', card, labels: ['urgent', 'kitchen'] },
  ],
  ['label', { card: '42', label: 'light and sound' }, { verb: 'label', card, labels: ['light and sound'] }],
  [
    'assign',
    { card: '42', person: 'tom, @Anna Berg, @ann @bob' },
    { verb: 'assign', card, people: ['tom', 'Anna Berg', 'ann', 'bob'] },
  ],
  [
    'label',
    { card: '42', label: '"Milk, eggs", #"Nuts; bolts", 5" pipe, 6" pipe' },
    { verb: 'label', card, labels: ['Milk, eggs', 'Nuts; bolts', '5" pipe', '6" pipe'] },
  ],
  ['unlabel', { card: '42', label: 'a, b, a' }, { verb: 'unlabel', card, labels: ['a', 'b'] }],
  ['rename', { card: '42', title: 'Move 3' }, { verb: 'rename', card, title: 'Move 3' }],
  ['describe', { card: '42', description: '-' }, { verb: 'describe', card, description: '' }],
  ['describe', { card: '42', text: 'It drips' }, { verb: 'describe', card, description: 'It drips' }],
  ['check', { card: '42', item: 'Order' }, { verb: 'check', card, item: 'Order', done: true }],
  ['check', { card: '42', item: 'add Order' }, { verb: 'add-step', card, item: 'Order' }],
  ['uncheck', { card: '42', item: 'Order' }, { verb: 'check', card, item: 'Order', done: false }],
  ['archive', { card: '42' }, { verb: 'archive', card }],
  ['restore', { card: '42' }, { verb: 'restore', card }],
  ['follow', { card: '42', here: 'true' }, { verb: 'follow', card, here: true }],
  ['unfollow', { card: '42', here: 'YES' }, { verb: 'unfollow', card, here: true }],
  ['unfollow', { card: '42', here: 'not on' }, { verb: 'unfollow', card, here: false }],
  ['unfollow', { card: '42', here: 'only' }, { verb: 'unfollow', card, here: false }],
  ['unfollow', { card: '42', here: 'false' }, { verb: 'unfollow', card, here: false }],
  ['list', { mine: 'true', column: 'Doing' }, { verb: 'list', mine: true, overdue: false, column: 'Doing' }],
  ['list', { overdue: 'on' }, { verb: 'list', mine: false, overdue: true }],
  ['search', { query: '"big" pump' }, { verb: 'search', text: '"big" pump' }],
  ['boards', {}, { verb: 'boards' }],
  ['board', { board: 'web' }, { verb: 'board', board: 'web-shop' }],
  ['board', {}, { verb: 'boards' }],
  ['connect', { code: 'K7QF-2MXD-9TRA' }, { verb: 'connect', code: 'K7QF-2MXD-9TRA' }],
  ['connect', {}, { verb: 'connect', code: '' }],
  ['link', {}, { verb: 'link' }],
  ['link', { code: 'K7QF' }, { verb: 'link', code: 'K7QF' }],
  ['help', { about: 'done' }, { verb: 'help', about: 'move' }],
  ['help', {}, { verb: 'help' }],
])('%s %j', (verb, options, command) => {
  expect(read(verb, options)).toStrictEqual({ command });
});

test('a board is named beside whatever is asked for', () => {
  expect(read('list', { board: 'WEB-shop' })).toMatchObject({ command: { verb: 'list' }, board: 'web-shop' });
});

test('every word of the grammar has its options', () => {
  for (const word of verbWords) expect([word, refusal(word)]).not.toEqual([word, { code: 'input-unknown' }]);
  expect(refusal('constructor')).toEqual({ code: 'input-unknown' });
});

describe('what is missing or says nothing is asked for', () => {
  test.each<[string, Record<string, string>, string]>([
    ['create', { title: ' ' }, 'title-empty'],
    ['create', { title: 'x', due: 'blorp' }, 'form-date'],
    ['create', { title: 'x', due: 'yesterday' }, 'form-date-past'],
    ['create', { title: 'x', board: 'nowhere' }, 'no-such-board'],
    ['show', {}, 'needs-card'],
    ['show', { card: 'the pump' }, 'card-unclear'],
    ['show', { card: '3 files' }, 'card-unclear'],
    ['move', { card: '42' }, 'needs-column'],
    ['assign', { card: '42', person: ', @' }, 'needs-person'],
    ['label', { card: '42' }, 'needs-label'],
    ['rename', { card: '42' }, 'title-empty'],
    ['rename', { card: '42', title: 'x'.repeat(1001) }, 'title-too-long'],
    ['describe', { card: '42' }, 'needs-description'],
    ['check', { card: '42' }, 'needs-item'],
    ['search', {}, 'search-for-what'],
    ['board', { board: 'nowhere' }, 'no-such-board'],
    ['help', { about: 'mvoe' }, 'help-verb-mistyped'],
  ])('%s %j', (verb, options, key) => {
    expect(refusal(verb, options)).toMatchObject({ code: `refused-${key}` });
  });

  test('with what was written where the refusal’s own text gives it back', () => {
    expect(refusal('board', { board: 'nowhere' })).toMatchObject({ text: 'board board:nowhere' });
    expect(refusal('show', { card: 'the  pump' })).toMatchObject({ card: 'the pump' });
    expect(refusal('create', { title: 'x', due: 'blorp' })).toMatchObject({ date: 'blorp' });
    expect(refusal('create', { title: 'x', due: '1.3.2020' })).toMatchObject({
      date: new Date('2020-03-01T22:59:00Z'),
    });
    expect(refusal('rename', { card: '42', title: 'x'.repeat(1001) })).toMatchObject({
      ...{ length: 1001, longest: 1000 },
    });
  });

  test('but no longer than boards take it', () => {
    expect(read('rename', { card: '42', title: 'x'.repeat(1000) }).command).toMatchObject({ verb: 'rename' });
  });
});

const names = [
  ...['card', 'title', 'description', 'text', 'column', 'person', 'label', 'due', 'board', 'item'],
  ...['query', 'here', 'mine', 'overdue', 'code', 'about'],
];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '#42',
    'me',
    'friday',
    'true',
    'ops',
    'OPS-7',
    'https://b.test/c',
    '"',
    '@',
    '#',
    ',',
    '\n',
  ),
  fc.lorem({ maxCount: 3 }),
);
const anyOptions = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), anyText);

test('any options are understood or refused with words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verbWords), anyOptions, (verb, options) => {
      const result = refusal(verb, options);
      if ('understood' in result) expect(result.understood.command.verb).toEqual(expect.any(String));
      else expect(result.code).toMatch(/^refused-/);
    }),
    { numRuns: 2000 },
  );
});

const oneLine = (written: string) => written.trim().replace(/\s+/g, ' ');
const said = fc.string({ unit: 'grapheme', minLength: 1 }).filter((written) => written.trim() !== '');
const aName = said.filter((written) => !/[,;@#"“”„«»]/.test(written));

test('what an option says is what the command holds', () => {
  fc.assert(
    fc.property(said, said, aName, (title, description, name) => {
      const { command } = read('create', { title, description, label: name, column: title });
      expect(command).toMatchObject({
        ...{ title: oneLine(title), description: description.trim() },
        ...{ labels: [oneLine(name)], column: oneLine(title) },
      });
      expect(read('comment', { card: '1', text: description }).command).toMatchObject({
        text: description.trim(),
      });
    }),
  );
});
