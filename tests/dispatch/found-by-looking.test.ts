import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Change, ChangeEvent } from '../../schemas/event.ts';
import { openTellingBoard, type TellingBoard } from './telling-board.ts';

/** What a look at the board has found of a card is told as one, but for what others have told by then. */

let on: TellingBoard;
beforeEach(async () => {
  on = await openTellingBoard();
});

type Found = Omit<Change, 'card'>;
/** Hands over what was found ten seconds ago. Gives what is told of it, and how. */
function finds([first, ...more]: readonly Found[], event: Partial<ChangeEvent> = {}) {
  const others = more.map((change): Change => ({ card: on.card.id, ...change }));
  const found = { id: 'sweep', at: at(), caughtUp: true, more: others } as const;
  return on.tells(first ?? {}, { ...found, ...event });
}
const written = (comment: string): Found => ({ kind: 'comment', step: 'added', comment });
const stands = (id: string, text = id) => {
  on.comments[id] = { id, text, author: { id: 'm1', username: 'tom', name: 'Tom Berg' } };
  return written(id);
};
const at = () => on.clock.now - 10_000;

describe('what was found', () => {
  test('is told as one by its event, with what became of the card first', async () => {
    const found = [
      stands('c'),
      { kind: 'move', fromName: 'To do' },
      { kind: 'edit', subject: 'title' },
    ] as const;
    expect(await finds(found)).toStrictEqual({
      ...{ id: 'sweep', kind: 'move', from: 'To do', at: at(), caughtUp: true, loudness: 'reply' },
      also: [
        { id: 'sweep:edit', kind: 'edit', subject: 'title', at: at() },
        { id: 'c', kind: 'comment', step: 'added', comment: 'c', who: 'Tom Berg', at: at() },
      ],
    });
  });

  test('alone is told without more', async () => {
    const told = { id: 'sweep', kind: 'due', at: at(), caughtUp: true, loudness: 'reply' };
    expect(await finds([{ kind: 'due' }])).toStrictEqual(told);
    expect(await finds([{ kind: 'due' }], { more: undefined })).toStrictEqual(told);
  });

  test('waits ten seconds, as the bridge may be about to tell it', async () => {
    const found = finds([{ kind: 'due' }], { at: on.clock.now - 9_999 });
    await expect(found).rejects.toMatchObject({ code: 'not-yet', ms: 1 });
  });

  test('of details is read of the board by what looks for them, not told as it came', async () => {
    expect(await finds([{ kind: 'checklist', step: 'ticked' }])).toMatchObject({
      ...{ kind: 'edit', caughtUp: true, loudness: 'refresh' },
    });
  });

  test('of a card that is gone is that', async () => {
    const gone = { card: 'nowhere', kind: 'move' } as Found;
    expect(await finds([gone])).toStrictEqual({
      ...{ id: 'sweep', kind: 'delete', caughtUp: true, at: at(), loudness: 'reply' },
    });
  });

  test('and nobody is to be told puts messages right, and says nothing', async () => {
    expect(await finds([{ kind: 'move' }], { quiet: true })).toMatchObject({ loudness: 'refresh' });
    expect(await finds([{ card: 'nowhere', kind: 'move' } as Found], { quiet: true })).toMatchObject({
      ...{ kind: 'delete', loudness: 'refresh' },
    });
  });
});

describe('comments that were found', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  test('are quoted, the last three; of the others the number is told, and they are not read', async () => {
    const { kind, id, count, also = [], ...first } = await finds(ids.map((each) => stands(each)));
    expect([kind, id, count]).toEqual(['comment', 'sweep', 2]);
    expect(first).not.toHaveProperty('comment');
    expect(also.map((each) => [each.id, each.comment, each.count])).toEqual([
      ...ids.slice(2).map((each) => [each, each, undefined]),
    ]);
    expect(on.asked).toEqual(ids.slice(2));
  });

  test('are cut where they are long, and named by who has written them and on what, as far as that is known', async () => {
    stands('a', 'x'.repeat(2_001));
    on.comments.b = { id: 'b', text: 'Dry', on: 'Paint it' };
    const { comment, who, also } = await finds([written('a'), written('b')]);
    expect([comment, who]).toEqual([`${'x'.repeat(1_999)}…`, 'Tom Berg']);
    expect(also).toStrictEqual([
      { id: 'b', kind: 'comment', step: 'added', subject: 'Paint it', comment: 'Dry', at: at() },
    ]);
  });

  test('and are gone again are not told', async () => {
    expect((await finds([written('gone'), stands('a')])).comment).toBe('a');
    expect(await finds([written('gone too')])).toMatchObject({ loudness: 'refresh' });
  });

  test('are told by the first event that has found them, whenever that is handed over', async () => {
    const found = [stands('a')];
    for (const id of ['sweep', 'sweep'])
      expect(await finds(found, { id })).toMatchObject({ id, comment: 'a', loudness: 'reply' });
    expect(await finds(found, { id: 'other' })).toStrictEqual({
      ...{ id: 'other', kind: 'edit', caughtUp: true, at: at(), loudness: 'refresh' },
    });
    expect((await finds([...found, stands('b')], { id: 'other' })).comment).toBe('b');
  });

  test('that were only edited are no new ones, nor is what names no comment', async () => {
    const edited = { ...stands('a'), step: 'edited' } as const;
    expect(await finds([edited, { kind: 'comment', step: 'added' }])).toMatchObject({ loudness: 'refresh' });
    expect(on.asked).toEqual([]);
  });
});
