import { describe, expect, test } from '@jest/globals';
import type { Team } from '../../lib/teams/team.ts';
import { cardPost, directRoom, look, opens, replies, said } from '../flows/sight.ts';
import { openScene, type Scene } from './scene.ts';

const throwOut = ({ mattermost: { world } }: Scene, name: string) => {
  const channel = world.channel(name);
  channel.members.delete('idofbot');
  // Nobody may come back to a private one by themselves.
  world.channels.set(channel.id, { ...channel, type: 'P' });
};
const followers = async ({ house }: Scene, card: string) =>
  (await house.store.cards.get({ team: 'ops', board: 'main', card: card as never }))?.followers.map(
    ({ conversation }) => conversation,
  );

/** Tom's card, a minute ago, opened in a room that the bot is thrown out of now. */
async function withMoved(room: string, change?: (team: Team) => Team) {
  const scene = await openScene(change);
  const { card } = await opens(scene, 'tom', 'Pump', { room });
  await scene.lapse(60_000);
  throwOut(scene, room);
  const direct = directRoom(scene, 'tom');
  return { scene, id: card._id, direct, post: () => cardPost(scene, direct, 'Pump') };
}

describe('a card whose room refuses', () => {
  test('takes along what was on its way there, and says once that it moves', async () => {
    const { scene, id, direct, post } = await withMoved('square');
    const bob = scene.house.hands[0].board('bob');
    void bob.comment(id, 'one');
    void bob.comment(id, 'two');
    await scene.settle();
    const told = [look(post()).last, ...replies(scene, post())].join('\n');
    for (const text of ['one', 'two']) expect(told).toContain(`bob commented:\n> ${text}`);
    expect(said(scene, direct).filter((text) => text.startsWith('I may not write'))).toHaveLength(1);
    expect(await followers(scene, id)).toEqual([`mattermost:chat:${direct}:`]);
  });

  test('is told alone once where the team’s own room refuses: that is the operator’s to put right', async () => {
    const { scene, id, direct, post } = await withMoved('team');
    await scene.act('bob', (bob) => bob.comment(id, 'one'));
    await scene.lapse(60_000);
    await scene.act('bob', (bob) => bob.comment(id, 'two'));
    expect(await scene.house.store.paused.list('ops')).toMatchObject([
      { where: 'mattermost:chat:idofteam:' },
    ]);
    expect(replies(scene, post()).filter((text) => text.includes('> two'))).toHaveLength(1);
    expect(said(scene, direct).filter((text) => text.startsWith('I may not write'))).toHaveLength(1);
    expect(await followers(scene, id)).toEqual([`mattermost:chat:${direct}:`]);
  });

  test('stays where it is while the chat is only away', async () => {
    const { scene, id, direct } = await withMoved('square');
    scene.fails(({ label }) => (/direct/.test(label) ? 'status-500' : 'none'));
    void scene.house.hands[0].board('bob').comment(id, 'one');
    await scene.lapse(30_000);
    expect(await followers(scene, id)).toEqual(['mattermost:chat:idofsquare:']);
    scene.fails();
    await scene.settle();
    expect(await followers(scene, id)).toEqual([`mattermost:chat:${direct}:`]);
  });
});
