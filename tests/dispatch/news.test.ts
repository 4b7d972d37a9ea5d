import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newsOf } from '../../lib/dispatch/news.ts';
import { type CardFace, type Happening, happening as happeningSchema } from '../../schemas/delivery.ts';
import { changeKinds } from '../../schemas/event.ts';

const face: CardFace = {
  id: 'card',
  ref: '#7',
  title: 'Pump',
  column: 'To Do',
  people: ['Ann'],
  labels: [],
  url: 'https://board.example.org/c',
  state: 'open',
  revision: 10,
};
const happened = (kind: Happening['kind'], more: Partial<Happening> = {}): Happening => ({
  id: `${kind}-1`,
  kind,
  at: 1,
  ...more,
});

describe('what is news', () => {
  test('a move is told as the way from the column that was shown to the one that is there now', () => {
    const moved = { ...face, column: 'Done', revision: 20 };
    expect(newsOf([happened('move', { from: 'Somewhere' })], face, moved)).toMatchObject([
      { from: 'To Do', to: 'Done' },
    ]);
  });

  test('a move that leads nowhere new is passed over: it came twice, late, or was undone', () => {
    expect(newsOf([happened('move')], face, { ...face, revision: 20 })).toEqual([]);
  });

  test('five moves in a burst are one, by the last one who moved it', () => {
    const moves = [1, 2, 3, 4, 5].map((n) => happened('move', { id: `m${n}`, who: `P${n}` }));
    const moved = { ...face, column: 'Done', revision: 20 };
    expect(newsOf(moves, face, moved)).toMatchObject([{ id: 'm5', who: 'P5', from: 'To Do', to: 'Done' }]);
  });

  test('who was assigned is read off the faces, as Wekan does not say it', () => {
    const assigned = { ...face, people: ['Ann', 'Tom'] };
    expect(newsOf([happened('assign', { step: 'added' })], face, assigned)).toMatchObject([
      { step: 'added', subject: 'Tom' },
    ]);
    expect(newsOf([happened('assign')], face, { ...face, people: [] })).toMatchObject([
      { step: 'removed', subject: 'Ann' },
    ]);
  });

  test('a label or a name with a comma is one, and one that is called like its end another', () => {
    const before = { ...face, people: ['Smith'], labels: ['eggs'] };
    const after = { ...face, people: ['Smith', 'Smith, John'], labels: ['Milk, eggs', 'eggs'] };
    expect(newsOf([happened('assign'), happened('label')], before, after)).toMatchObject([
      { step: 'added', subject: 'Smith, John' },
      { step: 'added', subject: 'Milk, eggs' },
    ]);
    expect(newsOf([happened('assign'), happened('label')], after, before)).toMatchObject([
      { step: 'removed', subject: 'Smith, John' },
      { step: 'removed', subject: 'Milk, eggs' },
    ]);
  });

  test('what a board tells in another order is told as it happened', () => {
    const late = happened('comment', { id: 'late', happened: 20 });
    const early = happened('comment', { id: 'early', happened: 10 });
    for (const all of [
      [late, early],
      [early, late],
    ])
      expect(newsOf(all, face, face).map(({ id }) => id)).toEqual(['early', 'late']);
    const unknown = happened('comment', { id: 'unknown' });
    expect(newsOf([late, unknown, early], face, face).map(({ id }) => id)).toEqual([
      'late',
      'unknown',
      'early',
    ]);
  });

  test('comments are each told, whatever the faces say', () => {
    const comments = [happened('comment', { id: 'a', comment: 'x' }), happened('comment', { id: 'b' })];
    expect(newsOf(comments, face, face)).toHaveLength(2);
  });

  test('where nothing was shown, everything is news; where something was, no card is new', () => {
    expect(newsOf([happened('create', { who: 'Ann' })], undefined, face)).toHaveLength(1);
    expect(newsOf([happened('create')], undefined, face)).toEqual([]);
    expect(newsOf([happened('create')], face, face)).toEqual([]);
  });

  test('nothing is told twice and nothing comes up that did not happen', () => {
    const kinds = fc.constantFrom(...changeKinds);
    const happenings = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), kind: kinds, at: fc.constant(1) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(happenings, fc.constantFrom('To Do', 'Done'), (all, column) => {
        const news = newsOf(all, face, { ...face, column, revision: 20 });
        const ids = news.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        for (const each of news) expect(happeningSchema.safeParse(each).success).toBe(true);
      }),
    );
  });
});
