import { expect, test } from '@jest/globals';
import { bit } from '../sims/discord/permissions.ts';
import { openDiscordScene } from './discord-scene.ts';

/** Tom's card `#2` in the square; in dev the bot may not write. */
async function withCard() {
  const scene = await openDiscordScene();
  const { world } = scene.discord;
  await scene.types('tom', 'square', '/card create', { title: 'Pump' });
  const deny = bit.SEND_MESSAGES;
  world.channel('dev').overwrites.set(world.application.bot, { type: 'member', allow: 0n, deny });
  const followers = async () => {
    const card = scene.wekan.world.cards.at(-1)?._id as never;
    const record = await scene.house.store.cards.get({ team: 'lab', board: 'main', card });
    return (record?.followers ?? []).map(({ person }) => person).slice(1);
  };
  const follows = () => scene.types('ann', 'dev', '/card follow', { card: '#2', here: true });
  return { scene, followers, follows, ann: world.user('ann').id };
}

test('where the bot may not write, to follow is to follow alone, and the answer says why', async () => {
  const { followers, follows, ann } = await withCard();
  const [told = '', ...more] = await follows();
  expect(told).toMatch(
    /^You follow #2 now: [\s\S]*\nI may not write in this channel, so I tell you about #2/,
  );
  expect([more, await followers()]).toEqual([[], [ann]]);
});

test('where it may not write to the person either, nothing follows, and that is said', async () => {
  const { scene, followers, follows } = await withCard();
  // Discord knows no such user, as far as the bot may know.
  scene.fails(({ label }) => (/users\/@me\/channels$/.test(label) ? 'unknown-webhook' : 'none'));
  expect(await follows()).toEqual([
    expect.stringMatching(
      /^I may not write in this channel, and cannot open a direct message with you either: what happens to #2 shows/,
    ),
  ]);
  expect(await followers()).toEqual([]);
});
