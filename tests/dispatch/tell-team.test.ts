import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Channel } from '../../lib/channels/channel.ts';
import { tellTeam } from '../../lib/dispatch/tell-team.ts';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import { say } from '../../lib/domain/say.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

/** A team is told how things go in the first of its rooms that takes it. */

const rooms = ['one', 'two', 'three'].map((name) => ({ conversation: `mattermost:chat:${name}:` }));
const line = say('kept');
const since = new Date(7);

let room: PausedRoom;
/** Where it was said, and what came to nothing there. */
let said: unknown[];
let faults: Record<string, Error>;
beforeEach(() => {
  room = openPausedRoom();
  [said, faults] = [[], {}];
});

const announcing: Pick<Channel, 'announce'> = {
  announce: async (conversation, ...what) => {
    const fault = faults[conversation];
    if (fault) throw fault;
    said.push([conversation, ...what]);
  },
};
const tells = (where: readonly { readonly conversation: string }[], chat = announcing) =>
  tellTeam({ ...room.parts, channel: async () => chat as Channel }, exampleTeam, where, {
    ...{ line, id: 'id', since },
  });
const refuses = (at: number, fault: Error) => {
  faults[rooms[at]?.conversation ?? ''] = fault;
};
const into = (at: number) => [[rooms[at]?.conversation, [line], 'id', since]];

describe('a team is told', () => {
  test('in the first room, and in no other one', async () => {
    expect(await tells(rooms)).toBe(true);
    expect(said).toEqual(into(0));
  });

  test('in the next one where a room refuses, does not answer, rests or is gone', async () => {
    refuses(0, new CardwireError('mattermost-forbidden', never));
    refuses(1, new CardwireError('mattermost-unreachable', later));
    expect(await tells(rooms)).toBe(true);
    expect(said).toEqual(into(2));
    said = [];
    await room.store.paused.pause(
      { team: 'ops', where: rooms[2]?.conversation ?? '' },
      'mattermost-forbidden',
    );
    expect(await tells(rooms)).toBe(false);
    expect(await tells([{ conversation: 'mattermost:gone:one:' }])).toBe(false);
    expect(await tells([])).toBe(false);
    expect(said).toEqual([]);
  });

  test('in a room that was paused and is awake', async () => {
    const where = { team: 'ops', where: rooms[0]?.conversation ?? '' };
    await room.store.paused.pause(where, 'mattermost-forbidden');
    await room.store.paused.wake(where);
    expect(await tells(rooms)).toBe(true);
    expect(said).toEqual(into(0));
  });

  test('nowhere where there are no rooms to speak of', async () => {
    expect(await tells(rooms, {})).toBe(false);
  });

  test('and a fault of ours is no refusal', async () => {
    refuses(0, new TypeError('ours'));
    await expect(tells(rooms)).rejects.toThrow('ours');
    expect(said).toEqual([]);
  });
});
