import { describe, expect, test } from '@jest/globals';
import { newsOf } from '../../lib/dispatch/news.ts';
import type { CardFace, Happening } from '../../schemas/delivery.ts';

const face: CardFace = {
  ...{ id: 'card', ref: '#7', title: 'Pump', column: 'To Do', people: ['Ann'], labels: ['bug'] },
  ...{ url: 'https://board.example.org/c', due: '2031-03-01', state: 'open', revision: 10 },
};
const happened = (kind: Happening['kind'], more: Partial<Happening> = {}): Happening => ({
  ...{ id: kind, kind, at: 1 },
  ...more,
});
/** What was found by looking, as one. */
const missed = (first: Happening, ...also: readonly Happening[]): Happening => ({
  ...first,
  ...{ id: 'sweep:1', caughtUp: true, also: [...also] },
});

describe('what was found by looking', () => {
  const moved = { ...face, column: 'Done', people: [] };

  test('is news where it shows, and says the way from what was shown', () => {
    expect(newsOf([missed(happened('move'), happened('due'), happened('assign'))], face, moved)).toEqual([
      {
        ...{ id: 'sweep:1', kind: 'move', at: 1, from: 'To Do', to: 'Done', caughtUp: true },
        also: [{ ...happened('assign'), step: 'removed', subject: 'Ann' }],
      },
    ]);
  });

  test('keeps its id where the first of it is no news, so that it is known again', () => {
    const due = { ...face, due: '2031-04-01' };
    expect(newsOf([missed(happened('move'), happened('due'))], face, due)).toEqual([
      { id: 'sweep:1', kind: 'due', at: 1, step: 'edited', caughtUp: true },
    ]);
    expect(newsOf([missed(happened('move'), happened('due'))], face, face)).toEqual([]);
  });

  test('is left to the webhook that tells the same, whichever comes first, and who did it', () => {
    const told = happened('move', { id: 'webhook', who: 'Bob' });
    const found = missed(happened('move'), happened('assign'), happened('comment', { comment: 'x' }));
    const news = { ...told, from: 'To Do', to: 'Done' };
    for (const all of [
      [told, found],
      [found, told],
    ]) {
      const [one, other, ...more] = newsOf(all, face, moved).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect([one?.id, one?.kind, one?.also?.map(({ kind }) => kind)]).toEqual([
        'sweep:1',
        'assign',
        ['comment'],
      ]);
      expect([other, more]).toEqual([news, []]);
    }
  });

  test('is told with what webhooks said besides: comments speak for themselves', () => {
    const said = happened('comment', { id: 'webhook', comment: 'y' });
    const found = missed(happened('comment', { comment: 'x' }));
    expect(newsOf([said, found], face, face).map(({ id }) => id)).toEqual(['webhook', 'sweep:1']);
  });

  test('shows a card to those who have not seen it, though nobody knows who opened it', () => {
    expect(newsOf([missed(happened('create'))], undefined, face)).toMatchObject([{ kind: 'create' }]);
    expect(newsOf([missed(happened('create'))], face, face)).toEqual([]);
    expect(newsOf([missed(happened('move', { from: 'Doing' }))], undefined, face)).toMatchObject([
      { kind: 'move', from: 'Doing', to: 'To Do' },
    ]);
  });
});

describe('what looks the same is no news', () => {
  test.each<[Happening['kind'], Partial<CardFace>, Partial<Happening>]>([
    ['label', { labels: ['bug', 'urgent'] }, { step: 'added', subject: 'urgent' }],
    ['label', { labels: [] }, { step: 'removed', subject: 'bug' }],
    ['assign', { people: ['Tom', 'Ann', 'Bob'] }, { step: 'added', subject: 'Tom, Bob' }],
    ['due', { due: '2031-04-01' }, { step: 'edited' }],
    ['due', { due: undefined }, { step: 'removed' }],
    ['archive', { state: 'archived' }, {}],
    ['restore', { state: 'archived' }, {}],
    ['delete', { state: 'deleted' }, {}],
  ])('%s, and told where it is other: %p', (kind, other, told) => {
    expect(newsOf([happened(kind)], face, face)).toEqual([]);
    expect(newsOf([happened(kind)], face, { ...face, ...other })).toEqual([{ ...happened(kind), ...told }]);
  });

  test('nobody is told that a card was opened, nor of two who left as one name', () => {
    expect(newsOf([happened('create')], face, { ...face, column: 'Done' })).toEqual([]);
    const two = { ...face, people: ['Ann', 'Bob'] };
    expect(newsOf([happened('assign')], two, { ...face, people: [] })).toMatchObject([
      { subject: 'Ann, Bob' },
    ]);
  });

  test('to those who were shown nothing, only a move leads somewhere', () => {
    expect(newsOf([happened('comment')], undefined, face)).toEqual([happened('comment')]);
    expect(newsOf([happened('move')], undefined, face)).toEqual([{ ...happened('move'), to: 'To Do' }]);
  });

  test('a title; any other edit is told by itself', () => {
    const title = happened('edit', { subject: 'title' });
    expect(newsOf([title], face, face)).toEqual([]);
    expect(newsOf([title], face, { ...face, title: 'Big pump' })).toEqual([title]);
    expect(newsOf([happened('edit', { subject: 'description' })], face, face)).toHaveLength(1);
  });

  test('two of a kind are one by the last, unless they are words or edits', () => {
    const twice = (kind: Happening['kind']) => [happened(kind, { id: 'a' }), happened(kind, { id: 'b' })];
    const other: CardFace = {
      ...face,
      column: 'Done',
      people: [],
      labels: [],
      due: '2031-04-01',
      state: 'archived',
    };
    for (const kind of ['move', 'assign', 'label', 'due', 'archive', 'restore', 'delete'] as const)
      expect(newsOf(twice(kind), face, other).map(({ id }) => id)).toEqual(['b']);
    for (const kind of ['comment', 'edit', 'checklist', 'attachment'] as const)
      expect(newsOf(twice(kind), face, other).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
