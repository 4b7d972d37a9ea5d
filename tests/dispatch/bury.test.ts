import { beforeEach, describe, expect, test } from '@jest/globals';
import { bury } from '../../lib/dispatch/bury.ts';
import type { Message } from '../../lib/queue/consume.ts';
import type { Event } from '../../schemas/event.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

let room: PausedRoom;
beforeEach(() => {
  room = openPausedRoom();
});

const message = (id: string, body: unknown, more: Partial<Message> = {}): Message => ({
  ...{ id, body, raw: JSON.stringify(body), group: 'g', queue: 'events', attempt: 1, sentAt: 5 },
  ...more,
});
const listed = () => room.store.graveyard.list('ops');

test('what the queue took in one moment lies in the queue’s order', async () => {
  for (const [id, sequence] of [
    ['c', '1000'],
    ['a', '999'],
    ['b', '1001'],
  ] as const)
    await bury(room.parts, message(id, { team: 'ops' }, { sequence }), 'why');
  expect((await listed()).map(({ id, sequence }) => [id, sequence])).toEqual([
    ['a', '999'],
    ['c', '1000'],
    ['b', '1001'],
  ]);
  await bury(room.parts, message('d', { team: 'ops' }), 'why');
  expect((await listed()).find(({ id }) => id === 'd')).not.toHaveProperty('sequence');
});

describe('an event that nobody waits for an answer to', () => {
  const about = { v: 1, id: 'e', at: 1, team: 'ops', generation: 1 } as const;
  const events: readonly Event[] = [
    { ...about, kind: 'test', connection: 'kanban' },
    {
      ...{ ...about, kind: 'choices', connection: 'chat', conversation: 'mattermost:chat:dev:' },
      person: { id: 'u1', name: 'tom' },
    },
  ];

  test.each(events)('is known by its kind alone: $kind', async (event) => {
    let answers = 0;
    const channel = () => {
      answers += 1;
      return Promise.reject(new Error('there is nobody to answer'));
    };
    await bury({ ...room.parts, team: async () => undefined, channel }, message('m', event), 'why');
    const [dead, ...more] = await listed();
    expect([dead?.kind, dead?.board, dead?.card, more, answers]).toEqual([
      ...[event.kind, undefined, undefined, [], 0],
    ]);
  });
});

test('that nobody can be told of it keeps nothing from being kept', async () => {
  const parts = { ...room.parts, team: () => Promise.reject(new Error('the table is away')) };
  await bury(parts, message('m', { team: 'ops', kind: 'dance' }), 'why');
  expect(await listed()).toMatchObject([{ id: 'm', reason: 'why', at: 5, group: 'g' }]);
});

test('where telling of it kills the run, it is told no more after three times; nor is what was brought back', async () => {
  let asked = 0;
  const team = async () => {
    asked += 1;
    return undefined;
  };
  const parts = { ...room.parts, team };
  for (const told of [1, 2, 3, 3]) {
    await bury(parts, message('m', { team: 'ops' }), 'why');
    expect(asked).toBe(told);
  }
  await bury(parts, message('n', { team: 'ops' }), 'why');
  const other = (await listed()).find(({ id }) => id === 'n');
  if (!other) throw new Error('not kept');
  await room.store.graveyard.raised(other);
  await bury(parts, message('n', { team: 'ops' }), 'why');
  expect(asked).toBe(4);
});
