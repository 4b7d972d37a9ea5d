import { describe, expect, test } from '@jest/globals';
import { fits, isMeant, type Said } from '../../lib/dispatch/details/fits.ts';
import type { DetailChange } from '../../lib/dispatch/details/things.ts';
import { keyOf } from '../../lib/dispatch/details/things.ts';

type Told = Omit<DetailChange, 'key' | 'state'>;
const changed = (change: Told, id = '1'): DetailChange => ({
  ...{ ...change, state: 's' },
  key: keyOf({ kind: change.kind, id }),
});
const step = (subject?: string): Told => ({ kind: 'checklist', step: 'ticked', ...(subject && { subject }) });
const names = (...subjects: string[]): Said => ({ ...step(subjects.join(', ')), subjects });
const edit = (subject?: string): Told => ({ kind: 'edit', ...(subject && { subject }) });
const comment = (id: string): Said => ({ kind: 'comment', step: 'edited', comment: id });

describe('what a webhook says may be the change of', () => {
  test.each<[string, Told, Said]>([
    ['what has the name that it says', step('Fit them'), step('Fit them')],
    ['one written otherwise', step(' Prüfen '), step('PRU\u0308FEN')],
    ['one whose name is like a list', step('Nuts, bolts'), step('Nuts, bolts')],
    ['one of several that it names', step('Fit them'), step('Order parts, Fit them')],
    ['one with a comma, of several', step('Nuts, bolts'), step('Order parts, Nuts, bolts')],
    ['one of the names given one by one', step('nuts, Bolts'), names('Order parts', 'Nuts, bolts')],
    ['what it tells the way of', step('Fit them'), step('Fit them: New to In progress')],
    ['anything that it does not name', step('Fit them'), step()],
    ['what is gone, and has no name any more', step(), step('Fit them')],
    ['a part of the card', edit('description'), edit('description')],
    ['a value without a name of ours, by a name of the board’s', edit(), edit('Budget')],
    ['a value without a name, by none', edit(), edit()],
  ])('%s', (_what, change, said) => {
    expect(fits(changed(change), said)).toBe(true);
  });

  test.each<[string, Told, Said]>([
    ['what has another name', step('Fit them'), step('Order parts')],
    ['what has a longer name, or a shorter one', step('Fit'), step('Fit them')],
    ['what is called like the end of a name', step('bolts'), names('Nuts, bolts')],
    ['what is called like the beginning of a name', step('Fit'), names('Fit: them')],
    ['what is named within another name', step('them'), step('Fit them: New to Done')],
    ['what became something else', step('Fit them'), { ...step('Fit them'), step: 'unticked' }],
    ['something of another kind', step(), { kind: 'attachment', step: 'ticked' }],
    ['another part of the card', edit('description'), edit('points')],
    ['a part of the card, by a name that is none', edit('points'), edit('Budget')],
    ['a value that is no part, by the name of one', edit(), edit('points')],
  ])('not: %s', (_what, change, said) => {
    expect(fits(changed(change), said)).toBe(false);
  });

  test('the comment of its id, or any where it says none', () => {
    const edited = changed({ kind: 'comment', step: 'edited', comment: 'c1' }, 'c1');
    const all = [comment('c1'), comment('c2'), { kind: 'comment', step: 'edited' }] as const;
    expect(all.map((said) => fits(edited, said))).toEqual([true, false, true]);
  });
});

describe('a person may mean', () => {
  test.each<[boolean, Told, Said]>([
    [true, step('Fit them'), step('FIT')],
    [true, step('Fit them'), step(' them ')],
    [false, step('Fit them'), step('order')],
    [true, step('Fit them'), step()],
    [true, step(), step('order')],
    [
      true,
      { kind: 'attachment', step: 'added', subject: 'plan.pdf' },
      { kind: 'attachment', subject: 'other' },
    ],
  ])('%p', (isIt, change, said) => {
    expect(isMeant(changed(change), said)).toBe(isIt);
  });
});
