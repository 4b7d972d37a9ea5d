import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SqsSender } from '../../lib/queue/enqueue.ts';
import { replay } from '../../lib/queue/replay.ts';
import type { Dead } from '../../lib/store/dead.ts';

const happened: string[] = [];
const sent: SendMessageCommand['input'][] = [];
beforeEach(() => {
  happened.length = 0;
  sent.length = 0;
});

const dead = (id: string, body: unknown, more: Partial<Dead> = {}): Dead => ({
  ...{ team: 'ops', id, reason: 'r', queue: 'events.fifo', group: 'g', at: 1 },
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});

/** Everything that replaying does, in its order. `taken` are the ids that another run has in hand. */
async function play(
  all: readonly Dead[],
  { taken = [], rate = 4 }: { taken?: string[]; rate?: number } = {},
) {
  const sqs = {
    send: async (command: unknown) => {
      if (!(command instanceof SendMessageCommand)) throw new Error('no message');
      sent.push(command.input);
      happened.push('sent');
      return {};
    },
  } as unknown as SqsSender;
  const fates: string[] = [];
  const parts = {
    graveyard: {
      claim: async ({ id }: Dead) => !taken.includes(id),
      raised: async ({ id }: Dead) => void happened.push(`raised ${id}`),
    },
    receipts: {
      forgive: async (team: string, event: string) => void happened.push(`forgave ${team} ${event}`),
    },
    sqs,
    queueUrl: async (name: string) => `http://sqs.test/${name}`,
    open: ({ body }: Dead) => (body === 'sealed with a lost key' ? undefined : body),
    pause: async (milliseconds: number) => void happened.push(`paused ${milliseconds}`),
  };
  await replay(parts, all, rate, ({ id }, fate) => void fates.push(`${id} ${fate}`));
  return fates;
}

describe('a dead message', () => {
  test('goes back to its queue and group as one that comes late, and is forgotten only then', async () => {
    expect(await play([dead('m1', { kind: 'change', id: 'e1', title: 'Ü 🔧' })])).toEqual(['m1 raised']);
    expect(sent).toEqual([
      {
        QueueUrl: 'http://sqs.test/events.fifo',
        MessageBody: '{"kind":"change","id":"e1","title":"Ü \\ud83d\\udd27","replayed":true}',
        MessageGroupId: 'g',
        MessageDeduplicationId: expect.stringMatching(/^[\w-]{22}$/),
      },
    ]);
    expect(happened).toEqual(['sent', 'raised m1', 'paused 250']);
  });

  test('is told apart from every other one, and not from itself', async () => {
    await play([dead('m1', {}), dead('m1', {}), dead('m2', {}), dead('m1', {}, { queue: 'other.fifo' })]);
    const ids = sent.map(({ MessageDeduplicationId }) => MessageDeduplicationId);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  test('that is a command has its dead runs forgiven before it is tried again', async () => {
    await play([dead('m1', { kind: 'command', id: 'e1' }), dead('m2', { kind: 'command' })]);
    expect(happened).toEqual([
      ...['forgave ops e1', 'sent', 'raised m1', 'paused 250'],
      ...['sent', 'raised m2', 'paused 250'],
    ]);
  });

  test('of a queue that knows no order has no group', async () => {
    await play([dead('m1', {}, { queue: 'failed-mail' })]);
    expect(sent).toEqual([{ QueueUrl: 'http://sqs.test/failed-mail', MessageBody: '{"replayed":true}' }]);
  });

  test.each(['no JSON', '[1]', '"text"', 'null', '7'])('that is %s goes back as it was', async (body) => {
    await play([dead('m1', body)]);
    expect(sent.map(({ MessageBody }) => MessageBody)).toEqual([body]);
  });

  test('that no key opens stays, and holds up nothing', async () => {
    const fates = await play([dead('m1', 'sealed with a lost key'), dead('m2', {})]);
    expect(fates).toEqual(['m1 unreadable', 'm2 raised']);
  });

  test('that another run has in hand holds back what comes after it in its group, and nothing else', async () => {
    const all = [
      ...[dead('m1', {}), dead('m2', {}), dead('m3', {}, { group: 'h' })],
      dead('m4', {}, { queue: 'deliveries.fifo' }),
    ];
    expect(await play(all, { taken: ['m1'], rate: 50 })).toEqual([
      ...['m1 taken', 'm2 taken', 'm3 raised', 'm4 raised'],
    ]);
    expect(happened).toEqual(['sent', 'raised m3', 'paused 20', 'sent', 'raised m4', 'paused 20']);
  });
});
