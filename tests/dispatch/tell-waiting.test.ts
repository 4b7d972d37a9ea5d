import { describe, expect, test } from '@jest/globals';
import type { Channel } from '../../lib/channels/channel.ts';
import { tellWaiting } from '../../lib/dispatch/tell-waiting.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import { say } from '../../lib/domain/say.ts';
import type { ChannelConnection } from '../../lib/teams/team.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { openPausedRoom } from './paused-room.ts';

/** What a person is told while what they asked for waits. */

const [connection = noChat()] = Object.values(exampleTeam.channels);
function noChat(): ChannelConnection {
  throw new Error('the example has a chat');
}
const asks = (input: CommandEvent['input']): CommandEvent => ({
  ...{ v: 1, kind: 'command', id: 'c', at: 1, team: 'ops', connection: 'chat', generation: 2, input },
  ...{ conversation: 'mattermost:chat:dev:', place: 'dev', direct: false, reply: {} },
  person: { id: 'u1', name: 'tom' },
});
const types = (text: string) => asks({ by: 'text', text, mentions: {} });

/** What they are told, and where. */
async function told(event: CommandEvent, error: unknown = new TypeError('ours'), fault?: Error) {
  const answers: Parameters<Channel['answer']>[] = [];
  const channel = {
    answer: async (...answer: Parameters<Channel['answer']>) => {
      answers.push(answer);
      if (fault) throw fault;
    },
  } as Channel;
  await tellWaiting(openPausedRoom().parts, { team: exampleTeam, event, channel, connection }, error);
  const [[to, lines, id] = []] = answers;
  expect(to).toMatchObject({ conversation: 'mattermost:chat:dev:', person: 'u1', at: 1 });
  return { lines, id };
}
const next = say('next-waits');
const wrote = (text: string) => say('you-wrote', { text });

describe('while it waits, a person is told', () => {
  test('that it is kept, what comes of it, and what they wrote', async () => {
    const { lines } = await told(types('Pump'));
    expect(lines).toEqual([say('will-try-again'), say('link-follows'), next, wrote('/card Pump')]);
  });

  test('why, where the board has said so', async () => {
    const why = say('card-gone');
    const error = new CardwireError('board-refused', later, why);
    expect((await told(types('move #2 doing'), error)).lines).toEqual([
      ...[why, say('kept'), next, wrote('/card move #2 doing')],
    ]);
    const silent = new CardwireError('board-unreachable', later);
    expect((await told(types('move #2 doing'), silent)).lines?.[0]).toEqual(say('will-try-again'));
  });

  test('nothing of a link where it cannot be read: what is wrong is said when it is done', async () => {
    expect((await told(types('mvoe #2 doing'))).lines).toEqual([
      ...[say('will-try-again'), next, wrote('/card mvoe #2 doing')],
    ]);
  });

  test('nothing of what was written where nothing was', async () => {
    expect((await told(asks({ by: 'button', action: 'done', card: 'x' }))).lines).toEqual([
      ...[say('will-try-again'), next],
    ]);
  });

  test('nothing of what they ask for next in a mail: who writes one waits for no answer', async () => {
    const event: CommandEvent = { ...types('Pump'), mail: { original: 'm' } };
    expect((await told(event)).lines).not.toContainEqual(next);
  });

  test('once, however often it is tried, and each command by itself', async () => {
    const { id } = await told(types('Pump'));
    expect((await told(types('Pump'))).id).toBe(id);
    expect((await told({ ...types('Pump'), id: 'd' })).id).not.toBe(id);
    expect(id).not.toBe('');
  });

  test('if they can be told at all: the command is safe either way', async () => {
    expect((await told(types('Pump'), undefined, new TypeError('away'))).lines).toHaveLength(4);
  });
});
