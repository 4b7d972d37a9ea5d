import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Parts } from '../../lib/dispatch/parts.ts';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import type { Happening } from '../../schemas/delivery.ts';
import { key } from './paused-room.ts';
import { looks, openShownRoom, type ShownRoom, said } from './shown-room.ts';

/** What of a happening stands on the living message, what is said below it, and what a showing that came to nothing leaves behind. */

let room: ShownRoom;
beforeEach(() => {
  room = openShownRoom();
});
const shown = () => room.showings.at(-1);
const later_ = async (more: Parameters<ShownRoom['arrives']>[0]) => {
  room.clock.now += 60_000;
  await room.arrives(more);
};
/** The last line of the conversation's story. */
const line = async () => (await room.thread()).story.at(-1);

describe('a first message', () => {
  test('says by itself what happened: below it is only what a comment says', async () => {
    await room.arrives({ happening: { id: 'n', kind: 'create', who: 'Ann', at: 1 } });
    expect(shown()).toMatchObject({ last: { kind: 'create', who: 'Ann' }, news: [], edit: true });
    room = openShownRoom();
    await room.arrives({ happening: said('a') });
    expect(shown()).toMatchObject({ last: said('a'), news: [said('a')] });
  });

  test('says below it what is told as one where a comment is among it', async () => {
    const one: Happening = { id: 'm', kind: 'label', at: 1, caughtUp: true, also: [said('a')] };
    await room.arrives({ happening: one });
    expect(shown()?.news).toHaveLength(1);
    room = openShownRoom();
    const { comment: _, ...plain } = said('n');
    await room.arrives({ happening: { ...one, also: [{ ...plain, count: 7 }] } });
    expect(shown()?.news).toEqual([]);
  });

  test('that nothing is told aloud with has nothing below it', async () => {
    await room.arrives({ loudness: 'edit' });
    expect(shown()).toMatchObject({ last: said('a'), news: [] });
  });

  test('carries what is to be chosen from, and where it is', async () => {
    const columns = [{ id: 'c0', name: 'To do' }];
    await room.arrives({ columns });
    expect(shown()).toMatchObject({ conversation: key.where, board: 'kanban', columns, face: looks(1) });
    expect(shown()).not.toHaveProperty('lookSince');
    expect(room.lines).toEqual([]);
  });
});

test('what nobody could do is said once, with the message, and does not stay on it', async () => {
  await room.arrives({ happening: said('a', { undone: 'No label “green”.' }) });
  expect(shown()).toMatchObject({ undone: 'No label “green”.', last: said('a') });
  expect(shown()?.last).not.toHaveProperty('undone');
  await later_({ happening: said('b') });
  expect(shown()).not.toHaveProperty('undone');
});

describe('a message that stands', () => {
  beforeEach(() => room.arrives({}));

  test('has below it all that is told aloud, and on it what was last', async () => {
    const moved = { id: 'm', kind: 'move', at: 1 } as const;
    await later_({ happening: moved, face: looks(2, 'Doing') });
    const told = { ...moved, from: 'To do', to: 'Doing' };
    expect(shown()).toMatchObject({ last: told, news: [told] });
    await later_({ happening: { ...moved, id: 'n' }, face: looks(3, 'Done'), loudness: 'edit' });
    expect(shown()).toMatchObject({ last: { id: 'n', to: 'Done' }, news: [] });
  });

  test('that is put right keeps what was last', async () => {
    const look = { happening: said('r'), loudness: 'refresh', face: looks(2, 'Doing') } as const;
    await later_(look);
    expect(shown()).toMatchObject({ last: said('a'), news: [], edit: true });
    await later_({ ...look, happening: said('s'), face: looks(3) });
    expect(shown()?.last).toEqual(said('a'));
  });

  test('shows a long comment in short, of several things that were missed none', async () => {
    const long = said('b', { comment: 'x'.repeat(121) });
    await later_({ happening: long });
    expect(shown()).toMatchObject({ last: { comment: `${'x'.repeat(119)}…` }, news: [long] });
    await later_({ happening: { ...said('c'), caughtUp: true, also: [said('d')] } });
    const { comment: _, ...plain } = said('d');
    expect(shown()?.last?.also).toStrictEqual([plain]);
    expect(shown()?.last).toMatchObject({ id: 'c', kind: 'comment' });
    expect(shown()?.last?.comment).toBeUndefined();
    expect(shown()?.news[0]).toMatchObject({ comment: 'c', also: [said('d')] });
  });

  test('is left alone by what leads nowhere, and by what is older than that', async () => {
    await later_({ happening: { id: 'm', kind: 'move', at: 7 }, face: looks(9) });
    expect(await line()).toStrictEqual({ at: room.clock.now, what: 'passed-over', event: 'm', received: 7 });
    await later_({ happening: { id: 'n', kind: 'move', at: 8 }, face: looks(5, 'Doing') });
    expect([room.showings.length, (await room.thread()).shown]).toEqual([1, looks(9)]);
  });
});

