import { afterEach, describe, expect, test } from '@jest/globals';
import { CardwireError } from '../../../lib/domain/errors.ts';
import type { Happening } from '../../../schemas/delivery.ts';
import type { Fault } from '../../sims/mattermost/faults.ts';
import { type MattermostWorld, showing, startWorld } from './world.ts';

let world: MattermostWorld;
afterEach(() => world.stop());

const news: Happening[] = [{ id: 'h1', kind: 'comment', step: 'added', who: 'eva', comment: 'Hi', at: 1 }];

async function failureOf(promise: Promise<unknown>): Promise<CardwireError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CardwireError)) throw new Error('it did not fail as it should');
  return error;
}

describe('when Mattermost is in trouble', () => {
  test.each<[string, Fault['kind'], string]>([
    ['a 500', { status: 500 }, 'mattermost-unavailable'],
    ['a page of a proxy', 'html', 'mattermost-unavailable'],
    ['an empty success', 'empty', 'mattermost-not-understood'],
    ['a connection that is cut', 'reset', 'http-unreachable'],
    ['no answer', 'hang', 'http-timeout'],
    ['a refused token', { status: 401 }, 'mattermost-unauthorized'],
  ])('%s means later', async (_, kind, code) => {
    world = await startWorld({ timeoutMs: 200 });
    world.sim.faults.next({ kind });
    const error = await failureOf(world.channel.deliver(showing(world.conversation()), undefined));
    expect(error).toMatchObject({ code, retry: { when: 'later' } });
  });

  test('a rate limit says when, although its headers come twice', async () => {
    world = await startWorld();
    world.sim.faults.next({ kind: 'rate-limit' });
    const error = await failureOf(world.channel.deliver(showing(world.conversation()), undefined));
    expect(error).toMatchObject({ code: 'mattermost-busy', retry: { when: 'later', afterMs: 1000 } });
  });

  test('a thread that was moved into another room is as good as gone', async () => {
    world = await startWorld();
    const { channel, sim } = world;
    const { id } = sim.as('tom').post('town-square', 'The pump is broken');
    const state = await channel.deliver(showing(world.conversation(id)), undefined);
    expect(sim.world.postsIn('ops').map((post) => [post.id, post.root_id])).toEqual([[state.message, '']]);
  });

  test.each<Fault['kind']>(['done-then-hang', 'done-then-reset'])(
    'a post that was made although no answer came (%s) is found, not made again',
    async (kind) => {
      world = await startWorld({ timeoutMs: 200 });
      const { channel, sim } = world;
      const first = showing(world.conversation(), { news });
      const lookSince = new Date(sim.world.now());
      sim.faults.next({ kind, on: /POST .*\/posts$/ });
      await failureOf(channel.deliver(first, undefined));
      // Longer than the server remembers a pending_post_id.
      sim.world.passTime(60_000);
      sim.faults.next({ kind, on: /POST .*\/posts$/ });
      await failureOf(channel.deliver({ ...first, lookSince }, undefined));
      sim.world.passTime(60_000);
      const state = await channel.deliver({ ...first, lookSince }, undefined);
      const posts = sim.world.postsIn('ops');
      expect(posts.map(({ root_id }) => root_id)).toEqual(['', state.message]);
    },
  );

  test('a room that the bot was put out of is refused for good', async () => {
    world = await startWorld();
    world.sim.world.channel('ops').members.delete(world.sim.bot.id);
    const error = await failureOf(world.channel.deliver(showing(world.conversation()), undefined));
    expect(error).toMatchObject({ code: 'mattermost-forbidden', retry: { when: 'never' } });
  });

  test('a room that was archived is not found any more, for what is new there and for what stands there', async () => {
    world = await startWorld();
    const { channel, sim } = world;
    const state = await channel.deliver(showing(world.conversation()), undefined);
    sim.world.channel('ops').archived = true;
    const gone = { code: 'mattermost-not-found', retry: { when: 'never' } };
    expect(await failureOf(channel.deliver(showing(world.conversation()), undefined))).toMatchObject(gone);
    expect(await failureOf(channel.deliver(showing(world.conversation()), state))).toMatchObject(gone);
  });

  test('where bots may not edit, the message stays as it is and the news are said', async () => {
    world = await startWorld();
    const { channel, sim } = world;
    const state = await channel.deliver(showing(world.conversation()), undefined);
    sim.faults.next({ kind: { status: 403 }, on: /PUT .*\/patch/ });
    expect(await channel.deliver(showing(world.conversation(), { id: 's2', news }), state)).toEqual(state);
    expect(sim.world.postsIn('ops')).toHaveLength(2);
    expect(world.lines.join('')).toContain('edit-not-allowed');
  });

  test('no token stands in an error or a log line', async () => {
    world = await startWorld();
    world.sim.faults.next({ kind: { status: 400 } });
    const error = await failureOf(world.channel.deliver(showing(world.conversation()), undefined));
    expect(JSON.stringify([error, error.stack, error.cause, world.lines])).not.toContain(
      world.sim.tokens.bot,
    );
  });
});

test('a card that is shown, changed and told costs two calls each', async () => {
  world = await startWorld();
  const { channel, sim } = world;
  const state = await channel.deliver(showing(world.conversation()), undefined);
  const before = sim.requests.length;
  await channel.deliver(showing(world.conversation(), { id: 's2', news }), state);
  expect([before, sim.requests.length - before]).toEqual([1, 2]);
});
