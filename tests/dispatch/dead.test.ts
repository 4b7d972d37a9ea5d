import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from '@jest/globals';
import { openSecret, type SealedSecret } from '../../lib/teams/secrets.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { heard, opens, said } from '../flows/sight.ts';
import { queueUrl } from '../histories/fifo.ts';
import { keysOf } from '../histories/release.ts';
import { put } from './mail-scene.ts';
import { openScene, type Scene } from './scene.ts';

const DAY = 86_400_000;
let sent = 0;

/** A message comes, whatever it holds. */
async function arrives(
  scene: Scene,
  body: unknown,
  queue: 'events' | 'deliveries' = 'events',
): Promise<void> {
  sent += 1;
  scene.house.queues.execute(
    new SendMessageCommand({
      ...{ QueueUrl: queueUrl(queue), MessageBody: typeof body === 'string' ? body : JSON.stringify(body) },
      ...{ MessageGroupId: 'dead', MessageDeduplicationId: `dead-${sent}` },
    }),
  );
  await scene.lapse(1_000);
}

const dead = (scene: Scene, team = 'ops') => scene.house.store.graveyard.list(team);

const command: CommandEvent = {
  ...{ v: 1, kind: 'command', id: 'c1', at: Date.UTC(2026, 10, 21, 9), team: 'ops', connection: 'chat' },
  ...{ generation: 1, conversation: 'mattermost:chat:idofsquare:', place: 'square', direct: false },
  ...{ person: { id: 'idoftom', name: 'tom' }, reply: {} },
  input: { by: 'text', text: 'Pump', mentions: {} },
};
const about = {
  v: 1,
  at: 1,
  team: 'ops',
  board: 'main',
  card: 'c',
  conversation: 'mattermost:chat:idofsquare:',
  columns: [],
};

describe('what is none of ours', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', '{"v":1,', '-'],
    ['null', 'null', '-'],
    ['a text', '"hello"', '-'],
    ['what names no team', { v: 1, kind: 'dance' }, '-'],
    ['a team that is no name', { v: 1, kind: 'dance', team: 7 }, '-'],
    ['a kind that there is not', { v: 1, kind: 'dance', team: 'ops' }, 'ops'],
    ['a version that is no number', { v: '2', kind: 'dance', team: 'ops' }, 'ops'],
    ['an event without its person', { ...command, person: undefined }, 'ops'],
    ['a delivery without its happening', { ...about, kind: 'delivery' }, 'ops'],
  ])('%s lies in the table, with its reason, where nobody reads it', async (_what, body, team) => {
    // The watchers of the house read every event.
    for (const queue of typeof body === 'string'
      ? (['deliveries'] as const)
      : (['events', 'deliveries'] as const)) {
      const scene = await openScene();
      await arrives(scene, body, queue);
      expect(scene.house.queues.waiting).toEqual([]);
      const [each, ...more] = await dead(scene, team);
      expect([each, more]).toMatchObject([{ reason: 'message-unreadable', queue, group: 'dead' }, []]);
      const place = { team, field: 'dead' };
      const opened = openSecret(
        (each?.body ?? '') as SealedSecret,
        place,
        keysOf(scene.house.release, 'stored-secrets'),
      );
      expect(opened).toBe(typeof body === 'string' ? body : JSON.stringify(body));
      expect(each?.kind).toBeUndefined();
    }
  });

  test('of a newer version waits for it', async () => {
    const scene = await openScene();
    await arrives(scene, { v: 2, kind: 'wonder', team: 'ops' });
    await scene.lapse(60_000);
    expect(await dead(scene)).toEqual([]);
    expect(scene.house.queues.waiting).toHaveLength(1);
  });

  test('is told the team once a day', async () => {
    const scene = await openScene();
    await arrives(scene, { v: 1, kind: 'dance', team: 'ops' });
    await arrives(scene, { v: 1, kind: 'sing', team: 'ops' });
    expect(said(scene, 'team')).toEqual([
      'I had to give something up (message-unreadable) and have put it aside. Whoever runs Cardwire sees it with `cardwire dead --team ops` and brings it back with `cardwire replay --team ops`. If more of this comes today, I do not repeat it.',
    ]);
    scene.pass(DAY);
    await arrives(scene, { v: 1, kind: 'sing', team: 'ops' });
    expect(said(scene, 'team')).toHaveLength(2);
  });

  test('is told with the next one where the room did not take it', async () => {
    const scene = await openScene();
    scene.fails(({ side }) => (side === 'chat' ? 'status-500' : 'none'));
    await arrives(scene, { v: 1, kind: 'dance', team: 'ops' });
    scene.fails();
    expect(said(scene, 'team')).toEqual([]);
    await arrives(scene, { v: 1, kind: 'sing', team: 'ops' });
    expect(said(scene, 'team')).toHaveLength(1);
  });

  test('is told once, though the run that told it died', async () => {
    const scene = await openScene();
    let left = 1;
    scene.fails(({ side, label }) => {
      if (side !== 'chat' || !/POST.*posts/.test(label) || left === 0) return 'none';
      left -= 1;
      return 'kill-done';
    });
    await arrives(scene, { v: 1, kind: 'dance', team: 'ops' });
    await scene.settle();
    expect([left, said(scene, 'team').length, scene.house.queues.waiting]).toEqual([0, 1, []]);
    expect(await dead(scene)).toHaveLength(1);
  });

  test('of a team without a room, or of no team, is told to nobody', async () => {
    const scene = await openScene((team) => ({ ...team, teamChannels: [] }));
    await arrives(scene, { v: 1, kind: 'dance', team: 'ops' });
    await arrives(scene, { v: 1, kind: 'dance', team: 'nobody' });
    expect([...scene.mattermost.world.posts.values()]).toEqual([]);
    expect([(await dead(scene)).length, (await dead(scene, 'nobody')).length]).toEqual([1, 1]);
  });
});

