import { beforeEach, describe, expect, test } from '@jest/globals';
import { isForgotten, noteOriginal, withoutForgotten } from '../../lib/dispatch/forgotten.ts';
import type { CardDelivery, Flush } from '../../schemas/delivery.ts';
import type { CommandEvent, Event } from '../../schemas/event.ts';
import { conversation, key, openPausedRoom, type PausedRoom, shownIn } from './paused-room.ts';

const { team } = key;
let room: PausedRoom;
/** The moment at which somebody was forgotten. */
let then: number;
beforeEach(() => {
  room = openPausedRoom();
  then = room.clock.now;
});

/** A comment of Ann's on Tom's card. */
function comment(at = then): CardDelivery {
  const delivery = shownIn(undefined, { at, loudness: 'reply' });
  const happening = { id: 'h', kind: 'comment', at, who: 'Ann', comment: 'Hello' } as const;
  return { ...delivery, face: { ...delivery.face, owner: 'Tom' }, happening };
}
const told = (delivery: CardDelivery | Flush) => withoutForgotten(room.parts, delivery);

describe('what is to be told', () => {
  test('stays as it is where nobody was forgotten, and where somebody else was', async () => {
    await room.store.tombstones.raise(team, [{ name: 'Zoe' }, { conversation: 'mattermost:chat:else:' }]);
    expect(await told(comment())).toEqual(comment());
  });

  test('is no word of whoever was forgotten, nor their name, but the card as it is', async () => {
    await room.store.tombstones.raise(team, [{ name: 'Ann' }]);
    const { happening, loudness, face } = (await told(comment())) as CardDelivery;
    expect(happening).toEqual({ id: 'h', kind: 'comment', at: then });
    expect([loudness, face.owner]).toEqual(['refresh', 'Tom']);
    // What happens later is of somebody who is new.
    expect(await told(comment(then + 1))).toEqual(comment(then + 1));
  });

  test('names no owner who was forgotten, and keeps what others said', async () => {
    await room.store.tombstones.raise(team, [{ name: 'Tom' }]);
    const { happening, loudness, face } = (await told(comment())) as CardDelivery;
    expect([happening, loudness]).toEqual([comment().happening, 'reply']);
    expect(face).not.toHaveProperty('owner');
  });

  test('is nothing in a conversation that was theirs', async () => {
    const flush: Flush = {
      ...{ v: 1, kind: 'flush', team, board: 'kanban', card: 'c', conversation, at: then, columns: [] },
      ...{ due: then, begins: 'h' },
    };
    expect(await told(flush)).toEqual(flush);
    room.clock.now += 120_000;
    await room.store.tombstones.raise(team, [{ conversation }]);
    expect(await told({ ...flush, at: room.clock.now })).toBeUndefined();
    expect(await told(comment())).toBeUndefined();
  });
});

describe('what a forgotten person had asked for', () => {
  const person = { id: 'u1', name: 'ann' };
  const about = { v: 1, id: 'e', team, connection: 'chat', generation: 1, conversation } as const;
  const events = (at: number): readonly Event[] => [
    { ...about, at, kind: 'choices', person },
    {
      ...{ ...about, at, kind: 'command', person, direct: false, reply: {} },
      input: { by: 'text', text: 'Pump', mentions: {} },
    },
  ];

  test('is not done, nor gathered to choose from, unless it comes later', async () => {
    await room.store.tombstones.raise(team, [{ connection: 'chat', person: 'u1' }]);
    for (const event of events(then)) expect(await isForgotten(room.parts, event)).toBe(true);
    for (const event of events(then + 1)) expect(await isForgotten(room.parts, event)).toBe(false);
    for (const event of events(then))
      expect(await isForgotten(room.parts, { ...event, connection: 'talk' })).toBe(false);
  });

  test('is not told, where mail to them came back', async () => {
    await room.store.tombstones.raise(team, [{ connection: 'post', person: 'eva@example.net' }]);
    const bounce = { ...about, kind: 'bounce', connection: 'post', why: 'bounce' } as const;
    const back = (address: string, at: number) => isForgotten(room.parts, { ...bounce, address, at });
    expect(await back('eva@example.net', then)).toBe(true);
    expect(await back('eva@example.net', then + 1)).toBe(false);
    expect(await back('zoe@example.net', then)).toBe(false);
  });

  test('changes nothing of what happens on the board', async () => {
    await room.store.tombstones.raise(team, [{ connection: 'kanban', person: 'u1' }]);
    const change = { ...about, at: then, kind: 'change', connection: 'kanban' } as const;
    expect(await isForgotten(room.parts, { ...change, change: { kind: 'move', card: 'c' } })).toBe(false);
  });
});

test('a mail is found by its sender, with its files; what came by no mail is nowhere', async () => {
  const event: CommandEvent = {
    ...{ v: 1, id: 'e', at: then, kind: 'command', team, connection: 'post', generation: 1 },
    ...{
      conversation: 'email:post:x:',
      direct: true,
      reply: {},
      input: { by: 'form', form: 'create', fields: {} },
    },
    person: { id: 'eva@example.net', name: 'Eva' },
  };
  const files = [{ name: 'a.txt', mediaType: 'text/plain', size: 1, from: 'files/1' }];
  const found = () => room.store.originals.of(team, 'eva@example.net');
  await noteOriginal(room.parts, { ...event, files });
  expect(await found()).toEqual([]);
  await noteOriginal(room.parts, { ...event, mail: { original: 'm1' } });
  await noteOriginal(room.parts, { ...event, mail: { original: 'm2' }, files });
  expect(await found()).toEqual(['in/m1', 'in/m2', 'files/1']);
});
