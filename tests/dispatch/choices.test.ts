import { describe, expect, test } from '@jest/globals';
import { choicesFresh } from '../../lib/domain/choices.ts';
import type { ChoicesEvent } from '../../schemas/event.ts';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';

const HOUR = 3_600_000;
let asked = 0;

/** What is kept for somebody to choose from in the square, a second after their door has asked for it. */
async function offered(scene: DiscordScene, name: string, change: Partial<ChoicesEvent> = {}) {
  const { world } = scene.discord;
  asked += 1;
  const [room, person] = [world.channel('square'), world.user(name)];
  put(scene, {
    ...{ v: 1, kind: 'choices', id: `asked-${asked}`, at: scene.house.clock.now, team: 'lab' },
    ...{ connection: 'talk', generation: 1, conversation: `discord:talk:${room.id}:`, server: room.guild },
    ...{ person: { id: person.id, name }, ...change },
  });
  await scene.lapse(1_000);
  return kept(scene, name);
}

function kept({ discord: { world }, house }: DiscordScene, name: string) {
  const [room, person] = [world.channel('square').id, world.user(name).id];
  return house.store.choices.get({ team: 'lab', connection: 'talk', room, person });
}

describe('what somebody may choose from while they type', () => {
  test('is the board’s columns, people and labels, and the boards there are', async () => {
    const scene = await openDiscordScene();
    const [board] = scene.wekan.world.boards;
    board?.labels.push(
      { _id: 'again', name: 'bug', color: 'red' },
      { _id: 'unnamed', name: ' ', color: 'red' },
    );
    expect(await offered(scene, 'tom')).toMatchObject({
      columns: ['To Do', 'Doing', 'Review', 'Done'],
      people: ['ann', 'bob', 'tom'],
      labels: ['urgent', 'bug', 'question'],
      boards: ['main'],
    });
  });

  test('is every open card for members, the newest first, and their own for guests', async () => {
    const scene = await openDiscordScene();
    for (const title of ['First', 'Second']) await scene.types('guest', 'square', '/card create', { title });
    await scene.types('tom', 'square', '/card create', { title: 'x'.repeat(150) });
    expect((await offered(scene, 'tom'))?.cards).toEqual([
      { ref: '#4', title: 'x'.repeat(100) },
      { ref: '#3', title: 'Second' },
      { ref: '#2', title: 'First' },
      { ref: '#1', title: expect.stringContaining('old card') },
    ]);
    expect((await offered(scene, 'guest'))?.cards.map(({ title }) => title)).toEqual(['Second', 'First']);
  });

  test('is nothing for an address that is not good any more, nor for a server that is none of the team’s', async () => {
    const scene = await openDiscordScene();
    expect(await offered(scene, 'tom', { generation: 0 })).toBeUndefined();
    expect(await offered(scene, 'tom', { connection: 'chat' })).toBeUndefined();
    expect(await offered(scene, 'tom', { team: 'nobody' })).toBeUndefined();
    expect(await offered(scene, 'tom', { server: '4711' })).toBeUndefined();
    expect(scene.house.queues.waiting).toEqual([]);
  });

  test('is a hundred of each at most', async () => {
    const scene = await openDiscordScene();
    const { boards, cards } = scene.wekan.world;
    const [board, card] = [boards[0], cards[0]];
    if (!board || !card) throw new Error('no card');
    for (let each = 1; each <= 110; each += 1) {
      board.labels.push({ _id: `l${each}`, name: `label ${each}`, color: 'red' });
      cards.push({ ...card, _id: `more${each}`, title: `More ${each}`, cardNumber: 110 - each });
    }
    const { labels, cards: found = [] } = (await offered(scene, 'tom')) ?? {};
    expect([labels?.length, found.length]).toEqual([100, 100]);
    const numbers = found.map(({ ref }) => Number(ref.slice(1)));
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
  });

  test('is a card’s link where the board has no numbers', async () => {
    const scene = await openDiscordScene();
    for (const card of scene.wekan.world.cards) Object.assign(card, { cardNumber: null });
    expect((await offered(scene, 'tom'))?.cards).toEqual([
      { ref: expect.stringMatching(/^http:\/\/board\.lab\.test\/b\//), title: expect.any(String) },
    ]);
  });

  test('is forgotten when the server it was kept for is taken off, and asked for too late is nothing', async () => {
    const scene = await openDiscordScene();
    await offered(scene, 'tom');
    expect(await offered(scene, 'tom', { server: '4711' })).toEqual({
      ...{ at: 0, columns: [], people: [], labels: [], cards: [], boards: [] },
    });
    const { now } = scene.house.clock;
    expect(await offered(scene, 'tom', { at: now - choicesFresh - 1 })).toMatchObject({ at: 0 });
    expect(await offered(scene, 'tom')).toMatchObject({ columns: ['To Do', 'Doing', 'Review', 'Done'] });
  });

  test('is as it was where the board is away, and nothing waits for it', async () => {
    const scene = await openDiscordScene();
    const { at } = (await offered(scene, 'tom')) ?? {};
    scene.pass(HOUR);
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    expect((await offered(scene, 'tom'))?.at).toBe(at);
    expect(scene.house.queues.waiting).toEqual([]);
    expect(await scene.house.store.graveyard.list('lab')).toEqual([]);
  });

  test('is gathered all the same when the table was away for a moment', async () => {
    const scene = await openDiscordScene();
    let left = 1;
    scene.fails(({ label }) => {
      if (!label.endsWith(' CHOICES') || left === 0) return 'none';
      left -= 1;
      return 'error';
    });
    expect(await offered(scene, 'tom')).toBeUndefined();
    await scene.lapse(10_000);
    expect([left, await kept(scene, 'tom')]).toMatchObject([0, { boards: ['main'] }]);
  });

  test('is taken away once, however often somebody who is not heard types', async () => {
    const scene = await openDiscordScene();
    await offered(scene, 'tom');
    const written = () =>
      scene.house.workers.passed.filter(({ label }) => label === 'UpdateItem CHOICES').length;
    const before = written();
    for (let each = 0; each < 3; each += 1) await offered(scene, 'tom', { server: '4711' });
    expect(written()).toBe(before + 1);
  });
});
