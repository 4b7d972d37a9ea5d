import { afterEach, describe, expect, test } from '@jest/globals';
import { CardwireError } from '../../../lib/domain/errors.ts';
import type { Happening } from '../../../schemas/delivery.ts';
import type { Fault } from '../../sims/faults.ts';
import { type DiscordWorld, showing, startWorld } from './world.ts';

let world: DiscordWorld;
afterEach(() => world.stop());

const news: Happening[] = [{ id: 'h1', kind: 'comment', step: 'added', who: 'eva', comment: 'Hi', at: 1 }];
const deliver = () => world.channel.deliver(showing(world.conversation()), undefined);

async function failureOf(promise: Promise<unknown>): Promise<CardwireError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CardwireError)) throw new Error('it did not fail as it should');
  return error;
}

describe('when Discord is in trouble', () => {
  test.each<[string, Fault, string]>([
    ['a 500', { kind: 'status', status: 500 }, 'discord-unavailable'],
    ['a page of a proxy', { kind: 'html' }, 'discord-not-understood'],
    ['an empty success', { kind: 'empty' }, 'discord-not-understood'],
    ['a connection that is cut', { kind: 'hang-up' }, 'http-unreachable'],
    ['no answer', { kind: 'hang' }, 'http-timeout'],
  ])('%s means later', async (_, fault, code) => {
    world = await startWorld(fault.kind === 'hang' ? { timeoutMs: 200 } : {});
    world.sim.faults.add(fault);
    expect(await failureOf(deliver())).toMatchObject({ code, retry: { when: 'later' } });
  });

  test('a rate limit says when, and nothing is called before', async () => {
    world = await startWorld();
    const { sim } = world;
    sim.faults.add({ kind: 'rate-limit', seconds: 1.25 });
    const wanted = { code: 'discord-busy', retry: { when: 'later', afterMs: 1_250 } };
    expect(await failureOf(deliver())).toMatchObject(wanted);
    const calls = sim.requests.length;
    expect(await failureOf(deliver())).toMatchObject({ code: 'discord-busy' });
    expect(sim.requests).toHaveLength(calls);
    sim.world.passTime(1_250);
    await deliver();
  });

  test('a bucket that is used up costs no refused call', async () => {
    world = await startWorld();
    const { sim } = world;
    sim.world.limits.bucket = { limit: 2, ms: 5_000 };
    await deliver();
    await deliver();
    expect(await failureOf(deliver())).toMatchObject({ code: 'discord-busy' });
    expect(sim.requests.map(({ status }) => status)).toEqual([200, 200]);
    expect(sim.invalid).toEqual([]);
  });

  test('a refused token is shown once, and work waits for a new one', async () => {
    world = await startWorld();
    const { sim, channel } = world;
    sim.application.token = 'another';
    for (let time = 0; time < 5; time += 1) {
      const wanted = { code: 'discord-unauthorized', retry: { when: 'later' } };
      expect(await failureOf(deliver())).toMatchObject(wanted);
      expect(await failureOf(channel.directWith(sim.as('tom').user.id))).toMatchObject(wanted);
    }
    expect(sim.requests).toHaveLength(1);
  });

  test('a ban is sat out', async () => {
    world = await startWorld();
    const { sim } = world;
    sim.faults.add({ kind: 'banned' });
    const wanted = { code: 'discord-shut-out', retry: { when: 'later', afterMs: 15 * 60_000 } };
    expect(await failureOf(deliver())).toMatchObject(wanted);
    sim.world.passTime(14 * 60_000);
    await failureOf(deliver());
    expect(sim.requests).toHaveLength(1);
    sim.world.passTime(60_000);
    await deliver();
  });

  test.each<[number, number, string]>([
    [404, 10_003, 'discord-not-found'],
    [404, 10_004, 'discord-not-found'],
    [403, 50_001, 'discord-forbidden'],
    [403, 50_013, 'discord-forbidden'],
    [403, 50_007, 'discord-direct-forbidden'],
    [400, 200_000, 'discord-text-forbidden'],
    [400, 50_035, 'discord-rejected'],
  ])('%i with code %i is refused for good as %s', async (status, code, expected) => {
    world = await startWorld();
    world.sim.faults.add({ kind: 'code', status, code });
    expect(await failureOf(deliver())).toMatchObject({ code: expected, retry: { when: 'never' } });
  });

  test.each([30_046, 40_062, 130_000])('code %i passes by itself', async (code) => {
    world = await startWorld();
    world.sim.faults.add({ kind: 'code', status: 400, code });
    expect(await failureOf(deliver())).toMatchObject({ code: 'discord-busy', retry: { when: 'later' } });
  });

  test.each<Fault['kind']>(['hang-up-after', 'status-after'])(
    'a post that was made although no answer came (%s) is found hours later, not made again',
    async (kind) => {
      world = await startWorld();
      const { channel, sim } = world;
      const fault: Fault = kind === 'status-after' ? { kind, status: 502 } : { kind: 'hang-up-after' };
      const first = showing(world.conversation(), { news });
      const lookSince = new Date(sim.world.now());
      sim.faults.add(fault, { method: 'POST', path: /\/messages$/ });
      await failureOf(channel.deliver(first, undefined));
      // Longer than a nonce is known.
      sim.world.passTime(3 * 3_600_000);
      sim.faults.add(fault, { method: 'POST', path: /\/threads$/ });
      await failureOf(channel.deliver({ ...first, lookSince }, undefined));
      sim.faults.add(fault, { method: 'POST', path: /\/messages$/ });
      await failureOf(channel.deliver({ ...first, lookSince }, undefined));
      sim.world.passTime(3 * 3_600_000);
      const state = await channel.deliver({ ...first, lookSince }, undefined);
      expect(sim.messages('general').map(({ id }) => id)).toEqual([state.message]);
      expect(sim.messages(state.thread).filter(({ content }) => content !== '')).toHaveLength(1);
    },
  );

  test('no token stands in an error or a log line', async () => {
    world = await startWorld();
    world.sim.faults.add({ kind: 'code', status: 400, code: 50_035 });
    const error = await failureOf(deliver());
    expect(JSON.stringify([error, error.stack, error.cause, world.lines])).not.toContain(
      world.sim.application.token,
    );
  });
});

test('a card that is shown, and told for the first time and then, costs 1, 3 and 2 calls', async () => {
  world = await startWorld();
  const { channel, sim } = world;
  const state = await deliver();
  const counts = [sim.requests.length];
  for (const id of ['s2', 's3']) {
    await channel.deliver(showing(world.conversation(), { id, news }), state);
    counts.push(sim.requests.length);
  }
  expect(counts).toEqual([1, 4, 6]);
});
