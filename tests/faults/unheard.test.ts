import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stableId } from '../../lib/domain/ids.ts';
import { showing, startMailWorld } from '../channels/email/mail-world.ts';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import { cardPost, cardPosts, look, opens, replies } from '../flows/sight.ts';
import { openHouse as openMemory } from '../histories/house.ts';
import { violationsOf } from '../histories/invariants.ts';
import { markOf } from '../histories/mattermost-views.ts';
import { toldOn } from './scan.ts';
import { failing } from './scripts.ts';

/** The chat has done what it was asked to do, and nobody of ours has heard it. */

describe('04 crash after the chat post, before the “done” record: no second post', () => {
  // A card opened, then a comment on it, in two rooms: a post and a reply in each.
  test.each([1, 2, 3, 4])('Mattermost, post %i', async (which) => {
    const house = await openMemory();
    const script = failing('chat POST /api/v4/posts', which, 'kill-done');
    await house.hands[0].chat('tom').command('square', '/card §OPS pump');
    await house.play(script);
    const card = house.worlds[0].boardWorld.cards.at(-1)?._id ?? '';
    house.clock.advanceTo(house.clock.now + 600_000);
    await house.hands[0].board('ann').comment(card, '§OPS drips');
    await house.play(script);
    expect(house.workers.passed.filter(({ fault }) => fault === 'kill-done')).toHaveLength(1);
    const parts = [...house.worlds[0].chat.posts.values()].map((post) => markOf(post)?.part);
    expect(parts.filter((part) => part === 'card')).toHaveLength(2);
    expect(parts.filter((part) => part === 'news')).toHaveLength(2);
    expect(violationsOf(house)).toEqual([]);
  });

  test('mail, where nothing can be looked up: at most one duplicate, counted', async () => {
    const world = await startMailWorld();
    const asked = showing(world.direct('eva@example.net'), {}, { title: '§Pump' });
    const { begin } = world.memory.mailSendings;
    // What the run knew dies with it: only that it began is in the table, where it may have sent the mail.
    await begin(stableId('ops', 'mail', asked.id));
    world.ses.fail({ kind: 'hang-up-after' }, 9);
    for (const _ of [1, 2, 3]) await world.channel.deliver(asked, undefined).catch(() => undefined);
    expect(world.ses.sent).toHaveLength(1);
    expect(world.lines.filter((line) => line.includes('mail-may-repeat'))).toHaveLength(1);
    expect(world.lines.join('\n')).not.toMatch(/§|@example/);
    await world.stop();
  });
});

describe('on the wire', () => {
  let all: DiscordHouse;
  beforeAll(async () => {
    all = await openDiscordHouse({ timeoutMs: 400 });
  });
  afterAll(() => all.stop());
  const rest = async () => {
    for (let times = 0; times < 4; times += 1) await all.house.lapse(60_000);
  };
  const onDiscord = (title: string) =>
    all.discord.messages('team').filter(({ text, buttons }) => buttons.length > 0 && text.includes(title));

  test.each([
    ['04 crash of the line after the chat post', 'done-then-reset', { kind: 'hang-up-after' }],
    ['05 chat API answers after our timeout but did the work', 'done-then-hang', { kind: 'slow', ms: 700 }],
  ] as const)('%s: no second post', async (row, mattermost, discord) => {
    const title = `§Unheard ${row.slice(0, 2)}`;
    const posts = /POST .*\/posts$/;
    all.house.mattermost.faults.next({ on: posts, kind: mattermost, times: 2 });
    all.discord.faults.add(discord, { method: 'POST', path: /\/messages$/ });
    await all.house.mattermost.as('tom').command('town-square', `/card ${title}`);
    await rest();
    const card = all.house.wekan.world.cards.at(-1);
    expect(onDiscord(title)).toHaveLength(1);

    all.house.mattermost.faults.next({ on: posts, kind: mattermost, times: 2 });
    all.discord.faults.add(discord, { method: 'POST', path: /\/messages$/ });
    await all.house.wekan.asUser('ann').comment(card?._id ?? '', `§said ${row.slice(0, 2)}`);
    await rest();
    for (const room of ['town-square', 'team']) {
      // `cardPost` fails on a second living message.
      expect(replies(all.house, cardPost(all.house, room, title))).toEqual([
        `ann commented:\n> §said ${row.slice(0, 2)}`,
      ]);
    }
    const thread = all.discord.messages(onDiscord(title)[0]?.thread ?? '').map(({ text }) => text);
    expect(thread.filter((text) => text.includes('§said'))).toHaveLength(1);
    all.house.mattermost.faults.clear();
    all.discord.faults.clear();
  });

  test('05 the same for an edit', async () => {
    const { card, post } = await opens(all.house, 'tom', '§Edited unheard');
    await rest();
    all.house.mattermost.faults.next({ on: /\/patch$/, kind: 'done-then-hang', times: 2 });
    all.discord.faults.add({ kind: 'slow', ms: 700 }, { method: 'PATCH', path: /\/messages\// });
    await all.house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await rest();
    expect(look(post).fields.Column).toBe('Doing');
    expect(replies(all.house, post)).toHaveLength(1);
    expect(onDiscord('§Edited unheard').map(({ text }) => text.includes('Doing'))).toEqual([true]);
    expect(cardPosts(all.house, 'town-square')).toHaveLength(3);
  });

  test('27 log scan during the rows above', () => {
    expect(toldOn(all.house, { 'the Discord bot’s token': all.discord.application.token })).toEqual([]);
    expect(all.house.logged).toEqual([]);
    expect(all.discord.world.problems).toEqual([]);
  });
});
