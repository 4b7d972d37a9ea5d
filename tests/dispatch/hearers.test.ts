import { describe, expect, test } from '@jest/globals';
import { putRightIn, type Tiding, tellConversation, tellFollowers } from '../../lib/dispatch/tell.ts';
import type { CardId } from '../../lib/domain/card.ts';
import type { Follower } from '../../lib/store/card-record.ts';
import type { Team } from '../../lib/teams/team.ts';
import { type CardDelivery, type Happening, happening as happeningSchema } from '../../schemas/delivery.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { openPausedRoom, shownIn } from './paused-room.ts';

/** Who hears of what, and how loud. */

const [square, dev, hall] = ['square', 'dev', 'hall'].map((name) => `mattermost:chat:${name}:`) as [
  string,
  string,
  string,
];
const direct = 'mattermost:chat:direct:';
/** The hall hears of moves and labels. */
const team: Team = { ...exampleTeam, teamChannels: [{ conversation: hall, tell: ['move', 'label'] }] };
/** Tom opened the card in the square. Ann follows it alone. */
const followers: readonly Follower[] = [
  { conversation: square, person: 'tom' },
  { conversation: direct, person: 'ann' },
];
const happened = (kind: Happening['kind'], more: Partial<Happening> = {}): Happening =>
  happeningSchema.parse({ id: kind, kind, at: 1, ...more });

const tidingOf = (kind: Happening['kind'], more: Partial<Tiding> = {}): Tiding => ({
  ...{ team, face: shownIn(undefined).face, columns: [{ id: 'c0', name: 'To do' }], at: 7 },
  key: { team: 'ops', board: 'kanban', card: 'card' as CardId },
  record: { followers, story: [] },
  happenings: [happened(kind)],
  ...more,
});
type Telling = (parts: Parameters<typeof tellFollowers>[0]) => Promise<void>;
/** What is queued, and in how many goes. */
async function queuedBy(telling: Telling, latest: Team | undefined = undefined) {
  const room = openPausedRoom();
  let goes = 0;
  await telling({
    ...room.parts,
    team: async (_, { fresh = false } = {}) => (fresh ? latest : team),
    send: async (deliveries) => {
      goes += 1;
      await room.parts.send(deliveries);
    },
  });
  return { sent: room.sent as readonly CardDelivery[], goes };
}
/** How loud each conversation hears of it. */
async function hears(tiding: Tiding, latest?: Team): Promise<Readonly<Record<string, string>>> {
  const { sent } = await queuedBy((parts) => tellFollowers(parts, tiding), latest);
  expect(new Set(sent.map(({ conversation }) => conversation)).size).toBe(sent.length);
  return Object.fromEntries(sent.map(({ conversation, loudness }) => [conversation, loudness]));
}

describe('who follows a card is told', () => {
  test.each<[Happening['kind'], string, string]>([
    ['move', 'reply', 'reply'],
    ['comment', 'reply', 'refresh'],
    ['label', 'edit', 'reply'],
    ['checklist', 'edit', 'refresh'],
  ])('of a %s: %s, and the room of the team: %s', async (kind, following, ofTeam) => {
    expect(await hears(tidingOf(kind))).toEqual({
      [square]: following,
      [direct]: following,
      [hall]: ofTeam,
    });
  });

  test('of several things aloud where one of them matters', async () => {
    const one = happened('label', { caughtUp: true, also: [happened('checklist'), happened('comment')] });
    const also = [happened('move')];
    for (const [happening, ofTeam] of [
      [one, 'reply'],
      [{ ...one, kind: 'edit' as const }, 'refresh'],
      [{ ...one, kind: 'edit' as const, also }, 'reply'],
    ] as const)
      expect(await hears(tidingOf('label', { happenings: [happening] }))).toEqual({
        ...{ [square]: 'reply', [direct]: 'reply', [hall]: ofTeam },
      });
  });

  test('once where their room is the team’s, too, of what matters to who follows', async () => {
    const record = { followers: [...followers, { conversation: hall }], story: [] };
    expect(await hears(tidingOf('comment', { record }))).toMatchObject({ [hall]: 'reply' });
  });

  test('quietly where nobody is to be told', async () => {
    expect(await hears(tidingOf('move', { quiet: true }))).toEqual({
      ...{ [square]: 'refresh', [direct]: 'refresh', [hall]: 'refresh' },
    });
  });

  test('nobody, where nobody follows and no room hears of all: nothing is queued', async () => {
    const nobody = tidingOf('move', { team: exampleTeam, record: undefined });
    expect(await hears(nobody)).toEqual({ 'mattermost:chat:room2:': 'reply' });
    const tiding = { ...nobody, team: { ...team, teamChannels: [] } };
    expect((await queuedBy((parts) => tellFollowers(parts, tiding))).goes).toBe(0);
  });
});

