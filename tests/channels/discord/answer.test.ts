import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReplyTo } from '../../../lib/channels/channel.ts';
import { say } from '../../../lib/domain/say.ts';
import { interact } from '../../sims/discord/interactions.ts';
import { type OpenServer, openServer } from '../../sims/open-server.ts';
import { type DiscordWorld, startWorld } from './world.ts';

let world: DiscordWorld;
let door: OpenServer;
beforeEach(async () => {
  world = await startWorld();
  // Answers as our door does: a command is deferred privately, a click silently.
  door = await openServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { type } = JSON.parse(body) as { readonly type: number };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(type === 3 ? { type: 6 } : { type: 5, data: { flags: 64 } }));
  }, 0);
  world.sim.application.endpoint = door.url;
});
afterEach(async () => {
  await door.stop();
  await world.stop();
});

const minute = 60_000;
const lines = [say('not-found', { card: '#7' })];
const answered = 'I do not find #7.';

/** What tom did, and where he is answered. */
async function asks(type: 2 | 3 = 2): Promise<ReplyTo> {
  const { sim, room } = world;
  const tom = sim.as('tom').user.id;
  const source = type === 3 ? sim.as('eva').post('general', 'a card').id : '';
  const at = sim.world.now();
  const { token } = await interact(sim.world, { type, user: tom, channel: sim.general, data: {}, source });
  const handle = type === 3 ? { token, followUp: true } : { token };
  return { handle, conversation: `discord:talk:${room}:`, person: tom, at };
}

const shown = () => world.sim.ephemerals('tom').map(({ text, loading }) => (loading ? 'thinking' : text));
const direct = () => world.sim.messages(world.sim.direct('tom').id);

