import { describe, expect, test } from '@jest/globals';
import { afterReplay, foldMissed } from '../../lib/dispatch/late.ts';
import type { Telling, ThreadRecord } from '../../lib/store/thread-record.ts';
import type { CardDelivery, CardFace, Happening } from '../../schemas/delivery.ts';

const comment = (id: string, more: Partial<Happening> = {}): Happening => ({
  ...{ id, kind: 'comment', step: 'added', who: 'ann', comment: id, at: 1_000 },
  ...more,
});
const loud = (happening: Happening): Telling => ({ happening, loudness: 'reply' });
const late = (id: string): Telling => loud(comment(id, { caughtUp: true }));

describe('several things that come late', () => {
  test('are told as one, which quotes the last three and counts the rest', () => {
    const [one, ...others] = foldMissed(['a', 'b', 'c', 'd', 'e'].map(late));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'a', kind: 'comment', count: 2, caughtUp: true });
    expect(one?.comment).toBeUndefined();
    expect(one?.also?.map((each) => each.comment)).toEqual(['c', 'd', 'e']);
  });

  test('stay as they are when there is one, or none that is late, or none that is told aloud', () => {
    const now = loud(comment('now'));
    for (const tellings of [
      [late('a')],
      [now],
      [now, late('a')],
      [],
      ['a', 'b'].map((id) => ({ ...late(id), loudness: 'edit' as const })),
    ])
      expect(foldMissed(tellings)).toEqual(tellings.map(({ happening }) => happening));
  });

  test('leave alone what is told besides', () => {
    const now = loud(comment('now'));
    expect(foldMissed([late('a'), now, late('b')]).map(({ id }) => id)).toEqual(['a', 'now']);
  });

  test('keep what else became of the card, which is no comment that was written', async () => {
    const moved: Happening = { ...comment('moved'), kind: 'move', caughtUp: true };
    const edited = comment('edited', { step: 'edited', caughtUp: true });
    const { step: _, ...old } = comment('old', { caughtUp: true });
    const all = [...[moved, edited].map(loud), loud(old), ...['a', 'b', 'c'].map(late)];
    const [one] = foldMissed(all);
    expect([one, ...(one?.also ?? [])].map((each) => [each?.kind, each?.step, each?.comment])).toEqual([
      ['move', 'added', 'moved'],
      ['comment', 'edited', 'edited'],
      ['comment', undefined, undefined],
      ...['a', 'b', 'c'].map((id) => ['comment', 'added', id]),
    ]);
    expect(one?.also?.[1]).toMatchObject({ id: 'old', count: 1 });
  });

  test('that are one already, and alone, are told as they are, however much is quoted', () => {
    const one = comment('a', { caughtUp: true, also: ['b', 'c', 'd', 'e'].map((id) => comment(id)) });
    expect(foldMissed([loud(one)])).toEqual([one]);
  });

  test('count what was summed up before', () => {
    const sum = loud(comment('sum', { caughtUp: true, count: 7 }));
    const [one] = foldMissed([sum, ...['a', 'b', 'c', 'd'].map(late)]);
    expect(one?.count).toBe(8);
  });
});

describe('a delivery that was brought back', () => {
  const face = { id: 'c', title: 'Pump', column: 'Doing', revision: 2_000 } as CardFace;
  const delivery = {
    ...{ v: 1, kind: 'delivery', loudness: 'reply', replayed: true, face },
    happening: comment('x'.repeat(500)),
  } as CardDelivery;
  const thread = (revision: number) => ({ shown: { ...face, revision } }) as ThreadRecord;

  test('is told in short where newer things have been seen', () => {
    const { happening, late: isLate, replayed } = afterReplay(delivery, thread(1_001));
    expect([happening.caughtUp, isLate, replayed]).toEqual([true, true, undefined]);
    expect(happening.comment).toHaveLength(200);
  });

  test('is told as it is where the card was only looked at since', () => {
    const { replayed: _, ...fresh } = delivery;
    expect(afterReplay(delivery, { ...thread(9_000), seen: 1_000 })).toEqual(fresh);
    expect(afterReplay(delivery, { ...thread(9_000), seen: 1_001 }).late).toBe(true);
  });

  test('is told in short with all that it tells', () => {
    const moved = { id: 'm', kind: 'move', at: 1_000, also: [comment('y'.repeat(500))] } as const;
    const { happening } = afterReplay(
      { ...delivery, happening: { ...moved, also: [...moved.also] } },
      thread(1_001),
    );
    expect(happening).toMatchObject({ id: 'm', kind: 'move', caughtUp: true });
    expect(happening.also?.[0]?.comment).toHaveLength(200);
  });

  test('keeps a quote whole that is short enough in signs, however long in bytes', () => {
    const said = { ...delivery, happening: comment('🔧'.repeat(150)) };
    expect(afterReplay(said, thread(1_001)).happening.comment).toBe('🔧'.repeat(150));
  });

  test('is told as it is where what is shown was only read once more since', async () => {
    const { replayed: _, ...fresh } = delivery;
    expect(afterReplay(delivery, { ...thread(9_000), seen: 1_000 })).toEqual(fresh);
    expect(afterReplay(delivery, { ...thread(9_000), seen: 1_001 }).late).toBe(true);
  });

  test('is told as it is where nothing newer has been seen, or nothing at all', () => {
    const { replayed: _, ...fresh } = delivery;
    expect(afterReplay(delivery, thread(1_000))).toEqual(fresh);
    expect(afterReplay(delivery, undefined)).toEqual(fresh);
  });
});
