import { beforeEach, describe, expect, test } from '@jest/globals';
import { onChange } from '../../lib/dispatch/change.ts';
import type { Team } from '../../lib/teams/team.ts';
import type { CardDelivery } from '../../schemas/delivery.ts';
import type { Change } from '../../schemas/event.ts';
import { aloud, openTellingBoard, quietly, type TellingBoard, team } from './telling-board.ts';

/** What is told of a change, by whom it was done, and whether aloud. */

let on: TellingBoard;
beforeEach(async () => {
  on = await openTellingBoard();
});

describe('the bridge’s own account', () => {
  test.each<[Change['actor'], object]>([
    [{ id: 'usr1' }, quietly],
    [{ id: 'usr2', username: 'cardwire' }, aloud],
    [{ username: 'CardWire', name: 'The bridge' }, quietly],
    [{ username: 'zoe', name: 'cardwire' }, aloud],
    [{ name: 'Cardwire' }, quietly],
    [{}, aloud],
    [undefined, aloud],
  ])('%j', async (actor, how) => {
    expect(await on.tells(actor ? { actor } : {})).toMatchObject(how);
  });

  test('is not named for a comment that comes back, which is told all the same', async () => {
    on.comments.c = { id: 'c', text: 'Dry' };
    const told = await on.tells({ kind: 'comment', step: 'restored', comment: 'c', actor: { id: 'usr1' } });
    expect(told).toMatchObject({ ...aloud, comment: 'Dry' });
    expect(told).not.toHaveProperty('who');
  });
});

describe('a move', () => {
  test.each([
    [{ from: 'c1', fromName: 'Old name' }, 'Doing'],
    [{ from: 'gone', fromName: 'Old name' }, 'Old name'],
    [{ fromName: 'Doing' }, 'Doing'],
    [{ from: 'gone' }, undefined],
  ])('from %j', async (change, from) => {
    const told = await on.tells(change);
    expect(told.from).toBe(from);
    expect('from' in told).toBe(from !== undefined);
  });

  test('tells when it happened, where the board says so', async () => {
    expect(await on.tells({ happened: 7 })).toMatchObject({ happened: 7, at: on.clock.now });
    expect(await on.tells({})).not.toHaveProperty('happened');
  });
});

describe('a webhook', () => {
  test('that runs ahead of its board waits three seconds, any other not at all', async () => {
    const early = on.eventOf({ early: true });
    await on.tells({});
    const parts = on.partsFor(async () => team);
    await expect(onChange(parts, early)).rejects.toMatchObject({ code: 'not-yet', ms: 3_000 });
    on.clock.now += 2_999;
    await expect(onChange(parts, early)).rejects.toMatchObject({ ms: 1 });
    on.clock.now += 1;
    await onChange(parts, early);
    expect(on.sent).toHaveLength(2);
  });

  test('by an address that the remembered settings do not know has them read anew, once it can be new', async () => {
    const [[id, connection] = []] = Object.entries(team.boards);
    if (id === undefined || !connection) throw new Error('the example has a board');
    const newer: Team = { ...team, boards: { [id]: { ...connection, generation: 2 } } };
    const reads: boolean[] = [];
    const known = (old: Team) =>
      on.partsFor(async (_, { fresh = false } = {}) => {
        reads.push(fresh);
        return fresh ? newer : old;
      });
    for (const old of [team, { ...team, boards: {} }])
      await onChange(known(old), on.eventOf({}, { generation: 2 }));
    expect([on.sent.length, reads]).toEqual([2, [false, true, false, true]]);
    reads.length = 0;
    await onChange(known(newer), on.eventOf({}, { generation: 2 }));
    await onChange(known(newer), on.eventOf({}, { generation: 1 }));
    expect([on.sent.length, reads]).toEqual([3, [false, false]]);
  });

  test('of a team or a board that there is not tells nothing, nor does what was found there', async () => {
    for (const known of [undefined, { ...team, boards: {} }])
      for (const more of [{}, { caughtUp: true, at: 0 }] as const)
        await onChange(
          on.partsFor(async () => known),
          on.eventOf({}, more),
        );
    expect(on.sent).toEqual([]);
  });

  test('of another board tells nothing, that of this one is told', async () => {
    await expect(on.tells({ board: 'brd2' })).rejects.toThrow('nothing is told');
    expect(await on.tells({ board: 'brd1' })).toMatchObject(aloud);
  });
});

describe('a card that nobody here has heard of', () => {
  const key = () => ({ team: 'ops', board: 'kanban', card: on.card.id });
  const met = async () =>
    (await on.store.sweeps.met(key())).map(({ number, comments }) => [number, comments]);

  test('is known by its number then; when it was just made, also that nothing was said on it', async () => {
    await on.tells({});
    expect(await met()).toEqual([[1, undefined]]);
    await on.tells({ kind: 'create' });
    expect(await met()).toEqual([[1, undefined]]);
    const [next] = await on.newCards('Valve');
    await on.tells({ kind: 'create', card: next?.id ?? '' });
    expect(await met()).toEqual([
      [1, undefined],
      [2, []],
    ]);
  });

  test('is told also where its board gives no numbers', async () => {
    const board = { ...on.board, read: async () => unnumbered };
    const { number: _, ...unnumbered } = on.card;
    const parts = { ...on.parts, team: async () => team, board: async () => board };
    await onChange(parts, on.eventOf({}));
    const [{ face }] = on.sent as readonly [CardDelivery];
    expect([face.ref, face.owner, await met()]).toEqual([undefined, undefined, []]);
  });

  test('is not asked for where no room of the team hears of all', async () => {
    const withoutRoom = { ...team, teamChannels: [] };
    await expect(on.tells({}, {}, withoutRoom)).rejects.toThrow('nothing is told');
    expect(await on.store.cards.get(key())).toBeUndefined();
    await on.store.cards.follow(key(), { conversation: 'mattermost:chat:dev:' });
    expect(await on.tells({}, {}, withoutRoom)).toMatchObject(aloud);
  });
});

test('what was brought back is told as that, and nothing else is', async () => {
  await on.tells({});
  await on.tells({}, { replayed: true });
  expect((on.sent as readonly CardDelivery[]).map(({ replayed }) => replayed)).toEqual([undefined, true]);
});

test('of a card that is gone nothing is told but that', async () => {
  const gone = { card: 'nowhere' } as const;
  for (const change of [
    { kind: 'comment', step: 'added', comment: 'c' },
    { kind: 'checklist', step: 'ticked' },
  ] as const)
    expect(await on.tells({ ...gone, ...change })).toMatchObject({ ...aloud, kind: 'delete' });
  expect(on.asked).toEqual([]);
  const [{ face, columns }] = on.sent as readonly [CardDelivery];
  expect(columns).toEqual([]);
  const { now } = on.clock;
  expect(face).toMatchObject({ id: 'nowhere', state: 'deleted', title: '', revision: now, answered: now });
});
