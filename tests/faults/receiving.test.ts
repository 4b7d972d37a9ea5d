import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from '../flows/house.ts';
import { cardPost, look, opens, replies } from '../flows/sight.ts';
import { calm, openHouse as openMemory } from '../histories/house.ts';
import { violationsOf } from '../histories/invariants.ts';
import { markOf } from '../histories/mattermost-views.ts';
import { recommendedAttributes } from '../sims/wekan/payload.ts';
import { toldOn } from './scan.ts';
import { dice } from './scripts.ts';
import { letQueuesForget } from './waiting.ts';

const HOUR = 3_600_000;

describe.each([
  ['with an id of their own', { wekan: { attributes: recommendedAttributes } }],
  ['without one', {}],
])('webhooks %s', (_how, options) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(undefined, options);
    letQueuesForget(house);
  });
  afterAll(() => house.stop());
  const rest = () => house.lapse(60_000);
  const ann = () => house.wekan.asUser('ann');
  /** What both rooms show of a card, and how often that was written. */
  const seen = (title: string) =>
    ['town-square', 'team'].map((room) => {
      const post = cardPost(house, room, title);
      return { ...look(post), said: replies(house, post), edited: post.edit_at };
    });
  /** What the board sends now, held back. */
  async function heldBack(act: () => Promise<unknown>) {
    const [hook] = house.wekan.world.integrations;
    if (!hook) throw new Error('no webhook');
    const { url } = hook;
    hook.url = `${house.doorsUrl}/nowhere`;
    const from = house.wekan.hooks.sent.length;
    await act();
    hook.url = url;
    return house.wekan.hooks.sent.slice(from).map((sent) => ({ ...sent, url }));
  }

  test('01 same board webhook twice, 1 ms apart, two Lambdas: one message per target, both calls 2xx', async () => {
    const { card } = await opens(house, 'tom', '§Twice at once');
    const [hook] = await heldBack(() => ann().comment(card._id, '§once'));
    if (!hook) throw new Error('nothing was sent');
    await Promise.all([house.wekan.hooks.repeat(hook), house.wekan.hooks.repeat(hook)]);
    expect(house.wekan.hooks.sent.slice(-2).map(({ status }) => status)).toEqual([200, 200]);
    await rest();
    await rest();
    for (const { said } of seen('§Twice at once')) expect(said).toEqual(['ann commented:\n> §once']);
  });

  test('02 same webhook again after 6 min and after 25 h: suppressed, and when that is forgotten, stopped by revision', async () => {
    const { card } = await opens(house, 'tom', '§Again');
    await ann().moveCard(card._id, 'Doing');
    const hook = house.wekan.hooks.sent.at(-1);
    if (!hook) throw new Error('nothing was sent');
    await rest();
    const before = seen('§Again');
    expect(before.map(({ said }) => said.length)).toEqual([1, 1]);
    for (const later of [6 * 60_000, 25 * HOUR]) {
      house.pass(later);
      await house.wekan.hooks.repeat(hook);
      await rest();
      expect(seen('§Again')).toEqual(before);
    }
    // More than a thread remembers: now only what the card looks like can tell.
    for (let count = 0; count < 18; count += 1) {
      await ann().moveCard(card._id, count % 2 ? 'Doing' : 'Review');
      await rest();
    }
    const much = seen('§Again');
    house.pass(25 * HOUR);
    await house.wekan.hooks.repeat(hook);
    await rest();
    expect(seen('§Again')).toEqual(much);
  });

  test('02 the same for what somebody said: told once, however much was said since', async () => {
    const { card } = await opens(house, 'tom', '§Said');
    await ann().comment(card._id, '§the first');
    const hook = house.wekan.hooks.sent.at(-1);
    if (!hook) throw new Error('nothing was sent');
    await rest();
    for (let count = 0; count < 18; count += 1) {
      await ann().comment(card._id, `§more ${count}`);
      await rest();
    }
    house.pass(25 * HOUR);
    await house.wekan.hooks.repeat(hook);
    await rest();
    for (const { said } of seen('§Said')) {
      expect(said.filter((text) => text.includes('§the first'))).toHaveLength(1);
      expect(said.at(-1)).toContain('§more 17');
    }
  });

  test('03 events of one card arrive 3, 1, 2: what is shown ends at 3, and 1 and 2 are no news', async () => {
    const { card } = await opens(house, 'tom', '§Disorder');
    const hooks = await heldBack(async () => {
      for (const column of ['Doing', 'Review', 'Done']) await ann().moveCard(card._id, column);
    });
    const [first, second, third] = hooks;
    for (const hook of [third, first, second]) {
      if (hook) await house.wekan.hooks.repeat(hook);
      await rest();
    }
    for (const { fields, said } of seen('§Disorder')) {
      expect(fields.Column).toBe('Done');
      expect(said).toEqual([expect.stringMatching(/to \*\*Done\*\*$/)]);
    }
  });

  test('23 five moves in 10 s: one living message, the final column, the history on demand', async () => {
    const { card } = await opens(house, 'tom', '§Hurry');
    for (const column of ['Doing', 'Review', 'To Do', 'Review', 'Done']) {
      await ann().moveCard(card._id, column);
      await house.lapse(1_900);
    }
    await rest();
    await rest();
    // `cardPost` fails on a second living message.
    for (const { fields, said } of seen('§Hurry')) {
      expect(fields.Column).toBe('Done');
      expect(said.length).toBeLessThanOrEqual(2);
      expect(said.at(-1)).toMatch(/to \*\*Done\*\*$/);
    }
  });

  test('27 log scan during the rows above', () => {
    expect(toldOn(house)).toEqual([]);
    expect(house.logged).toEqual([]);
  });
});

test('01 same board webhook twice, two Lambdas at work on it at once, whichever goes first at each step', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const house = await openMemory();
    await house.hands[0].chat('tom').command('square', '/card §OPS pump');
    await house.play(calm);
    house.clock.advanceTo(house.clock.now + 60_000);
    const card = house.worlds[0].boardWorld.cards.at(-1)?._id ?? '';
    await house.hands[0].board('ann').comment(card, `§OPS twice ${seed} end`);
    const { body = '' } = house.queues.taken.at(-1) ?? {};
    // Another group is what an expired visibility is: a second run that knows nothing of the first one.
    house.queues.execute(
      new SendMessageCommand({
        ...{ QueueUrl: 'http://sqs.test/events', MessageBody: body },
        ...{ MessageGroupId: 'another', MessageDeduplicationId: 'another' },
      }),
    );
    await house.play(dice(seed));
    const told = [...house.worlds[0].chat.posts.values()].filter(
      (post) => markOf(post)?.part === 'news' && post.message.includes(`twice ${seed} end`),
    );
    expect({ seed, rooms: told.map(({ channel_id }) => channel_id).toSorted() }).toEqual({
      seed,
      rooms: ['idofsquare', 'idofteam'],
    });
    expect({ seed, violations: violationsOf(house) }).toEqual({ seed, violations: [] });
  }
});