describe('who did it through the bridge', () => {
  const doneBy = (conversation: string, person: string, kind: Happening['kind'] = 'move') =>
    tidingOf(kind, { by: { conversation, person } });

  test('is shown it, and not told, where it was done and wherever they follow', async () => {
    expect(await hears(doneBy(square, 'eve'))).toEqual({
      ...{ [square]: 'edit', [direct]: 'reply', [hall]: 'reply' },
    });
    expect(await hears(doneBy(square, 'ann'))).toEqual({
      ...{ [square]: 'edit', [direct]: 'edit', [hall]: 'reply' },
    });
  });

  test('in the team’s room is shown it there, if it is a kind for that room', async () => {
    expect(await hears(doneBy(hall, 'eve'))).toEqual({
      ...{ [square]: 'reply', [direct]: 'reply', [hall]: 'edit' },
    });
    expect(await hears(doneBy(hall, 'eve', 'comment'))).toMatchObject({ [hall]: 'refresh' });
  });

  test('in a room that does not hear of the card sees its message put right', async () => {
    expect(await hears(doneBy(dev, 'ann'))).toEqual({
      ...{ [square]: 'reply', [direct]: 'edit', [hall]: 'reply', [dev]: 'refresh' },
    });
  });

  test('is told there alone what nobody could do, once, and cut where it is long', async () => {
    const happenings = [happened('move'), happened('label')];
    const undone = 'x'.repeat(2_001);
    const tiding = { ...doneBy(square, 'tom'), happenings, undone };
    const { sent } = await queuedBy((parts) => tellFollowers(parts, tiding));
    const told = sent.filter(({ happening }) => 'undone' in happening);
    expect(told).toMatchObject([{ conversation: square, happening: { kind: 'move' } }]);
    expect(told[0]?.happening.undone).toBe(`${'x'.repeat(1_999)}…`);
  });

  test('does not wait for a burst to end, but where they did it', async () => {
    const { sent } = await queuedBy((parts) => tellFollowers(parts, doneBy(square, 'tom')));
    expect(sent.map(({ awaited }) => awaited)).toEqual([true, undefined, undefined]);
  });
});

describe('on a server', () => {
  const onServer = (server: string): Follower => ({ conversation: square, server });
  const heard = (server: string, now: Team, latest?: Team) =>
    hears(tidingOf('move', { team: now, record: { followers: [onServer(server)], story: [] } }), latest);
  const joined: Team = {
    ...team,
    teamChannels: [],
    joined: [{ connection: 'chat', server: 'guild', conversation: square }],
  };
  const alone: Team = { ...team, teamChannels: [] };

  test('that is the team’s it is told', async () => {
    expect(await heard('guild', joined, alone)).toEqual({ [square]: 'reply' });
  });

  test('that was taken off it is not', async () => {
    expect(await heard('guild', alone, alone)).toEqual({});
    expect(await heard('guild', alone)).toEqual({});
    expect(await heard('other', joined, joined)).toEqual({});
  });

  test('that has joined a moment ago it is', async () => {
    expect(await heard('guild', alone, joined)).toEqual({ [square]: 'reply' });
  });

  test('the others are told all the same', async () => {
    const record = { followers: [onServer('gone'), { conversation: dev }], story: [] };
    expect(await hears(tidingOf('move', { team: alone, record }), alone)).toEqual({ [dev]: 'reply' });
  });
});

describe('what is queued', () => {
  test('says what to choose from, when it was accepted, and each thing by itself', async () => {
    const happenings = [happened('move'), happened('label')];
    const tiding = tidingOf('move', { happenings, replayed: true, record: undefined });
    const { sent, goes } = await queuedBy((parts) => tellFollowers(parts, tiding));
    const about = { v: 1, kind: 'delivery', team: 'ops', board: 'kanban', card: 'card', conversation: hall };
    const with_ = { at: 7, columns: [{ id: 'c0', name: 'To do' }], face: tiding.face, replayed: true };
    expect(sent).toEqual(
      happenings.map((each) => ({ ...about, ...with_, happening: each, loudness: 'reply' })),
    );
    expect(goes).toBe(1);
  });

  test('of a comment is as much as any chat shows', async () => {
    const [long, short] = ['x'.repeat(16_401), 'x'.repeat(16_400)];
    const happenings = [long, short].map((comment) => happened('comment', { comment }));
    const { sent } = await queuedBy((parts) =>
      tellConversation(parts, tidingOf('move', { happenings }), dev),
    );
    expect(sent.map(({ happening }) => happening.comment?.length)).toEqual([16_400, 16_400]);
    expect(sent.map(({ happening }) => happening.comment?.at(-1))).toEqual(['…', 'x']);
  });

  test('for one conversation is to be shown there, told aloud, or to put right what stands', async () => {
    const tiding = tidingOf('label');
    const tellings: readonly (readonly [Telling, string])[] = [
      [(parts) => tellConversation(parts, tiding, dev), 'edit'],
      [(parts) => tellConversation(parts, tiding, dev, 'reply'), 'reply'],
      [(parts) => putRightIn(parts, tiding, dev), 'refresh'],
    ];
    for (const [telling, loudness] of tellings)
      expect((await queuedBy(telling)).sent).toMatchObject([{ conversation: dev, loudness }]);
  });
});
