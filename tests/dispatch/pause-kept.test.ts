import { beforeEach, describe, expect, test } from '@jest/globals';
import { holdBack, pauseFor } from '../../lib/dispatch/pauses/pause.ts';
import type { Paused } from '../../lib/store/paused.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { key, openPausedRoom, type PausedRoom, shownIn } from './paused-room.ts';

let room: PausedRoom;
beforeEach(() => {
  room = openPausedRoom();
});

/** It has no room of its own that could be told. */
const alone = { ...exampleTeam, teamChannels: [] };

describe('a conversation that refuses', () => {
  const refuse = (code: string, before?: Paused) =>
    pauseFor({ ...room.parts, team: async () => alone }, shownIn(undefined), code, [], before);

  test.each<[string, boolean]>([
    ['mattermost-forbidden', true],
    ['mattermost-not-found', true],
    ['discord-direct-forbidden', true],
    ['discord-thread-locked', true],
    ['channel-not-connected', true],
    ['mattermost-unauthorized', true],
    ['mattermost-refused', false],
    ['email-address-refused', false],
  ])('with %s is paused: %p', async (code, isPaused) => {
    expect(await refuse(code)).toBe(isPaused);
    expect([(await room.store.paused.get(key))?.reason, room.counted]).toEqual(
      isPaused ? [code, ['Paused']] : [undefined, []],
    );
  });

  test('is counted once, and once more where it had been woken', async () => {
    await refuse('mattermost-forbidden');
    expect(await refuse('mattermost-forbidden', await room.pause())).toBe(true);
    expect([room.counted, room.lines.length]).toEqual([['Paused'], 1]);
    await room.store.paused.wake(key);
    await refuse('mattermost-forbidden', await room.pause());
    expect(room.counted).toEqual(['Paused', 'Paused']);
    expect((await room.pause()).resting).toBe(true);
  });

  test('keeps when it was refused first, and why now', async () => {
    await refuse('mattermost-forbidden');
    const { since } = await room.pause();
    room.clock.now += 1_000;
    await refuse('mattermost-forbidden', await room.pause());
    expect(await room.pause()).toMatchObject({ since, at: since });
    await refuse('mattermost-not-found', await room.pause());
    expect(await room.pause()).toMatchObject({ since, at: room.clock.now, reason: 'mattermost-not-found' });
  });

  test('by its token is asked again two minutes after each try', async () => {
    await refuse('mattermost-unauthorized');
    room.clock.now += 120_000;
    await refuse('mattermost-unauthorized', await room.pause());
    expect(await room.pause()).toMatchObject({ at: room.clock.now, missed: [] });
  });
});

describe('a refused token', () => {
  const refuse = async (where: string) =>
    pauseFor(
      { ...room.parts, team: async () => alone },
      shownIn(undefined, { conversation: where }),
      'mattermost-unauthorized',
      [],
      await room.store.paused.get({ ...key, where }),
    );

  test('is written down once, however many rooms there are', async () => {
    for (const where of [key.where, 'mattermost:chat:other:', key.where])
      expect(await refuse(where)).toBe(true);
    expect(room.lines).toHaveLength(1);
    const all = await room.store.paused.list(key.team);
    expect(all.map(({ where, told }) => [where, told]).toSorted()).toEqual([
      ['chat', true],
      ['mattermost:chat:dev:', true],
      ['mattermost:chat:other:', true],
    ]);
  });

  test('is tried by one message of a room two minutes after the last', async () => {
    await refuse(key.where);
    const before = await room.pause();
    room.clock.now += 119_999;
    expect(holdBack(room.parts, shownIn(undefined), before)).toMatchObject({
      ...{ code: 'mattermost-unauthorized', retry: { when: 'later', afterMs: 1 } },
    });
    room.clock.now += 1;
    expect(holdBack(room.parts, shownIn(undefined, { awaited: true }), before)).toBeUndefined();
  });
});

describe('what was said there', () => {
  const said = (id: string, more: object = {}) =>
    ({ id, kind: 'comment', step: 'added', at: 1, ...more }) as const;

  test('is counted where it would have been told aloud, by the same ids when it is done again', async () => {
    const loud = [said('a'), said('b', { count: 3 }), said('gone', { step: 'removed' })];
    const telling = [
      ...loud.map((happening) => ({ happening, loudness: 'reply' as const })),
      { happening: said('quiet'), loudness: 'edit' as const },
    ];
    for (const _ of ['dies', 'again'])
      await pauseFor(
        { ...room.parts, team: async () => alone },
        shownIn(undefined),
        'mattermost-forbidden',
        telling,
        undefined,
      );
    const [missed] = (await room.pause()).missed;
    expect(new Set(missed?.comments?.map(({ id }) => id)).size).toBe(4);
  });

  test('is known from what was only edited', async () => {
    const steps = ['added', 'edited', 'restored'] as const;
    const telling = steps.map((step) => ({ happening: said(step, { step }), loudness: 'reply' as const }));
    const parts = { ...room.parts, team: async () => alone };
    await pauseFor(parts, shownIn(undefined), 'mattermost-forbidden', telling, undefined);
    const [missed] = (await room.pause()).missed;
    expect(missed?.comments?.map(({ step }) => step)).toEqual(['added', 'edited', 'added']);
  });
});

describe('nobody is told of it', () => {
  const codes = ['mattermost-forbidden', 'mattermost-unauthorized'];

  test.each(codes)(
    'with %s, where the team has taken the connection out: whoever did that knows',
    async (code) => {
      for (const team of [{ ...exampleTeam, channels: {} }, undefined]) {
        await pauseFor({ ...room.parts, team: async () => team }, shownIn(undefined), code, [], undefined);
        expect([(await room.pause()).told, room.lines]).toEqual([true, []]);
      }
    },
  );

  test.each(codes)('with %s, where the team has no room for it, which is written down', async (code) => {
    await pauseFor({ ...room.parts, team: async () => alone }, shownIn(undefined), code, [], undefined);
    expect((await room.pause()).told).toBe(true);
    expect(room.lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'warn', event: 'pause-not-told', team: 'ops', connection: 'chat', code },
    ]);
  });
});
