import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, clicks, directRoom, look, opens, replies } from '../flows/sight.ts';
import { openScene, type Scene, says } from './scene.ts';

const square = { room: 'square' };
const dev = { room: 'dev' };
const follows = 'You follow \\#2 now: I tell you in a direct message what happens to it.';
const moved = 'bob moved it from **To Do** to **Doing**';

/** Tom's card `#2` in the square; bob moves it on the board when asked to. */
async function withCard() {
  const scene = await openScene();
  const { card, post } = await opens(scene, 'tom', 'Pump', square);
  const move = () => scene.act('bob', (bob) => bob.moveCard(card._id, 'Doing'));
  return { scene, card, post, move };
}

const direct = (scene: Scene, name: string) => cardPost(scene, directRoom(scene, name), '#2');

describe('following', () => {
  test('shows the card to the person alone, with who opened it, and tells them what happens', async () => {
    const { scene, move } = await withCard();
    expect(await says(scene, 'ann', 'follow #2')).toEqual([follows]);
    expect(look(direct(scene, 'ann'))).toMatchObject({ title: '#2 Pump', last: 'Tom opened this card' });
    expect(replies(scene, direct(scene, 'ann'))).toEqual([]);
    await move();
    expect(replies(scene, direct(scene, 'ann'))).toEqual([moved]);
    expect(cardPosts(scene, 'dev')).toEqual([]);
  });

  test('with `here` is for everyone in the room, or in the thread', async () => {
    const { scene, move } = await withCard();
    const root = scene.mattermost.as('ann').post('dev', 'About the pump');
    expect(await says(scene, 'ann', 'follow #2 here', dev)).toEqual(['This conversation follows \\#2 now.']);
    expect(await says(scene, 'ann', 'follow #2 here', { ...dev, root: root.id })).toHaveLength(1);
    const [inRoom, inThread] = cardPosts(scene, 'dev');
    if (!inRoom) throw new Error('not shown in the room');
    expect([inRoom.root_id, inThread?.root_id]).toEqual(['', root.id]);
    await move();
    expect(replies(scene, inRoom)).toEqual([moved]);
    expect(replies(scene, root).at(-1)).toBe(moved);
    const followers = (
      await scene.house.store.cards.get({ team: 'ops', board: 'main', card: inRoom && cardId(scene) })
    )?.followers;
    expect(followers?.map(({ place, person }) => [place, person])).toContainEqual(['dev', undefined]);
  });

  test('a card that nobody opened from here says nothing of who did', async () => {
    const { scene } = await withCard();
    await says(scene, 'ann', 'follow #1');
    expect(look(cardPost(scene, directRoom(scene, 'ann'), '#1'))).toMatchObject({ last: '' });
  });

  test('is refused where the bot is not, with the way out', async () => {
    const { scene } = await withCard();
    scene.mattermost.world.channel('dev').members.delete('idofbot');
    expect((await says(scene, 'ann', 'follow #2 here', dev))[0]).toMatch(
      /^I am not in this channel, so I could not tell anything here\. Invite me to it, then send that once more\./,
    );
    expect(await says(scene, 'ann', 'follow #2', dev)).toEqual([follows]);
  });

  test('a card that is deleted meanwhile is answered with that', async () => {
    const { scene, card } = await withCard();
    const { cards } = scene.wekan.world;
    scene.fails(({ label }) => {
      if (label === 'UpdateItem CARD' && cards.includes(card)) cards.splice(cards.indexOf(card), 1);
      return 'none';
    });
    expect((await says(scene, 'ann', 'follow #2'))[0]).toMatch(/^This card is gone/);
    expect(cardPosts(scene, directRoom(scene, 'ann'))).toEqual([]);
  });

  test('is refused for a while, and not for good, where the chat does not say whether the bot is there', async () => {
    const { scene } = await withCard();
    let left = 1;
    scene.fails(({ label }) => (/GET .*members/.test(label) && left-- > 0 ? 'status-500' : 'none'));
    expect((await says(scene, 'ann', 'follow #2 here', dev)).at(-1)).toBe(
      'This conversation follows \\#2 now.',
    );
    expect(left).toBeLessThan(1);
  });

  test('by its button is for who clicked, and shows by itself', async () => {
    const { scene, post } = await withCard();
    expect(await clicks(scene, 'ann', post, 'Follow')).toEqual([]);
    expect(look(direct(scene, 'ann')).last).toBe('Tom opened this card');
  });
});

const cardId = (scene: Scene) => scene.wekan.world.cards.at(-1)?._id as never;

