import { beforeEach, describe, expect, test } from '@jest/globals';
import { onChange } from '../../lib/dispatch/change.ts';
import type { Card, CardComment } from '../../lib/domain/card.ts';
import type { Team } from '../../lib/teams/team.ts';
import type { CardDelivery } from '../../schemas/delivery.ts';
import { type Change, type ChangeEvent, changeKinds } from '../../schemas/event.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

/** What is told of a change, by whom it was done, and whether aloud. The room of the team hears of every kind. */

let room: PausedRoom;
let card: Card;
/** The comment that stands on the board. */
let comment: CardComment | undefined;
let asked: string[];
const team: Team = {
  ...exampleTeam,
  teamChannels: [{ conversation: 'mattermost:chat:room2:', tell: [...changeKinds] }],
};
beforeEach(async () => {
  room = openPausedRoom();
  const [made] = await room.newCards('Pump');
  if (!made) throw new Error('no card');
  [card, comment, asked] = [made, undefined, []];
});

const partsFor = (teamFor: PausedRoom['parts']['team']) => ({
  ...room.parts,
  team: teamFor,
  board: async () => ({
    ...room.board,
    comment: async (_: unknown, id: string) => {
      asked.push(id);
      return comment;
    },
  }),
});
const eventOf = (change: Partial<Change>, more: Partial<ChangeEvent> = {}): ChangeEvent => ({
  ...{ v: 1, kind: 'change', id: 'e', at: room.clock.now, team: 'ops', connection: 'kanban', generation: 1 },
  ...{ change: { card: card.id, kind: 'move', ...change }, ...more },
});
/** The board tells of the card. Gives what is told of it then, in the team's room. */
async function tells(change: Partial<Change>, more: Partial<ChangeEvent> = {}, of: Team = team) {
  const before = room.sent.length;
  await onChange(
    partsFor(async () => of),
    eventOf(change, more),
  );
  const [told] = room.sent.slice(before) as CardDelivery[];
  if (!told) throw new Error('nothing is told');
  return { ...told.happening, loudness: told.loudness };
}
const aloud = { loudness: 'reply' };
const quietly = { loudness: 'refresh' };

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
    expect(await tells(actor ? { actor } : {})).toMatchObject(how);
  });

  test('is not named for a comment that comes back, which is told all the same', async () => {
    comment = { id: 'c', text: 'Dry' };
    const told = await tells({ kind: 'comment', step: 'restored', comment: 'c', actor: { id: 'usr1' } });
    expect(told).toMatchObject({ ...aloud, comment: 'Dry' });
    expect(told).not.toHaveProperty('who');
  });
});

describe('a comment', () => {
  const zoe = { id: 'm9', username: 'zoe', name: 'Zoe Z' };
  const said = (more: Partial<Change>) => tells({ kind: 'comment', step: 'added', comment: 'c', ...more });

  test('is told as the board has stored it, by who has written it', async () => {
    comment = { id: 'c', text: 'Dry', author: zoe };
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
    comment = { id: 'c', text: 'Wet', author: zoe };
    const told = await said({ step: 'edited', ...(actor && { actor }) });
    expect([told.who, told.comment]).toEqual([who, 'Wet']);
  });

  test('that its author edits is theirs by the name that stands on it', async () => {
    comment = { id: 'c', text: 'Wet', author: { id: 'm8', username: 'sue', name: 'Sue Ray' } };
    expect((await said({ step: 'edited', actor: { username: 'sue' } })).who).toBe('Sue Ray');
  });

  test('that is edited twice is told twice', async () => {
    comment = { id: 'c', text: 'Wet', author: zoe };
    for (const id of ['e', 'f'])
      expect(await tells({ kind: 'comment', step: 'edited', comment: 'c' }, { id })).toMatchObject(aloud);
  });

  test('that is gone again is not told, nor one that nobody can name', async () => {
    expect(await said({})).toMatchObject(quietly);
    expect(asked).toEqual(['c']);
    expect(await tells({ kind: 'comment', step: 'added' })).toMatchObject(quietly);
    expect(asked).toHaveLength(1);
  });

  test('that was deleted is told, and not asked for', async () => {
    comment = { id: 'c', text: 'Dry' };
    const told = await said({ step: 'removed' });
    expect(told).toMatchObject({ ...aloud, step: 'removed' });
    expect([told.comment, asked]).toEqual([undefined, []]);
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
    comment = { id: 'c', text: 'Dry', author: zoe, ...(at === undefined ? {} : { at }) };
    const told = await said({ actor: zoe, ...(happened === undefined ? {} : { happened }) });
    expect([told.step, told.who, told.loudness]).toEqual([step, who, 'reply']);
  });

  test('that was written long ago and is edited now does not come back', async () => {
    comment = { id: 'c', text: 'Dry', author: zoe, at: 1_000 };
    expect((await said({ step: 'edited', happened: 9_000 })).step).toBe('edited');
  });

  test('is told by its first event alone, however often that is handed over', async () => {
    comment = { id: 'c', text: 'Dry', author: zoe };
    const change = { kind: 'comment', step: 'added', comment: 'c' } as const;
    const at = room.clock.now;
    for (const more of [{}, { id: 'e', at }]) expect(await tells(change, more)).toMatchObject(aloud);
    for (const more of [{ id: 'f' }, { at: at + 1 }])
      expect(await tells(change, more)).toMatchObject(quietly);
  });
});

