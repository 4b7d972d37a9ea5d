import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Channel } from '../../lib/channels/channel.ts';
import { directOf, moveToDirect } from '../../lib/dispatch/move-to-direct.ts';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import { say } from '../../lib/domain/say.ts';
import type { Team } from '../../lib/teams/team.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { conversation, shownIn } from './paused-room.ts';
import { card, looks, openShownRoom, type ShownRoom, said, thread } from './shown-room.ts';

/** A card goes on alone with who opened it, where the conversation in which they did refuses for good. */

let room: ShownRoom;
/** What the chat throws when somebody is to be written to alone, or told something there. */
let faults: { directWith?: Error; answer?: Error };
let answers: Parameters<Channel['answer']>[];
const owner = { connection: 'chat', person: 'u1', name: 'tom', conversation };
const direct = 'mattermost:chat:direct-u1:';
const key = { team: thread.team, board: thread.board, card };
beforeEach(() => {
  room = openShownRoom();
  [faults, answers] = [{}, []];
});
const opens = () => room.store.cards.own(key, owner, 1, { at: 1, what: 'done', event: 'e' });
const tellings = [
  { happening: said('a'), loudness: 'reply' },
  { happening: said('b'), loudness: 'edit' },
] as const;

interface Moving {
  readonly team?: () => Team | undefined;
  readonly where?: string;
  readonly face?: CardFace;
}
/** The conversation, unless it is another one, has refused to be told. */
function moves({ team = () => exampleTeam, where = conversation, face = looks(5) }: Moving = {}) {
  const channel: Channel = {
    ...room.chat,
    directWith: async (person) => {
      if (faults.directWith) throw faults.directWith;
      return room.chat.directWith(person);
    },
    answer: async (...answer) => {
      if (faults.answer) throw faults.answer;
      answers.push(answer);
    },
  };
  const parts = { ...room.parts, team: async () => team(), channel: async () => channel };
  const delivery = { ...shownIn(undefined), card, conversation: where, at: 7 };
  return moveToDirect(parts, { delivery, telling: tellings, face });
}
const followers = async () =>
  (await room.store.cards.get(key))?.followers.map((each) => [each.conversation, each.person]);

describe('a card moves to who opened it', () => {
  test('with all that was to be told, and they are told once how to have it back', async () => {
    await opens();
    expect(await moves()).toBe(true);
    expect(room.sent).toEqual(
      tellings.map((each) => ({
        ...{ v: 1, kind: 'delivery', ...thread, conversation: direct, at: 7, columns: [] },
        ...{ face: looks(5), ...each },
      })),
    );
    const [[to, lines, id] = []] = answers;
    expect(to).toEqual({ handle: {}, conversation: direct, person: 'u1', at: 7 });
    expect(lines).toEqual([say('moved-to-direct', { card: '#1', word: 'card' })]);
    expect(await followers()).toEqual([[direct, 'u1']]);
    // What was on its way follows it, and is no reason to say so again.
    expect(await moves()).toBe(true);
    expect([room.sent.length, answers.length]).toEqual([4, 1]);
    expect(id).not.toBe('');
  });

  test('by its title where the board gives no numbers', async () => {
    await opens();
    const { ref: _, ...face } = looks(5);
    await moves({ face });
    expect(answers[0]?.[1]).toEqual([say('moved-to-direct', { card: 'Pump', word: 'card' })]);
  });

  test('though they cannot be told why; not before it can be said whether they can', async () => {
    await opens();
    faults.answer = new CardwireError('chat-unreachable', later);
    await expect(moves()).rejects.toBe(faults.answer);
    expect(await followers()).toHaveLength(2);
    faults.answer = new CardwireError('chat-refused', never);
    expect(await moves()).toBe(true);
    expect(await followers()).toEqual([[direct, 'u1']]);
  });

  test('each room and each card by itself', async () => {
    await opens();
    await moves();
    const other = 'mattermost:chat:square:';
    const before = answers.length;
    room = openShownRoom();
    await room.store.cards.own(key, { ...owner, conversation: other }, 1, {
      at: 1,
      what: 'done',
      event: 'e',
    });
    await moves({ where: other });
    const ids = answers.map(([, , id]) => id);
    expect([before, new Set(ids).size]).toEqual([1, 2]);
  });
});

describe('a card stays', () => {
  const stays = async (...at: Parameters<typeof moves>) => {
    const before = await followers();
    expect(await moves(...at)).toBe(false);
    expect([await followers(), room.sent, answers]).toEqual([before, [], []]);
  };

  test('where nobody opened it from here, or not in this conversation', async () => {
    await stays();
    await room.store.cards.follow(key, { conversation });
    await stays();
    await opens();
    await room.store.cards.follow(key, { conversation: 'mattermost:chat:square:', person: 'u1' });
    await stays({ where: 'mattermost:chat:square:' });
  });

  test('where the team, or what the person is known through, is gone', async () => {
    await opens();
    await stays({ team: () => ({ ...exampleTeam, channels: {} }) });
    await stays({ team: () => undefined });
  });

  test('where they cannot be written to alone, or are already, in a thread or not', async () => {
    await opens();
    faults.directWith = new CardwireError('chat-direct-forbidden', never);
    await stays();
    faults = {};
    for (const conversation of [direct, `${direct}root`]) {
      room = openShownRoom();
      await room.store.cards.own(key, { ...owner, conversation }, 1, { at: 1, what: 'done', event: 'e' });
      await stays({ where: conversation });
    }
  });

  test('where the person hears of it here no more', async () => {
    await opens();
    await room.store.cards.unfollow(key, conversation);
    await stays();
    // The room of the team hears of everything, moved or not: it is the operator's to put right.
    await room.store.cards.follow(key, { conversation: direct, person: 'u1' });
    const teamChannels = [...exampleTeam.teamChannels, { conversation, tell: [] }];
    await stays({ team: () => ({ ...exampleTeam, teamChannels }) });
    expect(await moves()).toBe(true);
    expect(answers).toEqual([]);
  });
});

test('whether somebody can be written to alone is known when the chat says so', async () => {
  const chat = (fault: Error) => ({ directWith: () => Promise.reject(fault) }) as unknown as Channel;
  expect(await directOf(chat(new CardwireError('chat-direct-forbidden', never)), 'u1')).toBeUndefined();
  const away = new CardwireError('chat-unreachable', later);
  await expect(directOf(chat(away), 'u1')).rejects.toBe(away);
});

describe('what was queued for the conversation before', () => {
  const gone = new CardwireError('chat-not-found', never);
  const look = { happening: said('b'), loudness: 'refresh', face: looks(9, 'Doing') } as const;
  const refuses = async () => {
    room.fault = gone;
    await room.arrives({});
  };

  test('goes after the card, though it only has the message put right', async () => {
    await opens();
    await refuses();
    await room.arrives(look);
    expect(room.sent.map((each) => [each.kind, each.conversation])).toEqual([
      ['delivery', direct],
      ['delivery', direct],
    ]);
    expect(room.sent.at(-1)).toMatchObject(look);
  });

  test('is kept for the first message where the card has not moved, or has come back', async () => {
    await refuses();
    await room.arrives(look);
    expect([room.sent, (await room.thread()).noted]).toEqual([[], look.face]);
    room = openShownRoom();
    await opens();
    await refuses();
    await room.store.cards.follow(key, { conversation });
    await room.arrives(look);
    expect([room.sent.length, (await room.thread()).noted]).toEqual([1, look.face]);
  });
});
