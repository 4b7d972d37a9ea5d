import { beforeEach, expect, test } from '@jest/globals';
import { lookAtComments } from '../../lib/dispatch/reconcile/look-at-comments.ts';
import type { CardId } from '../../lib/domain/card.ts';
import type { CommentHead } from '../../lib/domain/card-details.ts';
import type { MetCard } from '../../lib/store/sweeps.ts';
import { openSweptBoard, type SweptBoard, self } from './swept-board.ts';

let on: SweptBoard;
beforeEach(() => {
  on = openSweptBoard();
});

const id = 'card' as CardId;
const before: MetCard = { card: id, number: 1, look: 'x', gone: false, details: { version: 0, known: {} } };
const written = (...ids: string[]) => ids.map((each) => ({ id: each, author: 'ann', says: 'x' }));
const look = async (
  comments: readonly CommentHead[],
  met: MetCard | undefined,
  isNew = false,
  isFirst = false,
) => {
  const found = await lookAtComments({ ...on.looking(), isFirst }, { id, met, isNew }, comments);
  return { ...found, changes: found.changes.map(({ comment }) => comment) };
};

test('of comments, new ones of others are news, and those that are known are not other', async () => {
  const own = { id: 'own', author: self, says: 'x' };
  const first = await look(written('c1'), before);
  expect([first.changes, first.areOther]).toEqual([[], true]);
  const met = { ...before, comments: first.all };
  expect(await look(written('c1'), met)).toEqual({ ...first, areOther: false });
  const { changes, areOther } = await look([...written('c1'), own, ...written('c2')], met);
  expect([changes, areOther]).toEqual([['c2'], true]);
  expect((await look([], met)).areOther).toBe(true);
});

test('on a card that is new all are news, at the first look at a board none', async () => {
  expect((await look(written('c1'), undefined, true)).changes).toEqual(['c1']);
  expect((await look(written('c1'), undefined)).changes).toEqual([]);
  expect((await look(written('c1', 'c2'), { ...before, comments: [] }, true, true)).changes).toEqual([]);
});

test('of more than three hundred the newest are looked at', async () => {
  const many = written(...Array.from({ length: 301 }, (_, at) => `c${at}`));
  const { all, changes } = await look(many, { ...before, comments: [] });
  expect([all.length, changes.length, changes[0]]).toEqual([300, 300, 'c1']);
});