describe('a move', () => {
  test.each([
    [{ from: 'c1', fromName: 'Old name' }, 'Doing'],
    [{ from: 'gone', fromName: 'Old name' }, 'Old name'],
    [{ fromName: 'Doing' }, 'Doing'],
    [{ from: 'gone' }, undefined],
  ])('from %j', async (change, from) => {
    const told = await tells(change);
    expect(told.from).toBe(from);
    expect('from' in told).toBe(from !== undefined);
  });

  test('tells when it happened, where the board says so', async () => {
    expect(await tells({ happened: 7 })).toMatchObject({ happened: 7, at: room.clock.now });
    expect(await tells({})).not.toHaveProperty('happened');
  });
});

describe('a webhook', () => {
  test('that runs ahead of its board waits three seconds, any other not at all', async () => {
    const early = eventOf({ early: true });
    await tells({});
    const parts = partsFor(async () => team);
    await expect(onChange(parts, early)).rejects.toMatchObject({ code: 'not-yet', ms: 3_000 });
    room.clock.now += 2_999;
    await expect(onChange(parts, early)).rejects.toMatchObject({ ms: 1 });
    room.clock.now += 1;
    await onChange(parts, early);
    expect(room.sent).toHaveLength(2);
  });

  test('by an address that the remembered settings do not know has them read anew, once it can be new', async () => {
    const [[id, connection] = []] = Object.entries(team.boards);
    if (id === undefined || !connection) throw new Error('the example has a board');
    const newer: Team = { ...team, boards: { [id]: { ...connection, generation: 2 } } };
    const reads: boolean[] = [];
    const known = (old: Team) =>
      partsFor(async (_, { fresh = false } = {}) => {
        reads.push(fresh);
        return fresh ? newer : old;
      });
    for (const old of [team, { ...team, boards: {} }])
      await onChange(known(old), eventOf({}, { generation: 2 }));
    expect([room.sent.length, reads]).toEqual([2, [false, true, false, true]]);
    reads.length = 0;
    await onChange(known(newer), eventOf({}, { generation: 2 }));
    await onChange(known(newer), eventOf({}, { generation: 1 }));
    expect([room.sent.length, reads]).toEqual([3, [false, false]]);
  });

  test('of another board tells nothing, that of this one is told', async () => {
    await expect(tells({ board: 'brd2' })).rejects.toThrow('nothing is told');
    expect(await tells({ board: 'brd1' })).toMatchObject(aloud);
  });
});

describe('a card that nobody here has heard of', () => {
  const key = () => ({ team: 'ops', board: 'kanban', card: card.id });
  const met = async () =>
    (await room.store.sweeps.met(key())).map(({ number, comments }) => [number, comments]);

  test('is known by its number then; when it was just made, also that nothing was said on it', async () => {
    await tells({});
    expect(await met()).toEqual([[1, undefined]]);
    await tells({ kind: 'create' });
    expect(await met()).toEqual([[1, undefined]]);
    const [next] = await room.newCards('Valve');
    await tells({ kind: 'create', card: next?.id ?? '' });
    expect(await met()).toEqual([
      [1, undefined],
      [2, []],
    ]);
  });

  test('is told also where its board gives no numbers', async () => {
    const board = { ...room.board, read: async () => unnumbered };
    const { number: _, ...unnumbered } = card;
    const parts = { ...room.parts, team: async () => team, board: async () => board };
    await onChange(parts, eventOf({}));
    const [{ face }] = room.sent as readonly [CardDelivery];
    expect([face.ref, face.owner, await met()]).toEqual([undefined, undefined, []]);
  });

  test('is not asked for where no room of the team hears of all', async () => {
    const withoutRoom = { ...team, teamChannels: [] };
    await expect(tells({}, {}, withoutRoom)).rejects.toThrow('nothing is told');
    expect(await room.store.cards.get(key())).toBeUndefined();
    await room.store.cards.follow(key(), { conversation: 'mattermost:chat:dev:' });
    expect(await tells({}, {}, withoutRoom)).toMatchObject(aloud);
  });
});

test('what was brought back is told as that, and nothing else is', async () => {
  await tells({});
  await tells({}, { replayed: true });
  expect((room.sent as readonly CardDelivery[]).map(({ replayed }) => replayed)).toEqual([undefined, true]);
});

test('of a card that is gone nothing is told but that', async () => {
  const gone = { card: 'nowhere' } as const;
  for (const change of [
    { kind: 'comment', step: 'added', comment: 'c' },
    { kind: 'checklist', step: 'ticked' },
  ] as const)
    expect(await tells({ ...gone, ...change })).toMatchObject({ ...aloud, kind: 'delete' });
  expect(asked).toEqual([]);
  const [{ face, columns }] = room.sent as readonly [CardDelivery];
  expect(columns).toEqual([]);
  const { now } = room.clock;
  expect(face).toMatchObject({ id: 'nowhere', state: 'deleted', title: '', revision: now, answered: now });
});