test('what was missed counts once it is told, and not where it was heard of before, or stays on a message', async () => {
  const missed = { kind: 'move', at: 1, caughtUp: true } as const;
  const caughtUp = () => room.counted.filter((each) => each === 'CaughtUp').length;
  await room.arrives({});
  expect(caughtUp()).toBe(0);
  await later_({ happening: { id: 'm', ...missed }, face: looks(2, 'Doing') });
  expect(caughtUp()).toBe(1);
  await later_({ happening: { id: 'n', ...missed }, face: looks(3, 'Doing') });
  await later_({ happening: { ...said('r'), caughtUp: true }, loudness: 'refresh', face: looks(4, 'Done') });
  expect([room.showings.length, caughtUp()]).toEqual([3, 1]);
  await later_({ happening: said('s') });
  expect([shown()?.last?.id, caughtUp()]).toEqual(['s', 1]);
});

test('each showing has an id of its own, by which it is found again', async () => {
  const idOf = async (more: Parameters<ShownRoom['arrives']>[0]) => {
    room = openShownRoom();
    await room.arrives(more);
    return shown()?.id;
  };
  const first = await idOf({});
  expect(await idOf({})).toBe(first);
  const others = [
    { team: 'lab' },
    { board: 'garden' },
    { card: 'card-2' },
    { conversation: 'mattermost:chat:square:' },
    { happening: said('b') },
  ];
  const ids: unknown[] = [];
  for (const other of others) ids.push(await idOf(other));
  expect(new Set([first, ...ids]).size).toBe(6);
});