describe('what is known of a dead message', () => {
  /** The board is away for good. */
  async function givenUp(body: unknown, queue: 'events' | 'deliveries' = 'events') {
    const scene = await openScene();
    await opens(scene, 'tom', 'Other', { room: 'dev' });
    scene.fails(({ side }) =>
      side === 'board' || (queue === 'deliveries' && side === 'chat') ? 'status-500' : 'none',
    );
    await arrives(scene, body, queue);
    scene.pass(14 * DAY);
    await scene.lapse(60_000);
    expect(scene.house.queues.waiting).toEqual([]);
    return { scene, dead: await dead(scene) };
  }

  test.each<[string, object, object]>([
    ['a command', command, { kind: 'command' }],
    ['a command for a board', { ...command, board: 'main' }, { kind: 'command', board: 'main' }],
    [
      'a button',
      { ...command, board: 'main', input: { by: 'button', action: 'done', card: 'c' } },
      { kind: 'command', board: 'main', card: 'c' },
    ],
    [
      'a form',
      { ...command, board: 'main', input: { by: 'form', form: 'comment', card: 'c', fields: { text: 'x' } } },
      { kind: 'command', board: 'main', card: 'c' },
    ],
    [
      'a change',
      { ...command, kind: 'change', connection: 'main', change: { kind: 'move', card: 'c' } },
      { kind: 'change', board: 'main', card: 'c' },
    ],
  ])('%s: its kind, and its card where that is known', async (_what, body, known) => {
    const { dead } = await givenUp(body);
    expect(dead).toHaveLength(1);
    const { kind, board, card } = dead[0] ?? {};
    expect(JSON.parse(JSON.stringify({ kind, board, card }))).toEqual(known);
  });

  test('is told its person, with their words where they wrote any', async () => {
    const gaveUp =
      'I could not do what you asked for, however often I tried (wekan-unavailable), and have given it up. Send it again if you still want it, or ask whoever runs Cardwire to replay it.';
    const input = { by: 'button', action: 'done', card: 'c' };
    const button = await givenUp({ ...command, board: 'main', input });
    const typed = await givenUp(command);
    expect(heard(button.scene, 'tom').at(-1)).toBe(gaveUp);
    expect(heard(typed.scene, 'tom').at(-1)).toBe(`${gaveUp}\nYou wrote:\n\`\`\`\n/card Pump\n\`\`\``);
  });

  test('a delivery: its kind, and its card', async () => {
    const face = { id: 'c', title: 'Pump', column: 'To Do', people: [], labels: [], url: '', state: 'open' };
    const delivery = {
      ...{ ...about, kind: 'delivery', loudness: 'reply', face: { ...face, revision: 1 } },
      happening: { id: 'h', kind: 'move', at: 1 },
    };
    const { dead } = await givenUp(delivery, 'deliveries');
    expect(dead).toMatchObject([{ kind: 'delivery', board: 'main', card: 'c', queue: 'deliveries' }]);
  });

  test('a call of Lambda’s that failed is a mail', async () => {
    const scene = await openScene();
    await arrives(scene, { version: '1.0', requestPayload: {}, team: 'ops' }, 'deliveries');
    expect(await dead(scene)).toMatchObject([{ kind: 'mail', reason: 'message-unreadable' }]);
  });

  test('that nobody waits for, or that nothing proves to be its person’s, is told to the team alone', async () => {
    for (const change of [
      { unproven: true },
      { input: { by: 'draft', text: 'It drips', author: 'Ann', link: 'https://x.example' } },
    ] as const) {
      const scene = await openScene();
      scene.fails(({ side, label }) =>
        side === 'board' || label === 'UpdateItem DRAFT' ? 'kill-before' : 'none',
      );
      put(scene, { ...command, ...change });
      await scene.lapse(DAY);
      expect(await dead(scene)).toMatchObject([{ kind: 'command', reason: 'kills-its-run' }]);
      expect([heard(scene, 'tom'), said(scene, 'team').length]).toEqual([[], 1]);
    }
  });
});
