import { describe, expect, test } from '@jest/globals';
import { cardPost, look, opens, replies, said } from '../flows/sight.ts';
import type { Travel } from '../histories/board-side.ts';
import type { SimPerson } from '../sims/wekan/person.ts';
import { openDiscordScene } from './discord-scene.ts';
import { openScene, type Scene, says } from './scene.ts';

const MINUTE = 60_000;
const lost: Travel = { arrivesAfter: [], fault: 'none' };
const room = (scene: Scene, name: string) => scene.mattermost.world.channel(name);
const refuses = (scene: Scene, ...names: readonly string[]) => {
  const { channels } = scene.mattermost.world;
  for (const name of names) {
    const channel = room(scene, name);
    channel.members.delete('idofbot');
    channels.set(channel.id, { ...channel, type: 'P' });
  }
};
const invites = (scene: Scene, name: string) => room(scene, name).members.add('idofbot');
const paused = (scene: Scene) => scene.house.store.paused.list(scene.world.id);

/** Two cards of Tom's, `#2` and `#3`, in the square; Ann has told dev to follow both. */
async function withFollowers(scene: Scene) {
  const ids: string[] = [];
  for (const title of ['First', 'Second']) {
    ids.push((await opens(scene, 'tom', title, { room: 'square' })).card._id);
    await says(scene, 'ann', `follow #${ids.length + 1} here`, { room: 'dev' });
  }
  await scene.lapse(MINUTE);
  const does = async (doing: (bob: SimPerson, id: string) => Promise<unknown>, at = 0, travel?: Travel) => {
    await scene.act('bob', (bob) => doing(bob, ids[at] ?? ''), travel);
    await scene.lapse(MINUTE);
  };
  const inDev = (title: string) => replies(scene, cardPost(scene, 'dev', title));
  return { does, inDev };
}

describe('what was said on a card while a room was paused', () => {
  test('is told there by its number, aloud, on the card that wakes it and on others', async () => {
    const scene = await openScene();
    const { does, inDev } = await withFollowers(scene);
    refuses(scene, 'dev');
    await does((bob, id) => bob.comment(id, 'one'));
    await does((bob, id) => bob.comment(id, 'two'));
    await does((bob, id) => bob.moveCard(id, 'Doing'));
    await does((bob, id) => bob.comment(id, 'three'), 1);
    invites(scene, 'dev');
    await says(scene, 'ann', 'move #2 review', { room: 'dev' });
    expect(inDev('First')).toEqual(['Caught up: 2 comments']);
    expect(inDev('Second')).toEqual(['Caught up: one comment']);
    expect(look(cardPost(scene, 'dev', 'First')).fields.Column).toBe('Review');
    expect(await paused(scene)).toEqual([]);
  });

  test('and deleted is counted as said, the deletion not; what was found by looking counts as many', async () => {
    const scene = await openScene();
    const { does, inDev } = await withFollowers(scene);
    await scene.lapse(10 * MINUTE);
    await scene.house.sweep();
    await scene.lapse(10 * MINUTE);
    refuses(scene, 'dev');
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six'])
      await does((bob, id) => bob.comment(id, text), 0, lost);
    await scene.house.sweep();
    await scene.lapse(10 * MINUTE);
    await does((bob) => bob.deleteComment(scene.wekan.world.comments[0]?._id ?? ''));
    await does((bob, id) => bob.moveCard(id, 'Doing'), 1);
    invites(scene, 'dev');
    await says(scene, 'ann', 'move #3 review', { room: 'dev' });
    expect(inDev('First')).toEqual(['Caught up: 6 comments']);
    expect(inDev('Second')).toEqual([]);
  });

  test('and edited is told as such, beside what was new', async () => {
    const scene = await openScene();
    const { does, inDev } = await withFollowers(scene);
    await does((bob, id) => bob.comment(id, 'one'));
    const heard = inDev('First').length;
    refuses(scene, 'dev');
    const first = () => scene.wekan.world.comments[0]?._id ?? '';
    await does((bob) => bob.editComment(first(), 'One'));
    await does((bob, id) => bob.comment(id, 'two'));
    await does((bob) => bob.editComment(first(), 'One!'));
    invites(scene, 'dev');
    await says(scene, 'ann', 'move #3 review', { room: 'dev' });
    expect(inDev('First').slice(heard)).toEqual(['Caught up: 2 comments edited, one comment']);
  });

  test('is not told once more after it', async () => {
    const scene = await openScene();
    const { does, inDev } = await withFollowers(scene);
    for (const text of ['one', 'two']) {
      refuses(scene, 'dev');
      await does((bob, id) => bob.comment(id, text));
      invites(scene, 'dev');
      await says(scene, 'ann', 'move #3 review', { room: 'dev' });
      await says(scene, 'ann', 'move #3 doing', { room: 'dev' });
    }
    expect(inDev('First')).toEqual(['Caught up: one comment', 'Caught up: one comment']);
  });
});

