import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ThreadState } from '../../../lib/channels/channel.ts';
import type { Happening } from '../../../schemas/delivery.ts';
import { bit } from '../../sims/discord/permissions.ts';
import { type DiscordWorld, showing, startWorld } from './world.ts';

let world: DiscordWorld;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const move: Happening = { id: 'h1', kind: 'move', who: 'eva', from: 'To Do', to: 'Doing', at: 1 };
let count = 0;
/** Shows the next thing of the card that stands there. */
function next(conversation: string, state?: ThreadState, more: Parameters<typeof showing>[1] = {}) {
  count += 1;
  const news = state ? [move] : [];
  return world.channel.deliver(showing(conversation, { id: `showing ${count}`, news, ...more }), state);
}

describe('a card in a channel', () => {
  test('gets its thread with its first news, named after it, and no second one', async () => {
    const { sim } = world;
    const state = await next(world.conversation());
    expect(sim.messages('general')[0]?.thread).toBe('');
    await next(world.conversation(), state);
    await next(world.conversation(), state);
    const thread = sim.world.channel(state.message);
    expect([thread.name, thread.parent]).toEqual(['#42 Fix the pump', world.room]);
    expect(sim.messages(thread.id).map(({ text }) => text)).toEqual([
      ...['eva moved it from **To Do** to **Doing**', 'eva moved it from **To Do** to **Doing**'],
    ]);
  });

  test('uses a thread that somebody opened under it', async () => {
    const { sim } = world;
    const state = await next(world.conversation());
    sim.as('tom').opensThread('general', 'About the pump', { message: state.message });
    expect(await next(world.conversation(), state)).toEqual(state);
    expect(sim.messages(state.message)).toHaveLength(1);
  });

  test('finds a thread again that a run opened before it died', async () => {
    const { sim } = world;
    const state = await next(world.conversation());
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /\/threads$/ });
    const lookSince = new Date(sim.world.now());
    const more = { id: 'the same', lookSince };
    await expect(next(world.conversation(), state, more)).rejects.toThrow();
    expect(await next(world.conversation(), state, more)).toEqual(state);
    expect(sim.messages(state.message)).toHaveLength(1);
  });

  test('wakes its thread when it sleeps', async () => {
    const { sim } = world;
    const state = await next(world.conversation());
    await next(world.conversation(), state);
    sim.world.passTime(30 * 24 * 3_600_000);
    await next(world.conversation(), state);
    expect(sim.messages(state.message)).toHaveLength(2);
  });

  test.each([
    ['may open no threads', bit.CREATE_PUBLIC_THREADS],
    ['may not write in threads', bit.SEND_MESSAGES_IN_THREADS],
  ])('is answered in the channel where the bot %s, from then on', async (_, permission) => {
    const { sim } = world;
    sim.deny('general', permission);
    const state = await next(world.conversation());
    const told = await next(world.conversation(), state);
    expect(told).toEqual({ message: state.message, thread: world.room });
    const calls = sim.requests.length;
    expect(await next(world.conversation(), told)).toEqual(told);
    expect(sim.requests.slice(calls).map(({ status }) => status)).toEqual([200, 200]);
    const [, first, second] = sim.messages('general');
    expect([first?.repliesTo, second?.repliesTo]).toEqual([state.message, state.message]);
    expect(first?.text).toContain('#42 Fix the pump');
  });

  test('is answered in the channel when moderators have locked its thread, or deleted it', async () => {
    const { sim } = world;
    for (const undo of ['lock', 'delete'] as const) {
      const state = await next(world.conversation());
      await next(world.conversation(), state);
      const { thread } = sim.world.channel(state.message);
      if (undo === 'lock' && thread) thread.locked = true;
      else sim.as('owner').deletesChannel(state.message);
      const told = await next(world.conversation(), state, { edit: undo === 'lock' });
      expect(sim.messages(told.thread).at(-1)?.text).toContain('eva moved it');
    }
  });

  test('needs no permission to read what was said before', async () => {
    const { sim } = world;
    sim.deny('general', bit.READ_MESSAGE_HISTORY | bit.CREATE_PUBLIC_THREADS);
    const state = await next(world.conversation());
    const told = await next(world.conversation(), state);
    expect(sim.messages('general').map(({ repliesTo }) => repliesTo)).toEqual(['', '']);
    expect(told.thread).toBe(world.room);
  });

  test('of another bot that the team had before is posted anew', async () => {
    const { id } = world.sim.as('eva').post('general', 'not ours');
    const state = await next(world.conversation(), { message: id, thread: id });
    expect(state.message).not.toBe(id);
  });

  test('that the bot may not see any more is refused for good', async () => {
    const { sim } = world;
    const state = await next(world.conversation());
    sim.deny('general', bit.VIEW_CHANNEL);
    await expect(next(world.conversation(), state)).rejects.toMatchObject({
      ...{ code: 'discord-forbidden', retry: { when: 'never' } },
    });
  });
});