describe('following no more', () => {
  test('is for all that the person hears of it', async () => {
    const { scene, post, move } = await withCard();
    await says(scene, 'ann', 'follow #2');
    expect(await says(scene, 'ann', 'unfollow #2')).toEqual(['\\#2 is quiet now.']);
    expect(await says(scene, 'ann', 'unfollow #2')).toEqual(['You were not following \\#2.']);
    await move();
    expect(replies(scene, direct(scene, 'ann'))).toEqual([]);
    expect(replies(scene, post)).toEqual([moved]);
  });

  test('what was never followed, or is done again after a run that died, is said as that', async () => {
    const { scene } = await withCard();
    expect(await says(scene, 'ann', 'unfollow #1')).toEqual(['You were not following \\#1.']);
    await says(scene, 'ann', 'follow #2');
    let left = 1;
    scene.fails(({ label }) => (label === 'UpdateItem CARD' && left-- > 0 ? 'kill-done' : 'none'));
    expect(await says(scene, 'ann', 'unfollow #2')).toEqual(['\\#2 is quiet now.']);
    expect(left).toBeLessThan(1);
  });

  test('with `here` is for the conversation, whoever asked for it', async () => {
    const { scene, post, move } = await withCard();
    await says(scene, 'ann', 'follow #2');
    expect(await says(scene, 'ann', 'unfollow #2 here', dev)).toEqual(['You were not following \\#2.']);
    expect(await says(scene, 'ann', 'unfollow #2 here')).toEqual(['\\#2 is quiet now.']);
    await move();
    expect(replies(scene, post)).toEqual([]);
    expect(replies(scene, direct(scene, 'ann'))).toEqual([moved]);
  });

  test('of who opened it, is for the room they opened it in', async () => {
    const { scene, post, move } = await withCard();
    expect(await says(scene, 'tom', 'unfollow #2', dev)).toEqual(['\\#2 is quiet now.']);
    await move();
    expect(replies(scene, post)).toEqual([]);
    // It is not followed any more, but whoever clicks on it sees it put right.
    expect(look(post).fields.Column).toBe('To Do');
    await clicks(scene, 'ann', post, 'Assign me');
    expect(look(post).fields).toMatchObject({ Column: 'Doing', People: 'Ann' });
    expect(replies(scene, post)).toEqual([]);
  });
});

describe('who hears of what', () => {
  test('a room of the team is told the kinds it asked for, and shown the rest', async () => {
    const scene = await openScene((team) => ({
      ...team,
      teamChannels: team.teamChannels.map((each) => ({ ...each, tell: ['create', 'label'] })),
    }));
    const { card } = await opens(scene, 'tom', 'Pump', square);
    const room = cardPost(scene, 'team', '#2');
    await scene.act('bob', (bob) => bob.moveCard(card._id, 'Doing'));
    expect([replies(scene, room), look(room).fields.Column]).toEqual([[], 'Doing']);
    await says(scene, 'tom', 'label #2 bug');
    expect(replies(scene, room)).toEqual(['Tom added the label **bug**']);
  });

  test('a room that asked for nothing of what opened the card is shown no message', async () => {
    const scene = await openScene((team) => ({
      ...team,
      teamChannels: team.teamChannels.map((each) => ({ ...each, tell: ['archive'] })),
    }));
    await opens(scene, 'tom', 'Pump', square);
    expect(cardPosts(scene, 'team')).toEqual([]);
    await says(scene, 'tom', 'archive #2');
    expect(look(cardPost(scene, 'team', '#2')).last).toBe('**This card is archived.**\nTom archived it');
  });

  test('what is done from the team’s own room is shown there, and not told', async () => {
    const { scene, post } = await withCard();
    await says(scene, 'ann', 'move #2 review', { room: 'team' });
    const room = cardPost(scene, 'team', '#2');
    expect([look(room).fields.Column, replies(scene, room)]).toEqual(['Review', []]);
    expect(replies(scene, post)).toEqual(['Ann moved it from **To Do** to **Review**']);
  });

  test('a person is not told in one place what they did in another', async () => {
    const { scene } = await withCard();
    await says(scene, 'ann', 'follow #2');
    await says(scene, 'ann', 'move #2 review', dev);
    expect(replies(scene, direct(scene, 'ann'))).toEqual([]);
    expect(look(direct(scene, 'ann')).fields.Column).toBe('Review');
    expect(cardPosts(scene, 'dev')).toEqual([]);
  });

  test('of a very long comment as much is told as is worth it', async () => {
    const { scene, card, post } = await withCard();
    await scene.act('bob', (bob) => bob.comment(card._id, 'x'.repeat(20_000)));
    const bodies = scene.house.queues.taken
      .filter(({ queue }) => queue === 'deliveries')
      .map(({ body }) => body.length);
    expect(Math.max(...bodies)).toBeLessThan(17_500);
    expect(replies(scene, post).join('')).toContain('xxxxx');
    expect(look(post).last.match(/x/g)?.length).toBeLessThanOrEqual(120);
  });
});
