import { describe, expect, test } from '@jest/globals';
import { verbWords as discordWords } from '../../lib/channels/discord/commands-words.ts';
import { cardVerbs, verbOf, verbWords } from '../../lib/commands/verbs.ts';
import { verbs } from '../../schemas/team.ts';
import { read, refusal } from './reading.ts';

describe('titles that begin like a command are not swallowed', () => {
  test.each([
    ['Move the table to the cellar', 'move #42 Doing'],
    ['Check the oil', 'check #42 …'],
    ['check the oil', 'check #42 …'],
    ['comment on #42 nicely', 'comment #42 …'],
    ['Rename 3 files', 'rename #42 …'],
    ['Label 20 boxes', 'label #42 #urgent'],
    ['Due diligence', 'due #42 24.12.'],
    ['done', 'done #42'],
    ['list of tools', 'list mine'],
    ['Link the new page from the old one', 'link'],
    ['Liste', undefined],
    ['help the neighbours move', 'help'],
    ['boards for the shed', 'boards'],
    ['board meeting on friday', 'board ops'],
    ['list the cards', 'list mine'],
  ])('%j', (text, usage) => {
    expect(refusal(text)).toMatchObject(
      usage
        ? { key: 'verb-or-title', usage, text, word: 'card', verb: text.split(' ')[0]?.toLowerCase() }
        : { key: 'verb-mistyped' },
    );
  });

  test.each(Object.keys(cardVerbs))('`create` opens a card that begins with %s', (verb) => {
    expect(read(`create ${verb} the table`)).toMatchObject({ verb: 'create', title: `${verb} the table` });
  });

  test('a number without its sign is a card after a verb in small letters', () => {
    expect(read('move 3 Doing')).toMatchObject({ verb: 'move', card: { by: 'number', number: 3 } });
    expect(read('Show 3')).toMatchObject({ verb: 'show' });
  });
});

const offered = Object.entries(discordWords).filter(([verb]) => Object.hasOwn(cardVerbs, verb));
test.each(offered)(
  'the German word that Discord has for %s is known where it is typed',
  (verb, [, german]) => {
    if (german !== verb)
      expect(refusal(`${german} #42`)).toMatchObject({ key: 'verb-mistyped', meant: verb });
  },
);

describe('a mistyped verb', () => {
  test.each([
    ['mvoe #42 Done', 'move', 'move #42 Done'],
    ['asign #42 @tom', 'assign', 'assign #42 @tom'],
    ['coment https://b.example.org/b/1/2 hi', 'comment', 'comment https://b.example.org/b/1/2 hi'],
    ['Move: #42 Done', 'move', 'move #42 Done'],
    ['lits', 'list', 'list'],
    ['hepl', 'help', 'help'],
    ['mvoe', 'move', 'move #42 Doing'],
    ['deu #42 friday', 'due', 'due #42 friday'],
    ['comnet #42 hi', 'comment', 'comment #42 hi'],
    ['comnet http://b/c', 'comment', 'comment http://b/c'],
    ['mvoe ops-42 Doing', 'move', 'move ops-42 Doing'],
    ['erledigt #42', 'done', 'done #42'],
    ['Verschieben: ops-42 Doing', 'move', 'move ops-42 Doing'],
    ['zurückholen https://b.example.org/b/1/2', 'restore', 'restore https://b.example.org/b/1/2'],
  ])('%j', (text, meant, instead) => {
    expect(refusal(text)).toMatchObject({ key: 'verb-mistyped', meant, instead, text });
  });

  test.each([
    'Fix #42 again',
    'erledigt',
    'folgen 42 Leute',
    'mvoe covid-19 posters',
    'termin mit #42',
    'Lost keys',
    'Shower',
    'banana',
    'Helper wanted',
    'Re #42 please call',
    'A #42',
    'Red paint #42',
    'mvoe see #42',
    'comnet',
    '42',
    'hilfe bitte',
    'hilfeschrei',
    'erstehilfe',
  ])('%j is none', (text) => {
    expect(read(text)).toMatchObject({ verb: 'create', title: text });
  });
});

