import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Showing, ThreadState } from '../../../lib/channels/channel.ts';
import type { Happening } from '../../../schemas/delivery.ts';
import type { FaultMatch } from '../../sims/faults.ts';
import { type DiscordWorld, showing, startWorld } from './world.ts';

let world: DiscordWorld;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const said: Happening = { id: 'h1', kind: 'comment', step: 'added', who: 'eva', comment: 'Hi', at: 1 };

/** Every call of a showing, by the place it is shown in. */
const calls: Readonly<Record<string, readonly FaultMatch[]>> = {
  channel: [
    { method: 'POST', path: /^\/channels\/\d+\/messages$/ },
    { method: 'PATCH', path: /\/messages\/\d+$/ },
    { method: 'POST', path: /\/threads$/ },
  ],
  thread: [
    { method: 'POST', path: /^\/channels\/\d+\/messages$/ },
    { method: 'PATCH', path: /\/messages\/\d+$/ },
  ],
  direct: [
    { method: 'POST', path: /^\/channels\/\d+\/messages$/ },
    { method: 'PATCH', path: /\/messages\/\d+$/ },
  ],
};

async function conversationIn(place: string): Promise<string> {
  const { sim, channel, conversation } = world;
  if (place === 'direct') return channel.directWith(sim.world.user('tom').id);
  return conversation(place === 'thread' ? sim.as('eva').opensThread('general', 'Pumps').id : '');
}

/** Shows until it works, as the queue does: hours apart, looking back to the first try. */
async function persist(what: Showing, state: ThreadState | undefined): Promise<ThreadState> {
  const lookSince = new Date(world.sim.world.now());
  for (let attempt = 0; attempt < 6; attempt += 1) {
    try {
      return await world.channel.deliver(attempt === 0 ? what : { ...what, lookSince }, state);
    } catch {
      world.sim.world.passTime(3 * 3_600_000);
    }
  }
  throw new Error('it never worked');
}

const kills = Object.entries(calls).flatMap(([place, matches]) =>
  matches.flatMap((match) =>
    (['hang-up', 'hang-up-after'] as const).flatMap((kind) =>
      [1, 2].map((times) => ({ place, match, kind, times, name: `${match.method} ${match.path?.source}` })),
    ),
  ),
);

describe('a run that dies is finished by the next one', () => {
  test.each(kills)('in a $place: $times × $kind at $name', async ({ place, match, kind, times }) => {
    const { sim } = world;
    const conversation = await conversationIn(place);
    const before = new Set(sim.world.messages.keys());
    sim.faults.add({ kind }, { ...match, times });
    const state = await persist(showing(conversation, { id: 'one', news: [said] }), undefined);
    sim.faults.clear();
    sim.faults.add({ kind }, { ...match, times });
    const next = await persist(showing(conversation, { id: 'two', news: [said] }), state);
    expect(next).toEqual(state);
    const made = [...sim.world.messages.values()].filter(
      ({ id, type, author }) => !before.has(id) && type !== 21 && author === sim.bot.id,
    );
    expect(made.map(({ embeds }) => embeds.length)).toEqual([1, 0, 0]);
  });
});
