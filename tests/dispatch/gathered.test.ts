import { beforeEach, describe, expect, test } from '@jest/globals';
import { deliverFlush } from '../../lib/dispatch/deliver.ts';
import type { Flush } from '../../schemas/delivery.ts';
import { looks, openShownRoom, type ShownRoom, said, thread } from './shown-room.ts';

/** What comes soon after something was shown is gathered, and what comes again is told once. */

let room: ShownRoom;
/** When the first comment was shown. */
let at: number;
beforeEach(async () => {
  room = openShownRoom();
  at = room.clock.now;
  await room.arrives({ happening: said('a') });
});
/** The end of a burst. */
const endOf = (card: string): Flush => ({
  ...{ ...thread, card, v: 1, kind: 'flush', at: 1, columns: [], due: 0, begins: 'c' },
});
const told = () => room.showings.map(({ news }) => news.map(({ id }) => id));

describe('what comes after a showing', () => {
  test('within ten seconds is gathered, and told as one when they are over', async () => {
    room.clock.now = at + 9_999;
    await room.arrives({ happening: said('b') });
    await room.arrives({ happening: said('c') });
    expect(told()).toEqual([['a']]);
    const { v, team, board, card, conversation, at: accepted, columns } = room.sent[0] ?? {};
    expect({ v, team, board, card, conversation, accepted, columns }).toEqual({
      ...{ v: 1, ...thread, accepted: 1, columns: [] },
    });
    for (const each of room.sent)
      expect(each).toMatchObject({ kind: 'flush', due: at + 10_000, begins: 'b' });
    await expect(room.flushes()).rejects.toMatchObject({ code: 'not-yet', ms: 1 });
    room.clock.now = at + 10_000;
    await room.flushes();
    expect(told()).toEqual([['a'], ['b', 'c']]);
    await room.flushes();
    expect(room.showings).toHaveLength(2);
  });

  test('when they are over is told at once', async () => {
    room.clock.now = at + 10_000;
    await room.arrives({ happening: said('b') });
    expect([told(), room.sent]).toEqual([[['a'], ['b']], []]);
  });

  test('and is awaited by somebody is told at once', async () => {
    await room.arrives({ happening: said('b'), awaited: true });
    expect([told(), room.sent]).toEqual([[['a'], ['b']], []]);
  });

  test('and is late comes with more of its kind, however long ago that was', async () => {
    await room.arrives({ happening: said('b', { at: 3 }), awaited: true, face: looks(9) });
    room.clock.now = at + 3_600_000;
    await room.arrives({ happening: said('old', { at: 4 }), replayed: true });
    expect(room.sent).toMatchObject([{ kind: 'flush', due: room.clock.now + 10_000, begins: 'old' }]);
    room.clock.now += 10_000;
    await room.flushes();
    expect(room.showings.at(-1)?.news).toMatchObject([{ id: 'old', caughtUp: true }]);
  });
});

describe('what comes once more', () => {
  test('is not told again, nor is anything asked for', async () => {
    room.clock.now = at + 60_000;
    await room.arrives({ happening: said('a') });
    expect([told(), room.sent]).toEqual([[['a']], []]);
  });

  test('with a newer look has the message put right, and says nothing', async () => {
    room.clock.now = at + 60_000;
    await room.arrives({ happening: said('a'), face: looks(5, 'Doing') });
    expect(told()).toEqual([['a'], []]);
    expect(room.showings[1]).toMatchObject({ face: { column: 'Doing' }, edit: true, last: { id: 'a' } });
    await room.arrives({ happening: said('a'), face: looks(4, 'Done') });
    expect(room.showings).toHaveLength(2);
  });

  test('with a newer look in a burst waits for its end', async () => {
    await room.arrives({ happening: said('a'), face: looks(5, 'Doing') });
    expect(room.sent).toMatchObject([{ begins: 'a@5', due: at + 10_000 }]);
    room.clock.now = at + 10_000;
    await room.flushes();
    expect([told(), room.showings[1]?.face.column]).toEqual([[['a'], []], 'Doing']);
  });

  test('while it is gathered is asked for again: the run that gathered it may have died before that', async () => {
    await room.arrives({ happening: said('b'), face: looks(2, 'Doing') });
    await room.arrives({ happening: said('c'), face: looks(3, 'Doing') });
    for (const revision of [3, 4])
      await room.arrives({ happening: said('c'), face: looks(revision, 'Doing') });
    expect(room.sent.slice(2)).toEqual([room.sent[0], room.sent[0]]);
    room.clock.now = at + 10_000;
    await room.flushes();
    // Nobody has asked the board, which does not know the card.
    expect([told(), room.showings[1]?.face]).toEqual([[['a'], ['b', 'c']], looks(3, 'Doing')]);
  });

  test('while it is gathered, with a newer look, is shown with that', async () => {
    await room.arrives({ happening: said('b'), face: looks(2) });
    await room.arrives({ happening: said('b'), face: looks(5, 'Doing') });
    room.clock.now = at + 10_000;
    await room.flushes();
    expect([told(), room.showings[1]?.face.column]).toEqual([[['a'], ['b']], 'Doing']);
  });

  test('and is only to be shown, is asked for again as well', async () => {
    const look = { happening: said('b'), loudness: 'refresh' } as const;
    // The run died when it had gathered.
    await room.store.threads.gather(thread, look, looks(5, 'Doing'), at + 10_000);
    await room.arrives({ ...look, face: looks(5, 'Doing') });
    expect(room.sent).toMatchObject([{ kind: 'flush', begins: 'b', due: at + 10_000 }]);
  });

  test('though it was told, is not told with what is gathered', async () => {
    await room.store.threads.gather(thread, { happening: said('a'), loudness: 'reply' }, looks(1), at);
    await room.arrives({ happening: said('b') });
    room.clock.now = at + 10_000;
    await room.flushes();
    expect(told()).toEqual([['a'], ['b']]);
  });
});

