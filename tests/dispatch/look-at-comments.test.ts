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
const DAY = 86_400_000;
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

test('of three hundred that are known, one that is deleted makes no older one news', async () => {
  const many = written(...Array.from({ length: 301 }, (_, at) => `c${at}`));
  const met = { ...before, comments: (await look(many, before)).all };
  const left = many.filter(({ id: each }) => each !== 'c7');
  expect((await look(left, met)).changes).toEqual([]);
  expect((await look([...left, ...written('new')], met)).changes).toEqual(['new']);
  const others = written(...Array.from({ length: 300 }, (_, at) => `other${at}`));
  expect((await look(others, met)).changes).toHaveLength(300);
});

test('who has told a comment is known for 120 days, and one that is older than 100 is not told', async () => {
  const met = { ...before, comments: [] };
  const key = { team: 'ops', board: on.looking().connection.id, card: id };
  await on.store.sweeps.claimComment(key, 'told', 'webhook');
  const from = on.clock.now;
  const dated = (comment: string, at: number) => ({ id: comment, author: 'ann', says: 'x', at });
  for (const [day, news] of [
    [1, ['lost']],
    [99, ['lost']],
    [101, []],
    [119, []],
    [121, []],
  ] as const) {
    on.clock.now = from + day * DAY;
    const { changes } = await look([dated('told', from), dated('lost', from)], met);
    expect([day, changes]).toEqual([day, news]);
  }
  on.clock.now = from + 119 * DAY;
  expect((await look(written('told', 'lost'), met)).changes).toEqual(['lost']);
});

test('on a card that comes back after more than 100 days all are known, and after less they are not', async () => {
  const back = (days: number): MetCard => ({
    ...before,
    ...{ gone: true, comments: [], seenAt: on.clock.now - days * DAY },
  });
  expect((await look(written('c1'), back(99))).changes).toEqual(['c1']);
  expect((await look(written('c1'), back(101))).changes).toEqual([]);
  expect((await look(written('c1'), { ...back(101), gone: false })).changes).toEqual(['c1']);
});
