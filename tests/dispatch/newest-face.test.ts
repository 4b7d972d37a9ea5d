import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksSame, newestFace } from '../../lib/dispatch/newest-face.ts';
import type { CardFace } from '../../schemas/delivery.ts';

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
  answered: 20,
};
const asked = (revision: number, answered: number, more: Partial<CardFace> = {}): CardFace => ({
  ...face,
  ...more,
  revision,
  answered,
});
const gone: Partial<CardFace> = { title: '', column: '', people: [], url: '', state: 'deleted' };

describe('the face to show', () => {
  test('is the one that was asked for after the other had been answered', () => {
    expect(newestFace(face, asked(1, 9, { column: 'Old' }))).toBe(face);
    expect(newestFace(face, asked(21, 25, { column: 'New' }))).toEqual(asked(21, 25, { column: 'New' }));
  });

  test.each([
    [5, 15],
    [15, 25],
    [12, 18],
    [5, 25],
    [20, 30],
  ])('is known of none when the board was asked for both at once: %s to %s', (revision, answered) => {
    const other = asked(revision, answered, { column: 'Other' });
    expect(newestFace(face, other)).toMatchObject({ crossed: true, answered: Math.max(20, answered) });
    expect(newestFace(other, face)).toMatchObject({ crossed: true, answered: Math.max(20, answered) });
  });

  test.each([
    [15, 25, 'Other', 'Other'],
    [5, 15, 'To Do', 'To Do'],
    [10, 30, 'Other', 'To Do'],
  ])(
    'looks till the board was asked again as it did when asked for last: %s to %s',
    (revision, answered, after, before) => {
      const other = asked(revision, answered, { column: 'Other' });
      expect([newestFace(face, other).column, newestFace(other, face).column]).toEqual([after, before]);
    },
  );

  test('is either where people see no difference, and covers both', () => {
    const unseen = asked(5, 25, { number: 7, look: 'a.b.c.d.e.f' });
    expect(newestFace(face, unseen)).toEqual(asked(10, 25));
    expect(newestFace(face, asked(5, 25))).toEqual(asked(10, 25));
    expect(newestFace(face, asked(15, 18))).toEqual(asked(15, 20));
  });

  test('stays unknown until a newer one comes', () => {
    const unknown = newestFace(face, asked(15, 25, { column: 'Other' }));
    expect(newestFace(unknown, asked(16, 24))).toMatchObject({ crossed: true });
    expect(newestFace(unknown, asked(1, 5))).toBe(unknown);
    expect(newestFace(unknown, asked(26, 30))).toEqual(asked(26, 30));
  });

  test('of an older deployment says nothing of the answer: it counts as come at once', () => {
    const { answered: _, ...old } = face;
    expect(newestFace(old, asked(11, 12, { column: 'New' }))).toMatchObject({ column: 'New', revision: 11 });
    expect(newestFace(old, { ...old, column: 'Old', revision: 9 })).toBe(old);
  });

  test('of a deleted card is what was shown of it last, marked', () => {
    expect(newestFace(face, asked(21, 22, gone))).toEqual(asked(21, 22, { state: 'deleted' }));
    const deleted = newestFace(face, asked(21, 22, gone));
    expect(newestFace(deleted, asked(22, 23, gone))).toEqual(asked(22, 23, { state: 'deleted' }));
    const numbered = { ...face, number: 7, look: 'a' };
    expect(newestFace(numbered, asked(21, 22, { ...gone, look: 'gone' }))).toEqual({
      ...asked(21, 22, { state: 'deleted' }),
      ...{ number: 7, look: 'gone' },
    });
    expect(newestFace(face, asked(15, 22, gone))).toMatchObject({ title: 'Pump', crossed: true });
  });

  test('never goes back, whatever comes in which order', () => {
    // The card's column says when it stood there.
    const look = fc
      .tuple(fc.nat(50), fc.nat(9), fc.nat(9))
      .map(([at, before, after]) => asked(at - before, at + after, { column: String(at) }));
    fc.assert(
      fc.property(fc.array(look, { minLength: 1 }), (looks) => {
        let shown: CardFace | undefined;
        let last = -1;
        for (const each of looks) {
          shown = newestFace(shown, each);
          if (shown.crossed) continue;
          expect(Number(shown.column)).toBeGreaterThanOrEqual(last);
          last = Number(shown.column);
        }
        const newest = Math.max(...looks.map(({ column }) => Number(column)));
        expect(shown?.crossed || Number(shown?.column) === newest).toBe(true);
      }),
    );
  });
});

test('two faces look the same whenever they were read, and in whatever order they were stored', () => {
  expect(looksSame(face, asked(99, 99))).toBe(true);
  const { id, title, ...rest } = face;
  expect(looksSame(face, { ...rest, title, id })).toBe(true);
  expect(looksSame(face, structuredClone(face))).toBe(true);
  expect(looksSame(face, { ...face, due: undefined })).toBe(true);
  expect(looksSame(face, { ...face, due: '2026-12-01T09:00:00.000Z' })).toBe(false);
});