describe('the team is told', () => {
  test('with the next thing that happens, where it could not be reached', async () => {
    const scene = await openScene();
    const { does } = await withFollowers(scene);
    refuses(scene, 'dev', 'team');
    await does((bob, id) => bob.moveCard(id, 'Doing'));
    const dev = async () => (await paused(scene)).find(({ where }) => where.includes('dev'));
    expect(await dev()).toMatchObject({ resting: true, told: false });
    invites(scene, 'team');
    await says(scene, 'ann', 'move #3 review', { room: 'team' });
    await does((bob, id) => bob.moveCard(id, 'Done'));
    expect(said(scene, 'team').filter((text) => text.includes('“dev”'))).toHaveLength(1);
    expect(await dev()).toMatchObject({ resting: true, told: true });
  });

  test('of a token that is refused in another chat, once for all of its rooms, and nothing is lost', async () => {
    const scene = await openDiscordScene();
    const { does } = await withFollowers(scene);
    const { tokens } = scene.mattermost.world;
    const all = [...tokens];
    tokens.clear();
    void scene.house.hands[1].board('bob').moveCard(scene.wekan.world.cards.at(-1)?._id ?? '', 'Doing');
    await scene.lapse(10 * MINUTE);
    const onDiscord = () =>
      [...scene.discord.world.messages.values()].flatMap(({ content }) =>
        content.includes('any more') ? [content] : [],
      );
    expect(onDiscord()).toEqual([
      '“chat” does not accept my token any more, so nothing is told there. It is kept until whoever runs Cardwire makes a new token and sets the team up again: `cardwire setup`.',
    ]);
    expect((await paused(scene)).find(({ where }) => where === 'chat')).toMatchObject({ told: true });
    for (const [token, user] of all) tokens.set(token, user);
    await scene.settle();
    await does((bob, id) => bob.moveCard(id, 'Review'), 1);
    for (const name of ['square', 'dev', 'team'])
      expect(replies(scene, cardPost(scene, name, 'Second'))).toHaveLength(2);
    expect(await paused(scene)).toEqual([]);
    expect(onDiscord()).toHaveLength(1);
  });

  test('that a room is not found any more, by the name that the settings give it', async () => {
    const scene = await openDiscordScene((team) => ({
      ...team,
      teamChannels: team.teamChannels.map((each) => ({
        ...each,
        name: `Our ${each.conversation.split(':')[0]}`,
      })),
    }));
    const { world } = scene.discord;
    world.channels.delete(world.channel('team').id);
    await scene.act('bob', (bob) => bob.createCard({ title: 'Pump' }));
    expect(said(scene, 'team')).toEqual([
      'I cannot find “Our discord” (talk) any more, so cards are not told there. If it still exists, invite me; then use a command there, or let whoever runs Cardwire send `cardwire resume lab`.',
    ]);
    expect(await paused(scene)).toMatchObject([{ reason: 'discord-not-found', told: true }]);
  });
});