describe('list, search and help', () => {
  test.each([
    ['list', { verb: 'list', mine: false, overdue: false }],
    ['list mine', { verb: 'list', mine: true, overdue: false }],
    ['List überfällig, meine', { verb: 'list', mine: true, overdue: true }],
    ['list overdue In review mine', { verb: 'list', mine: true, overdue: true, column: 'In review' }],
    ['list in:"In review"', { verb: 'list', mine: false, overdue: false, column: 'In review' }],
    ['list in Doing', { verb: 'list', mine: false, overdue: false, column: 'in Doing' }],
    ['list In review', { verb: 'list', mine: false, overdue: false, column: 'In review' }],
    ['list in:"In   review"', { verb: 'list', mine: false, overdue: false, column: 'In review' }],
    ['list R,D', { verb: 'list', mine: false, overdue: false, column: 'R,D' }],
    ['list Later in: x', { verb: 'list', mine: false, overdue: false, column: 'Later in: x' }],
    ...['mines', 'gemein', 'latex', 'too-late', 'wildcards', 'cardsharp', 'Dateien', 'bathe'].map(
      (column) => [`list ${column}`, { verb: 'list', mine: false, overdue: false, column }] as const,
    ),
    ['list all', { verb: 'list', mine: false, overdue: false }],
    ['search pump  valve', { verb: 'search', text: 'pump valve' }],
    ['search "pump"', { verb: 'search', text: 'pump' }],
    ['link', { verb: 'link' }],
    ['Link k7qf-2mxd-9tra', { verb: 'link', code: 'k7qf-2mxd-9tra' }],
    ['link K7QF 2MXD 9TRA', { verb: 'link', code: 'K7QF 2MXD 9TRA' }],
    ['help link', { verb: 'help', about: 'link' }],
    ['help', { verb: 'help' }],
    ['hilfe', { verb: 'help' }],
    ['?', { verb: 'help' }],
    ['help card', { verb: 'help' }],
    ['help /card ?', { verb: 'help' }],
    ['help move ?!', { verb: 'help', about: 'move' }],
    ['link banana', { verb: 'link', code: 'banana' }],
    ['Create', { verb: 'form' }],
    ['help move', { verb: 'help', about: 'move' }],
    ['Help /MOVE?', { verb: 'help', about: 'move' }],
    ['help done', { verb: 'help', about: 'move' }],
    ['help uncheck', { verb: 'help', about: 'check' }],
    ['help new', { verb: 'help', about: 'create' }],
  ])('%j', (text, command) => {
    expect(read(text)).toEqual(command);
  });

  test.each([
    ['search', { key: 'search-for-what' }],
    ['help mvoe', { key: 'help-verb-mistyped', meant: 'move' }],
    ['help banana', { key: 'help-verb-unknown', verb: 'banana' }],
  ])('%j is refused', (text, values) => {
    expect(refusal(text)).toMatchObject(values);
  });
});

test('how a verb is shown to be written is understood as that verb, about that card', () => {
  for (const [word, { usage }] of Object.entries(cardVerbs)) {
    const meant = word === 'uncheck' ? 'check' : word;
    const command = read(usage.replace('…', 'the oil'), { now: new Date('2026-12-01T10:00:00Z') });
    expect(usage).toMatch(new RegExp(`^${word} `));
    expect(command).toMatchObject({ verb: meant, card: { by: 'number', number: 42 } });
  }
});

test('every word that begins a command needs a permission, and no other word does', () => {
  const words = { done: 'move', uncheck: 'check', new: 'create' };
  for (const word of verbWords)
    expect([word, verbOf(word)]).toEqual([word, word in words ? words[word as keyof typeof words] : word]);
  expect(new Set(verbWords.map(verbOf))).toEqual(new Set(verbs));
  for (const word of ['', 'banana', 'Move', 'constructor', 'toString']) expect(verbOf(word)).toBeUndefined();
});
