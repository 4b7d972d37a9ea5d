import { describe, expect, test } from '@jest/globals';
import type { Asking } from '../../lib/dispatch/asking.ts';
import { isUnreachable, muted, placeOf, shownIn } from '../../lib/dispatch/here.ts';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import type { CommandEvent } from '../../schemas/event.ts';

/** Where what comes of a command is shown, in a room in which the bot may write or may not. */

const room = 'discord:talk:square:';
const alone = 'discord:talk:direct:';
const event = (more: Partial<CommandEvent> = {}): CommandEvent => ({
  ...{ v: 1, kind: 'command', id: 'c', at: 1, team: 'ops', connection: 'talk', generation: 1 },
  ...{ conversation: room, place: 'square', server: 'guild', direct: false, reply: {} },
  ...{ person: { id: 'u1', name: 'tom' }, input: { by: 'text', text: 'Pump', mentions: {} } },
  ...more,
});
const asking = (here: string, more?: Partial<CommandEvent>) =>
  ({ event: event(more), here, word: 'card' }) as Asking;
const opens = (directWith: (person: string) => Promise<string>) => ({ directWith });
const fails = (error: Error) =>
  opens(() => {
    throw error;
  });

describe('what comes of a command is shown', () => {
  test('where it was asked: nobody is written to alone for that', async () => {
    expect(await shownIn(event(), fails(new Error('asked')))).toBe(room);
  });

  test('to the person alone where the bot may not write', async () => {
    const channel = opens(async (person) => `discord:talk:direct-${person}:`);
    expect(await shownIn(event({ mute: true }), channel)).toBe('discord:talk:direct-u1:');
  });

  test('nowhere else where the bot may not write to them either', async () => {
    const refused = fails(new CardwireError('discord-direct-forbidden', never));
    expect(await shownIn(event({ mute: true }), refused)).toBe(room);
  });

  test('later where the chat does not answer', async () => {
    const away = new CardwireError('discord-unreachable', later);
    await expect(shownIn(event({ mute: true }), fails(away))).rejects.toBe(away);
  });
});

test('nobody is told that they are told elsewhere, unless they are', () => {
  expect(muted(asking(room), '#2')).toEqual([]);
  expect(muted(asking(alone, { mute: true }), '#2')).toEqual([
    { key: 'muted', values: { card: '#2', word: 'card' } },
  ]);
  expect(muted(asking(room, { mute: true }), '#2')).toEqual([
    { key: 'muted-nowhere', values: { card: '#2' } },
  ]);
});

test('out of reach is who can be shown nothing, neither in the room nor alone', () => {
  expect(isUnreachable(asking(room, { mute: true }))).toBe(true);
  expect(isUnreachable(asking(alone, { mute: true }))).toBe(false);
  expect(isUnreachable(asking(room))).toBe(false);
});

describe('the room’s name and server are kept', () => {
  test('with what is shown in it, as far as they are known', () => {
    const { place: _, ...nameless } = event();
    const { server: __, ...serverless } = event();
    expect(placeOf(asking(room))).toStrictEqual({ place: 'square', server: 'guild' });
    expect(placeOf({ ...asking(room), event: nameless })).toStrictEqual({ server: 'guild' });
    expect(placeOf({ ...asking(room), event: serverless })).toStrictEqual({ place: 'square' });
  });

  test('but not with what is shown to one person alone', () => {
    expect(placeOf(asking(room, { direct: true }))).toEqual({});
    expect(placeOf(asking(alone))).toEqual({});
  });
});
