import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findByName, nearest } from '../../lib/commands/nearest.ts';

const columns = ['To do', '🚀 In Progress', 'Prüfung', 'Done'].map((name, id) => ({ id, name }));
const found = (wanted: string, items: readonly { name: string }[] = columns) =>
  findByName(wanted, items)?.name;

describe('nearest', () => {
  test.each([
    ['mvoe', 'move'],
    ['moev', 'move'],
    ['asign', 'assign'],
    ['Comentt', 'comment'],
    ['lst', 'list'],
    ['MOVE', 'move'],
  ])('%s is meant as %s', (wanted, meant) => {
    expect(nearest(wanted, ['move', 'assign', 'comment', 'list', 'help'])).toBe(meant);
  });

  test('a column is found by one of its words', () => {
    expect(
      nearest(
        'progress',
        columns.map(({ name }) => name),
      ),
    ).toBe('🚀 In Progress');
  });

  test.each(['banana', '', '   ', '#', 'x'])('%j is near nothing', (wanted) => {
    expect(nearest(wanted, ['move', 'done', 'help'])).toBeUndefined();
  });

  test.each([
    ['on', 'in', false],
    ['dane', 'done', true],
    ['dame', 'done', false],
    ['mouves', 'moves', true],
    ['mouvez', 'moves', true],
    ['nouvez', 'moves', false],
    ['inprogrezzzz', 'inprogress', false],
    ['archivedcurds', 'archivedcards', true],
    ['archivetkurds', 'archivedcards', true],
    ['archivetkurts', 'archivedcards', false],
    ['archivetkurd', 'archivedcard', false],
  ])('so many slips a word of this length may have: %s for %s', (wanted, word, is) => {
    expect(nearest(wanted, [word])).toBe(is ? word : undefined);
  });

  test('the one with the fewest slips is meant, of equals the first; or fewer slips are allowed', () => {
    expect(nearest('mova', ['mode', 'move', 'mora'])).toBe('move');
    expect(nearest('assigm', ['unassign', 'assign'])).toBe('assign');
    expect(nearest('assihm', ['assign'])).toBe('assign');
    expect(nearest('assihm', ['assign'], 1)).toBeUndefined();
    expect(nearest('asisgm', ['assign'])).toBe('assign');
  });

  test('case, accents, signs and the sharp s do not count', () => {
    const names = ['Große Prüfung', 'À faire!', '🚀 Start'];
    const meant = ['grosse  prufung', 'a faire', 'START', '„start“'].map((wanted) => nearest(wanted, names));
    expect(meant).toEqual(['Große Prüfung', 'À faire!', '🚀 Start', '🚀 Start']);
  });

  test('any one slip in a longer word is forgiven', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.constantFrom('swap', 'drop', 'double'), (at, slip) => {
        const word = 'archive';
        const [a, b] = [word.charAt(at), word.charAt(at + 1)];
        const slipped = { swap: b + a, drop: b, double: a + a + b }[slip];
        expect(nearest(word.slice(0, at) + slipped + word.slice(at + 2), ['restore', 'archive'])).toBe(word);
      }),
    );
  });
});

describe('findByName', () => {
  test.each([
    ['done', 'Done'],
    ['todo', 'To do'],
    ['to', 'To do'],
    ['to done', 'Done'],
    ['to do', 'To do'],
    ['in done', 'Done'],
    ['in progress', '🚀 In Progress'],
    ['🚀 In Progress', '🚀 In Progress'],
    ['progress', '🚀 In Progress'],
    ['prufung', 'Prüfung'],
    ['PRUEFUNG', 'Prüfung'],
    ['Prüf', 'Prüfung'],
    ['d', 'Done'],
    ['x', undefined],
    ['', undefined],
    ['🚀', undefined],
  ])('%j finds %j', (wanted, name) => {
    expect(found(wanted)).toBe(name);
  });

  test('an umlaut is two letters in either way of writing, also a capital one', () => {
    const items = ['Ärger', 'Öl', 'Übung'].map((name) => ({ name }));
    expect(['aerger', 'oel', 'UEBUNG', 'arger', 'ol'].map((wanted) => found(wanted, items))).toEqual([
      ...['Ärger', 'Öl', 'Übung', 'Ärger', 'Öl'],
    ]);
  });

  test('its own spelling goes before the letters, these before a beginning, that before a word', () => {
    const names = (...all: string[]) => all.map((name) => ({ name }));
    expect(found('doing', names('Doing', 'doing'))).toBe('doing');
    expect(found(' DOING ', names('Doing', 'Doing it'))).toBe('Doing');
    expect(found('do', names('Nothing to do', 'Doing'))).toBe('Doing');
    expect(found('thing', names('Nothing', 'One thing'))).toBe('One thing');
    expect(found('to', names('Doing', 'Nothing to'))).toBe('Nothing to');
    expect(found('into review', names('Review', 'Done'))).toBe('Review');
    expect(found('nach Done', names('Review', 'Done'))).toBe('Done');
    expect(found('into rev', names('Review', 'Done'))).toBeUndefined();
  });

  test('decomposed letters are the same letters', () => {
    expect(found('Prüfung'.normalize('NFD'))).toBe('Prüfung');
  });

  test('several that begin alike are nobody, the whole name is that one', () => {
    const people = [{ name: 'Tom' }, { name: 'Tomas' }, { name: 'Anna Berg' }, { name: 'Anna Busch' }];
    expect(found('tom', people)).toBe('Tom');
    expect(found('to', people)).toBeUndefined();
    expect(found('anna', people)).toBeUndefined();
    expect(found('busch', people)).toBe('Anna Busch');
  });

  test('signs tell names apart where letters do not', () => {
    const labels = [{ name: 'C++' }, { name: 'C#' }];
    expect(found('c#', labels)).toBe('C#');
    expect(found('c', labels)).toBeUndefined();
  });

  test('names of emoji alone are told apart', () => {
    expect(found('🔥', [{ name: '🧊' }, { name: '🔥' }])).toBe('🔥');
  });

  test('of columns with the very same name (one per swimlane) the first', () => {
    const twice = [
      { name: 'Done', id: 1 },
      { name: 'Done', id: 2 },
    ];
    expect(findByName('done', twice)?.id).toBe(1);
  });

  test('every item is found by its own name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
        const name = names[0] ?? '';
        fc.pre(name.trim() !== '' && names.filter((other) => other.trim() === name.trim()).length === 1);
        expect(
          findByName(
            name,
            names.map((n) => ({ name: n })),
          )?.name,
        ).toBe(name);
      }),
    );
  });
});
