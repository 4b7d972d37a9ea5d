import { describe, expect, test } from '@jest/globals';
import { differences } from '../../lib/dispatch/reconcile/differences.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import { lookOf } from '../../lib/domain/card-look.ts';
import { unheard } from '../../lib/store/sweeps.ts';
import type { CardFace } from '../../schemas/delivery.ts';

const card: Card = {
  ...{ id: 'card' as CardId, number: 7, title: 'Pump', description: '', archived: false, values: {} },
  ...{ column: { id: 'c0', name: 'To Do' }, url: 'https://board.example.org/c', revision: 1, answered: 1 },
  assignees: [
    { id: 'm1', username: 'ann', name: 'Ann' },
    { id: 'm2', username: 'bob', name: 'Bob' },
  ],
  labels: [{ id: 'l1', name: 'bug' }],
  due: '2031-03-01T09:00:00.000Z',
};
const face: CardFace = {
  ...{ id: 'card', ref: '#7', title: 'Pump', column: 'To Do', people: ['Ann', 'Bob'], labels: ['bug'] },
  ...{ url: 'https://board.example.org/c', due: '1 Mar', state: 'open', revision: 1 },
};
const { due: _, ...undated } = card;

/** Something that may have become of a card: on the board, as it is shown, and as it is told. */
const changes: readonly (readonly [string, Card, Partial<CardFace>, object])[] = [
  ['title', { ...card, title: 'Valve' }, { title: 'Valve' }, { kind: 'edit', subject: 'title' }],
  [
    'column',
    { ...card, column: { id: 'c1', name: 'Done' } },
    { column: 'Done' },
    { kind: 'move', fromName: 'To Do' },
  ],
  ['people', { ...card, assignees: card.assignees.slice(1) }, { people: ['Bob'] }, { kind: 'assign' }],
  ['labels', { ...card, labels: [] }, { labels: [] }, { kind: 'label' }],
  ['due date', undated, { due: undefined }, { kind: 'due' }],
  ['archive', { ...card, archived: true }, { state: 'archived' }, { kind: 'archive' }],
];

describe('what is other than it was shown', () => {
  const before = lookOf(card);

  test.each(changes)(
    'a %s is told as such, and only where the board says that it is other',
    (_what, other, shown, told) => {
      const after = { ...face, ...shown };
      expect(lookOf(other)).not.toBe(before);
      expect(differences(face, after, { now: lookOf(other), before })).toEqual([told]);
      expect(differences(face, after, { now: lookOf(other), before: undefined })).toEqual([told]);
      // Somebody, a column or a label is only called otherwise: its message will show that with the next change.
      expect(differences(face, after, { now: before, before })).toEqual([]);
      expect(differences(face, face, { now: lookOf(other), before })).toEqual([]);
    },
  );

  test('several things are told in one order', () => {
    const all = Object.assign({}, ...changes.map(([, , shown]) => shown)) as Partial<CardFace>;
    const kinds = differences(face, { ...face, ...all }, { now: lookOf(card), before: undefined });
    expect(kinds.map(({ kind }) => kind)).toEqual(['edit', 'move', 'assign', 'label', 'due', 'archive']);
  });

  test('who comes first among people and labels makes no difference', () => {
    expect(lookOf({ ...card, assignees: card.assignees.toReversed() })).toBe(before);
    const turned = { ...face, people: ['Bob', 'Ann'] };
    expect(differences(face, turned, { now: before, before: undefined })).toEqual([]);
  });

  test('a card that comes back is told restored, and one that is gone is told gone, once and alone', () => {
    const archived: CardFace = { ...face, state: 'archived' };
    const now = lookOf(card);
    expect(differences(archived, face, { now, before: undefined })).toEqual([{ kind: 'restore' }]);
    const gone: CardFace = { ...face, title: '', people: [], state: 'deleted' };
    const look = { now: lookOf(undefined), before };
    for (const other of [lookOf({ ...card, archived: true }), unheard]) expect(look.now).not.toBe(other);
    expect(differences(face, gone, look)).toEqual([{ kind: 'delete' }]);
    expect(differences(gone, gone, look)).toEqual([]);
  });
});