describe('a card in a thread', () => {
  function openThread(): string {
    return world.sim.as('eva').opensThread('general', 'Pumps').id;
  }

  test('stays there, and its news say which card they are about', async () => {
    const thread = openThread();
    const state = await next(world.conversation(thread));
    expect(await next(world.conversation(thread), state)).toEqual(state);
    const [card, news] = world.sim.messages(thread);
    expect([card?.id, news?.repliesTo]).toEqual([state.message, state.message]);
    expect(news?.text).toContain('**[#42 Fix the pump](<https://board.example.org/b/1/card-1>)**');
    expect(world.sim.messages('general')).toEqual([]);
  });

  test('is put right also while the thread sleeps', async () => {
    const thread = openThread();
    const state = await next(world.conversation(thread));
    world.sim.world.passTime(30 * 24 * 3_600_000);
    const { face } = showing('x');
    await next(world.conversation(thread), state, { news: [], face: { ...face, column: 'Doing' } });
    expect(world.sim.messages(thread)[0]?.text).toContain('Doing');
  });

  test('goes on in the channel when moderators have locked the thread', async () => {
    const { sim } = world;
    const thread = openThread();
    const state = await next(world.conversation(thread));
    const locked = sim.world.channel(thread).thread;
    if (locked) locked.locked = true;
    const anew = await next(world.conversation(thread), state);
    expect(sim.messages('general').map(({ id }) => id)).toEqual([anew.message]);
    expect(sim.messages(anew.thread)).toHaveLength(1);
    expect(await next(world.conversation(thread), anew)).toEqual(anew);
  });

  test.each(['locked', 'deleted', 'closed to the bot'])(
    'that is private and %s is told nowhere else',
    async (undone) => {
      const { sim } = world;
      const { id, thread } = sim.as('eva').opensThread('general', 'Secret', { private: true });
      thread?.members.add(sim.bot.id);
      const state = await next(world.conversation(id));
      if (undone === 'deleted') sim.as('owner').deletesChannel(id);
      else if (undone === 'locked' && thread) thread.locked = true;
      else thread?.members.delete(sim.bot.id);
      await expect(next(world.conversation(id), state)).rejects.toMatchObject({ retry: { when: 'never' } });
      expect(sim.messages('general')).toEqual([]);
    },
  );
});

test('in a direct conversation news answer the card, at the price of one try', async () => {
  const { sim, channel } = world;
  const conversation = await channel.directWith(sim.as('tom').user.id);
  const state = await next(conversation);
  const told = await next(conversation, state);
  expect(await next(conversation, told)).toEqual(told);
  const [, ...news] = sim.messages(sim.direct('tom').id);
  expect(news.map(({ repliesTo }) => repliesTo)).toEqual([state.message, state.message]);
});

test('a deleted card loses its buttons, and its last news are found again although they carry no mark', async () => {
  const { sim } = world;
  const state = await next(world.conversation());
  await next(world.conversation(), state);
  const gone = { ...showing('x').face, state: 'deleted' } as const;
  const last: Happening = { id: 'h2', kind: 'delete', who: 'eva', at: 2 };
  const lookSince = new Date(sim.world.now());
  const deleted = { id: 'gone', face: gone, news: [last], last };
  await next(world.conversation(), state, deleted);
  sim.world.passTime(3 * 3_600_000);
  await next(world.conversation(), state, { ...deleted, lookSince });
  expect(sim.messages('general')[0]?.buttons).toEqual([]);
  expect(sim.messages(state.thread).map(({ text }) => text)).toEqual([
    ...['eva moved it from **To Do** to **Doing**', 'eva deleted it'],
  ]);
});

test('what is looked for is found behind hundreds of other messages', async () => {
  const { sim } = world;
  const lookSince = new Date(sim.world.now());
  for (let message = 0; message < 250; message += 1) sim.as('eva').post('general', `${message}`);
  const first = { id: 'the first' };
  const state = await next(world.conversation(), undefined, first);
  sim.world.passTime(3 * 3_600_000);
  expect(await next(world.conversation(), undefined, { ...first, lookSince })).toEqual(state);
});

test('what is looked for is found by a clock of ours that is minutes ahead of Discord’s', async () => {
  const { sim } = world;
  const lookSince = new Date(sim.world.now() + 299_000);
  const first = { id: 'the first' };
  const state = await next(world.conversation(), undefined, first);
  // Until Discord has forgotten the nonce.
  sim.world.passTime(4 * 60_000);
  expect(await next(world.conversation(), undefined, { ...first, lookSince })).toEqual(state);
});

test('every body that was sent allows no mention, edits as well', async () => {
  const { sim, channel } = world;
  const to = { handle: {}, conversation: world.conversation(), person: sim.as('tom').user.id, at: 0 };
  const face = { ...showing('x').face, title: `@everyone <@${to.person}>` };
  const said: Happening = { ...move, kind: 'comment', comment: `@everyone <@${to.person}>` };
  const state = await next(world.conversation(), undefined, { face });
  await next(world.conversation(), state, { face, news: [said] });
  await channel.answer(to, [{ key: 'not-found', values: { card: face.title } }], 'answer');
  const bodies = sim.requests
    .filter(
      ({ method, path }) => method !== 'GET' && path.includes('/messages') && !path.endsWith('/threads'),
    )
    .map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(3);
  for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  expect(sim.pings('tom')).toEqual([]);
});