describe('while another run', () => {
  const dies = async () => {
    room.clock.now = at + 60_000;
    await room.store.threads.claim(thread, { happening: said('b'), loudness: 'reply' }, looks(2), at);
  };
  const soon = { code: 'not-yet', ms: 2_000 };

  test('is telling, all else waits', async () => {
    await dies();
    const { leaseUntil } = await room.thread();
    for (const now of [room.clock.now, leaseUntil]) {
      room.clock.now = now;
      await expect(room.arrives({ happening: said('c') })).rejects.toMatchObject(soon);
      await expect(
        room.arrives({ happening: said('d'), loudness: 'refresh', face: looks(3) }),
      ).rejects.toMatchObject(soon);
    }
    expect(room.showings).toHaveLength(1);
  });

  test('has died, what it was telling is looked for and told first', async () => {
    await dies();
    const began = room.clock.now;
    room.clock.now = (await room.thread()).leaseUntil + 1;
    await expect(room.arrives({ happening: said('c') })).rejects.toMatchObject(soon);
    expect([told(), room.showings[1]?.lookSince]).toEqual([[['a'], ['b']], new Date(began)]);
    await room.arrives({ happening: said('c') });
    expect(room.sent).toMatchObject([{ kind: 'flush', begins: 'c' }]);
  });

  test('has died, what it may have shown is shown again, though nothing seems to have become of it', async () => {
    room.clock.now = at + 60_000;
    const moved = { happening: { id: 'm', kind: 'move', at: 1 }, loudness: 'reply' } as const;
    await room.store.threads.claim(thread, moved, looks(2), at);
    room.clock.now += 3_600_000;
    await expect(room.arrives({ happening: said('c') })).rejects.toMatchObject(soon);
    expect(room.showings[1]).toMatchObject({ news: [], edit: true, last: { id: 'a' }, face: looks(2) });
  });

  test('has died, a look that changes nothing does not keep its work from being finished', async () => {
    await dies();
    room.clock.now += 3_600_000;
    const look = { happening: said('c'), loudness: 'refresh', face: looks(1) } as const;
    await expect(room.arrives(look)).rejects.toMatchObject(soon);
    expect(told()).toEqual([['a'], ['b']]);
  });

  describe('and something is gathered', () => {
    const flush = () => deliverFlush(room.parts, endOf(thread.card));

    test('is telling, the end of the burst waits', async () => {
      await dies();
      await expect(flush()).rejects.toMatchObject(soon);
      room.clock.now = (await room.thread()).leaseUntil;
      await expect(flush()).rejects.toMatchObject(soon);
    });

    test('has died, its work is finished first, and the rest comes soon', async () => {
      await dies();
      await room.store.threads.gather(thread, { happening: said('c'), loudness: 'reply' }, looks(3), 0);
      room.clock.now += 3_600_000;
      await expect(flush()).rejects.toMatchObject(soon);
      expect(told()).toEqual([['a'], ['b']]);
      await flush();
      expect(told()).toEqual([['a'], ['b'], ['c']]);
    });

    test('has died, the end of a burst that it was telling is at its end', async () => {
      await dies();
      room.clock.now += 3_600_000;
      await flush();
      expect(told()).toEqual([['a'], ['b']]);
    });
  });

  test('has told it all, or nothing was ever known there, the end of a burst tells nothing', async () => {
    for (const card of [thread.card, 'nowhere']) await deliverFlush(room.parts, endOf(card));
    expect(room.showings).toHaveLength(1);
  });
});
