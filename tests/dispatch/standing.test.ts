import { beforeEach, describe, expect, test } from '@jest/globals';
import { CardwireError, never } from '../../lib/domain/errors.ts';
import { looks, openShownRoom, type ShownRoom, said, thread } from './shown-room.ts';

/** What is told nobody changes the message that stands, and makes none. */

let room: ShownRoom;
beforeEach(() => {
  room = openShownRoom();
});
const refresh = (revision: number, column?: string) =>
  room.arrives({ happening: said(`r${revision}`), loudness: 'refresh', face: looks(revision, column) });
const columns = () => room.showings.map(({ face }) => face.column);

describe('where no message stands', () => {
  test('a look makes none, and the first one is not older than it', async () => {
    await refresh(5, 'Doing');
    expect(columns()).toEqual([]);
    await room.arrives({ face: looks(3) });
    expect(columns()).toEqual(['Doing']);
  });

  test('nobody is told that the card is gone', async () => {
    const gone = { kind: 'delete', id: 'g', at: 1 } as const;
    await room.arrives({ happening: gone, face: looks(5, '', { state: 'deleted' }) });
    expect(columns()).toEqual([]);
  });

  test('as it was refused, what comes once more is tried with the look it brings', async () => {
    room.fault = new CardwireError('chat-refused', never);
    await expect(room.arrives({})).rejects.toThrow('chat-refused');
    room.fault = undefined;
    await room.arrives({ face: looks(5, 'Doing') });
    expect(columns()).toEqual(['Doing']);
  });
});

describe('where one stands', () => {
  beforeEach(async () => {
    await room.arrives({ face: looks(10) });
    room.clock.now += 60_000;
  });

  test('a newer look is shown, and nothing is said', async () => {
    await refresh(20, 'Doing');
    expect(room.showings[1]).toMatchObject({ face: looks(20, 'Doing'), news: [], edit: true });
    expect(columns()).toEqual(['To do', 'Doing']);
  });

  test('one that is as it is shown costs nothing, and nothing older is shown after it', async () => {
    await refresh(20);
    await refresh(15, 'Doing');
    expect(columns()).toEqual(['To do']);
    expect(await room.thread()).toMatchObject({ shown: looks(20), story: [{ what: 'shown' }] });
  });

  test('an older one leaves no trace', async () => {
    await refresh(5);
    await refresh(5, 'Doing');
    expect(columns()).toEqual(['To do']);
    expect((await room.thread()).shown).toEqual(looks(10));
  });

  test('that the card is gone is told', async () => {
    const gone = { kind: 'delete', id: 'g', at: 1 } as const;
    await room.arrives({ happening: gone, face: looks(20, '', { state: 'deleted' }) });
    expect(room.showings[1]).toMatchObject({ face: { state: 'deleted', column: 'To do' }, news: [gone] });
  });

  test('one that was read at the same time as another has the board asked once more', async () => {
    await room.newCards('Pump');
    const face = looks(9, 'Doing', { answered: 15 });
    await room.arrives({ happening: said('r'), loudness: 'refresh', face });
    expect(columns()).toEqual(['To do', 'To do']);
    expect(room.showings[1]?.face.revision).toBeGreaterThan(15);
  });

  test('what is gathered meanwhile is shown with it', async () => {
    await room.arrives({ happening: said('b'), face: looks(11) });
    await room.arrives({ happening: said('c'), face: looks(12) });
    await refresh(20, 'Doing');
    expect(columns()).toEqual(['To do', 'To do']);
    await refresh(21);
    room.clock.now += 10_000;
    await room.flushes();
    expect(room.showings[2]).toMatchObject({ face: looks(21), news: [{ id: 'c' }] });
  });

  test('what another run begins to tell in between has it come once more', async () => {
    const { threads } = room.store;
    const stale = {
      ...threads,
      get: async (key: typeof thread) => {
        const found = await threads.get(key);
        await threads.claim(thread, { happening: said('b'), loudness: 'reply' }, looks(11), room.clock.now);
        return found;
      },
    };
    const { parts } = room;
    Object.assign(parts, { store: { ...room.store, threads: stale } });
    await expect(refresh(20)).rejects.toMatchObject({ code: 'not-yet', ms: 2_000 });
  });
});