describe('the answer to a command', () => {
  test('comes in place of the waiting, and is seen by one person alone', async () => {
    const to = await asks();
    expect(shown()).toEqual(['thinking']);
    await world.channel.answer(to, lines, 'a');
    await world.channel.answer(to, lines, 'a');
    expect(shown()).toEqual([expect.stringContaining(answered)]);
    expect([direct(), world.sim.messages('general')]).toEqual([[], []]);
  });

  test('with nothing to say only puts the waiting away, once or twice', async () => {
    const to = await asks();
    await world.channel.answer(to, [], 'a');
    await world.channel.answer(to, [], 'a');
    expect([shown(), direct()]).toEqual([[], []]);
  });

  test('that is quicker than the waiting comes back soon, and is not lost', async () => {
    const { sim, channel } = world;
    sim.world.race = 3_000;
    const to = await asks();
    for (const said of [lines, []]) {
      await expect(channel.answer(to, said, 'a')).rejects.toMatchObject({
        ...{ code: 'discord-answer-early', retry: { when: 'later', afterMs: 1_500 } },
      });
    }
    sim.world.passTime(3_000);
    await channel.answer(to, lines, 'a');
    expect(shown()).toEqual([expect.stringContaining(answered)]);
  });

  test('goes on in a direct message when Discord never gets to know its own waiting', async () => {
    const { sim, channel } = world;
    sim.world.race = 60 * minute;
    const to = await asks();
    let calls = 0;
    for (let wait = 0; wait < 12_000; wait += 1_500) {
      const done = await channel.answer(to, lines, 'a').then(
        () => true,
        () => false,
      );
      calls += 1;
      if (done) break;
      sim.world.passTime(3_500);
    }
    expect(calls).toBeLessThanOrEqual(4);
    expect(direct().map(({ text }) => text)).toEqual([expect.stringContaining(answered)]);
    await channel.answer(to, [], 'a');
  });

  test.each([
    ['after fourteen minutes', 14 * minute, 0],
    ['also where our clock is behind', 15 * minute, 14 * minute],
  ])('is a direct message %s, said once', async (_, passed, behind) => {
    const { sim, channel } = world;
    const { at, ...rest } = await asks();
    sim.world.passTime(passed);
    const to = { ...rest, at: at + behind };
    await channel.answer(to, lines, 'a');
    sim.world.passTime(60 * minute);
    await channel.answer(to, lines, 'a');
    expect(direct().map(({ text }) => text)).toEqual([expect.stringContaining(answered)]);
  });

  test('is a direct message when the person has put the waiting away', async () => {
    const to = await asks();
    for (const message of world.sim.world.messages.values()) message.deleted = true;
    await world.channel.answer(to, lines, 'a');
    expect(direct()).toHaveLength(1);
  });

  test('of a person who takes no direct messages is a refusal, and no trouble', async () => {
    const { sim, channel } = world;
    const to = await asks();
    sim.world.passTime(20 * minute);
    sim.world.user('tom').dms = false;
    await expect(channel.answer(to, lines, 'a')).rejects.toMatchObject({ retry: { when: 'never' } });
    await channel.answer(to, [], 'a');
  });

  test('a dead interaction does not make the bot think that its own token is dead', async () => {
    const { sim, channel } = world;
    const to = await asks();
    await channel.answer({ ...to, handle: { token: 'garbage' } }, lines, 'a');
    expect(direct()).toHaveLength(1);
    expect(sim.requests.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  test('that is longer than a message goes into embeds, whole lines together', async () => {
    const list = Array.from({ length: 60 }, (_, at) =>
      say('card-description', { description: `card ${at} `.repeat(10) }),
    );
    const to = await asks();
    await world.channel.answer(to, lines, 'waiting');
    await world.channel.answer(to, list, 'a');
    const [text = ''] = shown();
    expect(text).toContain('card 59');
    expect(text).not.toContain('#7');
    await world.channel.answer(to, lines, 'b');
    expect(shown()).toEqual([expect.stringContaining(answered)]);
  });

  test('gives back whatever fits into a form, and closes a block that is cut', async () => {
    const to = await asks();
    const back = (text: string) => [say('comment-empty'), say('you-wrote', { text })];
    await world.channel.answer(to, back('ä'.repeat(4_000)), 'a');
    expect(shown()[0]).toContain('ä'.repeat(4_000));
    await world.channel.answer(to, back('ä'.repeat(9_000)), 'a');
    expect(shown()[0]?.endsWith('…\n```')).toBe(true);
  });

  test('gives back a whole form, in blocks that are closed and opened again', async () => {
    const to = await asks();
    const text = Array.from({ length: 700 }, (_, at) => `w${1000 + at} `).join('');
    await world.channel.answer(
      to,
      [say('comment-empty'), say('you-wrote', { text: `${text}${text.slice(0, 900)}end` })],
      'a',
    );
    const [told = ''] = shown();
    expect(told.replaceAll(/\n```\n```\n/g, '')).toContain(`${text}${text.slice(0, 900)}end\n\`\`\``);
    await world.channel.answer(to, [say('you-wrote', { text: '`'.repeat(9_000) })], 'b');
    expect(shown()[0]?.endsWith('…\n```')).toBe(true);
  });

  test('a long one is said once as a direct message, too', async () => {
    const { sim, channel } = world;
    const to = await asks();
    sim.world.passTime(20 * minute);
    const long = [say('card-description', { description: 'ä'.repeat(3_000) })];
    await channel.answer(to, long, 'a');
    sim.world.passTime(60 * minute);
    await channel.answer(to, long, 'a');
    expect(direct()).toHaveLength(1);
  });
});

describe('the answer to a click', () => {
  test('is a message of its own that one person sees, and the card stays', async () => {
    const to = await asks(3);
    await world.channel.answer(to, lines, 'a');
    expect(shown()).toEqual([expect.stringContaining(answered)]);
    expect(world.sim.messages('general').map(({ text }) => text)).toEqual(['a card']);
  });

  test('with nothing to say leaves the card alone', async () => {
    const to = await asks(3);
    const calls = world.sim.requests.length;
    await world.channel.answer(to, [], 'a');
    expect(world.sim.messages('general').map(({ text }) => text)).toEqual(['a card']);
    expect(world.sim.requests).toHaveLength(calls);
  });
});
