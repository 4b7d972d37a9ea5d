import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { wakeAfter } from '../../lib/dispatch/pauses/wake.ts';
import type { CardId } from '../../lib/domain/card.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import { toldId } from '../../lib/store/thread-record.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { conversation, key, openPausedRoom, type PausedRoom, shownIn } from './paused-room.ts';

let room: PausedRoom;
beforeEach(() => {
  room = openPausedRoom();
});

const told = () =>
  room.sent.map((each) =>
    each.kind === 'delivery' ? [each.face.title, each.loudness, each.happening.count] : [],
  );
const paused = () => room.store.paused.get(key);

describe('a room that takes messages again', () => {
  test('is shown every card that was missed there, and nothing is left of its pause', async () => {
    const [one, two, three, four] = await room.newCards('One', 'Two', 'Three', 'Four');
    const before = await room.misses([one, 0], [two, 0], [three, 2], [four, 0]);
    await wakeAfter(room.parts, shownIn(one), before, []);
    expect(told()).toEqual([
      ['Two', 'refresh', undefined],
      ['Three', 'reply', 2],
      ['Four', 'refresh', undefined],
    ]);
    expect(room.sent.every((each) => each.conversation === conversation)).toBe(true);
    // What was said counts once it is shown.
    expect(room.counted).toEqual(['CaughtUp', 'CaughtUp']);
    expect(await paused()).toBeUndefined();
    expect(room.lines).toEqual([]);
  });

  test('hears what was said on the card that was just shown, and of one with its id on another board', async () => {
    const [one, two] = await room.newCards('One', 'Two');
    const before = await room.misses([one, 1], [two, 0]);
    await wakeAfter(room.parts, shownIn(two, { board: 'other' }), before, []);
    expect(told()).toEqual([
      ['One', 'reply', 1],
      ['Two', 'refresh', undefined],
    ]);
  });

  test('does not hear once more what was just told, which a run that died had written down as missed', async () => {
    const [one] = await room.newCards('One');
    if (!one) throw new Error('no card');
    const before = await room.misses([one, 1]);
    const said = { id: 'said', kind: 'comment', step: 'added', comment: 'On it', at: 1 } as const;
    const missed = [{ id: toldId(said.id), step: 'added' as const }];
    const [card, other] = [one.id, 'other' as CardId];
    for (const each of [card, other])
      await room.store.paused.miss(key, before, { board: 'kanban', card: each, comments: missed });
    await wakeAfter(room.parts, shownIn(one), before, [{ happening: said, loudness: 'reply' }]);
    // What is left of its card was said before; another card has comments of its own.
    expect(told()).toEqual([
      ['One', 'reply', 1],
      ['', 'refresh', undefined],
    ]);
    expect(await paused()).toBeUndefined();
  });

  test('goes on with the next showing where there are more cards than there is time', async () => {
    const [shown, ...cards] = await room.newCards('Shown', 'One', 'Two', 'Three', 'Four');
    const before = await room.misses(...cards.map((card) => [card, 0] as const));
    const { read } = room.board;
    const board: Board = {
      ...room.board,
      read: (id) => {
        room.clock.now += 7_500;
        return read(id);
      },
    };
    const parts = { ...room.parts, board: async () => board };
    await wakeAfter(parts, shownIn(shown), before, []);
    expect(told()).toHaveLength(3);
    expect(await room.pause()).toMatchObject({ resting: false, missed: [{ card: cards[3]?.id }] });
    await wakeAfter(parts, shownIn(shown), await room.pause(), []);
    expect(told()).toHaveLength(4);
    expect(await paused()).toBeUndefined();
  });

  test('stays as it is shown where the board fails, which is written down, and the rest is tried again', async () => {
    const [shown, one, two] = await room.newCards('Shown', 'One', 'Two');
    const before = await room.misses([one, 0], [two, 0]);
    const { read } = room.board;
    let broken = two?.id;
    const board: Board = {
      ...room.board,
      read: async (id) => {
        if (id === broken) throw new CardwireError('board-unreachable', later);
        return read(id);
      },
    };
    const parts = { ...room.parts, board: async () => board };
    await wakeAfter(parts, shownIn(shown), before, []);
    expect(room.lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'warn', event: 'conversation-not-caught-up', team: key.team },
    ]);
    expect((await room.pause()).missed).toEqual([{ board: 'kanban', card: two?.id }]);
    broken = undefined;
    await wakeAfter(parts, shownIn(shown), await room.pause(), []);
    expect(told().map((each) => each[0])).toEqual(['One', 'Two']);
    expect(await paused()).toBeUndefined();
  });

  test('is shown a card, too, that another run had dropped by the time it was woken', async () => {
    const [shown, one, two] = await room.newCards('Shown', 'One', 'Two');
    const before = await room.misses([one, 0]);
    await room.misses([two, 1]);
    await wakeAfter(room.parts, shownIn(shown), before, []);
    expect(told().map(([title]) => title)).toEqual(['One', 'Two']);
    expect(await paused()).toBeUndefined();
  });

  test('keeps what another run drops while it is caught up with, for the next showing', async () => {
    const [shown, one, two] = await room.newCards('Shown', 'One', 'Two');
    const before = await room.misses([one, 0]);
    const { read } = room.board;
    const drops = { ...before, missed: [] };
    const missed = { board: 'kanban', card: two?.id ?? shown?.id };
    const board: Board = {
      ...room.board,
      read: async (id) => {
        if (missed.card) await room.store.paused.miss(key, drops, { ...missed, card: missed.card });
        return read(id);
      },
    };
    await wakeAfter({ ...room.parts, board: async () => board }, shownIn(shown), before, []);
    expect([told().map(([title]) => title), (await room.pause()).missed]).toEqual([['One'], [missed]]);
    await wakeAfter(room.parts, shownIn(shown), await room.pause(), []);
    expect(told().map(([title]) => title)).toEqual(['One', 'Two']);
    expect(await paused()).toBeUndefined();
  });

  test('hears of a comment, too, that another run drops while its card is caught up with, once', async () => {
    const [shown, one] = await room.newCards('Shown', 'One');
    if (!one) throw new Error('no card');
    const before = await room.misses([one, 2], [one, 1]);
    const { read } = room.board;
    const late = { board: 'kanban', card: one.id, comments: [{ id: 'late', step: 'added' as const }] };
    const board: Board = {
      ...room.board,
      read: async (id) => {
        await room.store.paused.miss(key, before, late);
        return read(id);
      },
    };
    await wakeAfter({ ...room.parts, board: async () => board }, shownIn(shown), before, []);
    expect(told()).toEqual([['One', 'reply', 2]]);
    await wakeAfter(room.parts, shownIn(shown), await room.pause(), []);
    expect(told()).toEqual([
      ['One', 'reply', 2],
      ['One', 'reply', 1],
    ]);
    expect(await paused()).toBeUndefined();
  });

  test('is not told what was said on a card that is gone: it is shown as gone', async () => {
    const [shown] = await room.newCards('Shown');
    const before = await room.misses([undefined, 3]);
    await wakeAfter(room.parts, shownIn(shown), before, []);
    expect(room.sent).toMatchObject([{ loudness: 'refresh', face: { id: 'nowhere', state: 'deleted' } }]);
  });

  test('forgets cards of a board that the team has no more, and all of a team that is no more', async () => {
    const [shown, one] = await room.newCards('Shown', 'One');
    for (const team of [{ ...exampleTeam, boards: {} }, undefined]) {
      const before = await room.misses([one, 1]);
      await wakeAfter({ ...room.parts, team: async () => team }, shownIn(shown), before, []);
      expect([room.sent, await paused()]).toEqual([[], undefined]);
    }
  });

  test.each([
    ['mattermost-forbidden', true],
    ['mattermost-unauthorized', false],
  ])('ends what was refused with %s: other rooms of the chat rest on (%p)', async (code, resting) => {
    const other = { ...key, where: 'mattermost:chat:other:' };
    for (const each of [key, other]) await room.store.paused.pause(each, code);
    await wakeAfter(room.parts, shownIn(undefined), await room.pause(), []);
    expect(await room.store.paused.get(other)).toMatchObject({ resting });
    expect(await paused()).toBeUndefined();
  });

  test('is shown a card that nobody opened through the bridge', async () => {
    const [shown, one] = await room.newCards('Shown', 'One');
    if (!one) throw new Error('no card');
    const before = await room.misses([one, 0]);
    const card = { team: key.team, board: 'kanban', card: one.id };
    await room.store.cards.follow(card, { conversation });
    await wakeAfter(room.parts, shownIn(shown), before, []);
    expect(told()).toEqual([['One', 'refresh', undefined]]);
  });

  test('is shown who opened a card', async () => {
    const [shown, one] = await room.newCards('Shown', 'One');
    if (!one) throw new Error('no card');
    const before = await room.misses([one, 0]);
    const owner = { connection: 'chat', person: 'u1', name: 'tom', conversation };
    const card = { team: key.team, board: 'kanban', card: one.id };
    await room.store.cards.own(card, owner, one.number, { at: 1, what: 'done', event: 'e' });
    await wakeAfter(room.parts, shownIn(shown), before, []);
    expect(room.sent).toMatchObject([{ face: { title: 'One', owner: 'tom' } }]);
  });

  test('told again by a run that was done again, it is the same', async () => {
    const [shown, one] = await room.newCards('Shown', 'One');
    const before = await room.misses([one, 3]);
    const { paused: pauses } = room.store;
    const dying = { ...pauses, caughtUp: () => Promise.reject(new Error('killed')) };
    for (const each of [dying, pauses])
      await wakeAfter({ ...room.parts, store: { ...room.store, paused: each } }, shownIn(shown), before, []);
    const ids = room.sent.map((each) => each.kind === 'delivery' && each.happening.id);
    expect(ids).toEqual(['woken.c2', 'woken.c2']);
  });
});