describe('what comes to nothing', () => {
  const fails = (error: Error, more: Parameters<ShownRoom['arrives']>[0] = {}) => {
    room.fault = error;
    return room.arrives({ ...more }).finally(() => {
      room.fault = undefined;
    });
  };
  const away = new CardwireError('chat-unreachable', later);

  test('for now is told by the next one who comes, who looks for it first', async () => {
    const began = room.clock.now;
    await expect(fails(away)).rejects.toBe(away);
    const { leaseUntil, telling, story } = await room.thread();
    expect([leaseUntil, telling.length]).toEqual([0, 1]);
    const failed = { what: 'failed', event: 'a', received: 1, code: 'chat-unreachable' };
    expect(story).toEqual([{ ...failed, at: began }]);
    await expect(room.arrives({ happening: said('b') })).rejects.toMatchObject({ code: 'not-yet' });
    expect(shown()).toMatchObject({ news: [said('a')], lookSince: new Date(began), edit: true });
    expect((await line())?.what).toBe('shown');
  });

  test('is looked for even where the message needs no edit any more', async () => {
    await room.arrives({});
    room.clock.now += 60_000;
    const look = { happening: said('r'), loudness: 'refresh' } as const;
    await expect(fails(away, { ...look, face: looks(2, 'Doing') })).rejects.toBe(away);
    await expect(room.arrives({ ...look, happening: said('s') })).rejects.toMatchObject({ code: 'not-yet' });
    expect(shown()).toMatchObject({ edit: true, face: { column: 'Doing' } });
  });

  test('by a fault of ours is written down as such', async () => {
    await expect(fails(new TypeError('ours'))).rejects.toThrow('ours');
    expect(await line()).toMatchObject({ what: 'failed', code: 'unexpected' });
  });

  test('as this message is refused for good is given up, and the next one is welcome', async () => {
    await expect(fails(new CardwireError('chat-too-long', never))).rejects.toThrow('chat-too-long');
    expect(await line()).toMatchObject({ what: 'refused', code: 'chat-too-long' });
    await room.arrives({ happening: said('b') });
    expect(shown()?.news).toEqual([said('b')]);
  });

  test('as it was refused for good is told when it is brought back, once', async () => {
    await expect(fails(new CardwireError('chat-too-long', never))).rejects.toThrow('chat-too-long');
    expect(room.showings).toEqual([]);
    await room.arrives({ replayed: true });
    expect(shown()?.news).toEqual([said('a')]);
    room.clock.now += 60_000;
    await room.arrives({});
    expect(room.showings).toHaveLength(1);
  });

  test('as the conversation refuses everything is dropped, and so is what comes then, but for what is awaited', async () => {
    await fails(new CardwireError('chat-forbidden', never));
    expect(await line()).toMatchObject({ what: 'paused', code: 'chat-forbidden' });
    await room.arrives({ happening: said('b') });
    expect([await line(), room.showings]).toMatchObject([{ what: 'dropped', event: 'b' }, []]);
    expect(await room.store.paused.get(key)).toMatchObject({ resting: true });
    await room.arrives({ happening: said('c'), awaited: true });
    expect([shown()?.news, await room.store.paused.get(key)]).toEqual([[said('c')], undefined]);
  });

  test('as the token is refused waits, and is not tried with every message', async () => {
    const refused = new CardwireError('chat-unauthorized', later);
    await expect(fails(refused)).rejects.toBe(refused);
    const { at } = (await room.store.paused.get(key)) ?? {};
    room.clock.now += 60_000;
    await expect(room.arrives({ happening: said('b') })).rejects.toMatchObject({ code: 'chat-unauthorized' });
    expect([room.showings, (await room.store.paused.get(key))?.at]).toEqual([[], at]);
  });

  test('as the connection is gone from the settings is dropped', async () => {
    const { channels: _, ...rest } = (await room.parts.team('ops')) ?? {};
    for (const team of [undefined, { ...rest, channels: {} } as never]) {
      room = openShownRoom();
      Object.assign(room.parts, { team: async () => team });
      await room.arrives({});
      expect(await line()).toMatchObject({ what: 'paused', code: 'channel-not-connected' });
    }
  });

  test('as the remembered settings do not know the connection yet is shown after all', async () => {
    const latest = await room.parts.team('ops');
    const { channels: _, ...rest } = latest ?? {};
    for (const before of [undefined, { ...rest, channels: {} } as never]) {
      room = openShownRoom();
      const team: Parts['team'] = async (__, { fresh = false } = {}) => (fresh ? latest : before);
      Object.assign(room.parts, { team });
      await room.arrives({});
      expect(await line()).toMatchObject({ what: 'shown' });
      expect(await room.store.paused.get(key)).toBeUndefined();
    }
  });

  test('as the board cannot be asked how the card looks now waits for it', async () => {
    const gone = new CardwireError('board-unreachable', later);
    Object.assign(room.parts, {
      board: async () => {
        throw gone;
      },
    });
    await expect(room.arrives({ face: looks(1, 'Doing', { crossed: true }) })).rejects.toBe(gone);
    expect(await line()).toMatchObject({ what: 'failed', code: 'board-unreachable' });
    expect((await room.thread()).leaseUntil).toBe(0);
  });
});
