import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../schemas/event.ts';
import { aloud, openTellingBoard, quietly, type TellingBoard } from './telling-board.ts';

/** What is told of a comment, and who it is told of. */

let on: TellingBoard;
beforeEach(async () => {
  on = await openTellingBoard();
});

describe('a comment', () => {
  const zoe = { id: 'm9', username: 'zoe', name: 'Zoe Z' };
  const said = (more: Partial<Change>) => on.tells({ kind: 'comment', step: 'added', comment: 'c', ...more });

  test('is told as the board has stored it, by who has written it', async () => {
    on.comments.c = { id: 'c', text: 'Dry', author: zoe };
    const told = await said({ actor: { username: 'ann', name: 'Ann' } });
    expect(told).toMatchObject({ ...aloud, step: 'added', comment: 'Dry', who: 'Board only' });
  });

  test.each<[Change['actor'], string | undefined]>([
    [{ id: 'm9' }, 'Board only'],
    [{ id: 'm1' }, 'Tom Berg'],
    [{ id: 'm1', username: 'zoe', name: 'Zoe Z' }, 'Board only'],
    [{ username: 'ann', name: 'Zoe Z' }, 'ann'],
    [{ name: 'Zoe Z' }, 'Board only'],
    [{ name: 'Zed' }, 'Zed'],
    [undefined, undefined],
  ])('that %j edits is theirs who did that', async (actor, who) => {
    on.comments.c = { id: 'c', text: 'Wet', author: zoe };
    const told = await said({ step: 'edited', ...(actor && { actor }) });
    expect([told.who, told.comment]).toEqual([who, 'Wet']);
  });

  test('that its author edits is theirs by the name that stands on it', async () => {
    on.comments.c = { id: 'c', text: 'Wet', author: { id: 'm8', username: 'sue', name: 'Sue Ray' } };
    expect((await said({ step: 'edited', actor: { username: 'sue' } })).who).toBe('Sue Ray');
  });

  test('that is edited twice is told twice', async () => {
    on.comments.c = { id: 'c', text: 'Wet', author: zoe };
    for (const id of ['e', 'f'])
      expect(await on.tells({ kind: 'comment', step: 'edited', comment: 'c' }, { id })).toMatchObject(aloud);
  });

  test('that is gone again is not told, nor one that nobody can name', async () => {
    expect(await said({})).toMatchObject(quietly);
    expect(on.asked).toEqual(['c']);
    expect(await on.tells({ kind: 'comment', step: 'added' })).toMatchObject(quietly);
    expect(on.asked).toHaveLength(1);
  });

  test('that was deleted is told, and not asked for', async () => {
    on.comments.c = { id: 'c', text: 'Dry' };
    const told = await said({ step: 'removed' });
    expect(told).toMatchObject({ ...aloud, step: 'removed' });
    expect([told.comment, on.asked]).toEqual([undefined, []]);
  });

  test('that was deleted is theirs who did that, where the webhook or else the board says so', async () => {
    const deleted = async (more: Partial<Change>) => (await said({ step: 'removed', ...more })).who;
    on.deleters.c = 'm1';
    expect(await deleted({})).toBe('Tom Berg');
    expect(on.asked).toEqual(['by whom c']);
    expect(await deleted({ actor: { username: 'ann' } })).toBe('ann');
    expect(on.asked).toHaveLength(1);
    expect(await deleted({ comment: 'other' })).toBeUndefined();
    expect(on.asked).toEqual(['by whom c', 'by whom other']);
  });

  test('that was deleted is the only thing for which the board is asked by whom', async () => {
    on.deleters.c = 'm1';
    on.comments.c = { id: 'c', text: 'Dry' };
    const others: readonly Partial<Change>[] = [
      { kind: 'comment', step: 'edited', comment: 'c' },
      { kind: 'comment', step: 'removed' },
      { kind: 'attachment', step: 'removed', comment: 'c' },
      { kind: 'comment', step: 'removed', comment: 'c', card: 'nowhere' },
    ];
    for (const other of others) expect(await on.tells(other)).not.toHaveProperty('who');
    expect(on.asked).toEqual(['c']);
  });

  test.each([
    ['at once is new', 1_000, 3_000, 'added', 'Board only'],
    ['long ago comes back, by nobody knows whom', 1_000, 3_001, 'restored', undefined],
    ['nobody knows when is new', undefined, 3_001, 'added', 'Board only'],
    [
      'some time ago is new where no webhook says when it was raised',
      1_000,
      undefined,
      'added',
      'Board only',
    ],
  ])('that was written %s', async (_when, at, happened, step, who) => {
    on.comments.c = { id: 'c', text: 'Dry', author: zoe, ...(at === undefined ? {} : { at }) };
    const told = await said({ actor: zoe, ...(happened === undefined ? {} : { happened }) });
    expect([told.step, told.who, told.loudness]).toEqual([step, who, 'reply']);
  });

  test('that was written long ago and is edited now does not come back', async () => {
    on.comments.c = { id: 'c', text: 'Dry', author: zoe, at: 1_000 };
    expect((await said({ step: 'edited', happened: 9_000 })).step).toBe('edited');
  });

  test('is told by its first event alone, however often that is handed over', async () => {
    on.comments.c = { id: 'c', text: 'Dry', author: zoe };
    const change = { kind: 'comment', step: 'added', comment: 'c' } as const;
    const at = on.clock.now;
    for (const more of [{}, { id: 'e', at }]) expect(await on.tells(change, more)).toMatchObject(aloud);
    for (const more of [{ id: 'f' }, { at: at + 1 }])
      expect(await on.tells(change, more)).toMatchObject(quietly);
  });
});
