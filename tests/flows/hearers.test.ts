import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import {
  cardPost,
  cardPosts,
  cardTitled,
  clicks,
  directRoom,
  look,
  opens,
  replies,
  said,
  types,
} from './sight.ts';

let house: House;
/** `team` hears of moves alone, `ops` of everything that is told by default. */
beforeAll(async () => {
  house = await openHouse((team, { mattermost }) => {
    const ops = mattermost.addChannel('ops', { members: ['tom', 'ann'], bot: true });
    const [first] = team.teamChannels;
    return {
      ...team,
      teamChannels: [
        { conversation: first?.conversation ?? '', tell: ['move'] },
        { conversation: `mattermost:chat:${ops.id}:`, tell: first?.tell ?? [] },
      ],
    };
  });
});
afterAll(() => house.stop());
const rest = () => house.lapse(60_000);

describe('who hears of a card', () => {
  test('a team channel hears the kinds it asked for; where a card stands it stays true', async () => {
    const { card } = await opens(house, 'tom', 'Filtered');
    const ann = house.wekan.asUser('ann');
    expect(cardPosts(house, 'team')).toEqual([]);
    await ann.comment(card._id, 'Not for everyone');
    await rest();
    expect(cardPosts(house, 'team')).toEqual([]);
    await ann.moveCard(card._id, 'Doing');
    await rest();
    const post = cardPost(house, 'team', 'Filtered');
    expect(look(post).last).toBe('ann moved it from **To Do** to **Doing**');
    await ann.assign(card._id, 'bob');
    await rest();
    await rest();
    expect(look(post)).toMatchObject({
      fields: { People: 'bob' },
      last: 'ann moved it from **To Do** to **Doing**',
    });
    expect(replies(house, post)).toEqual([]);
  });

  test('a card opened in the team channel is one post there, not two', async () => {
    const { card, post } = await opens(house, 'tom', 'In the open', { room: 'ops' });
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await house.settle();
    expect(cardPosts(house, 'ops').filter((each) => look(each).title.includes('In the open'))).toEqual([
      post,
    ]);
    expect(replies(house, post)).toEqual(['ann moved it from **To Do** to **Doing**']);
  });

  test('who did it through the bridge is named elsewhere and not told back', async () => {
    const { card, ref, post } = await opens(house, 'tom', 'Told elsewhere');
    await clicks(house, 'ann', cardPost(house, 'ops', 'Told elsewhere'), 'Follow');
    await rest();
    await types(house, 'ann', `/card comment ${ref} On my way`, { room: 'ops' });
    await rest();
    expect(replies(house, post)).toEqual(['ann commented:\n> On my way']);
    expect(replies(house, cardPost(house, 'ops', 'Told elsewhere'))).toEqual([]);
    expect(replies(house, cardPost(house, directRoom(house, 'ann'), 'Told elsewhere'))).toEqual([]);
    expect(look(cardPost(house, directRoom(house, 'ann'), 'Told elsewhere')).last).toContain('On my way');
    await types(house, 'tom', `/card move ${ref} done`, { room: 'ops' });
    await rest();
    expect(replies(house, post)).toHaveLength(1);
    expect(look(post).fields.Column).toBe('Done');
    expect(replies(house, cardPost(house, directRoom(house, 'ann'), 'Told elsewhere'))).toEqual([
      'tom moved it from **To Do** to **Done**',
    ]);
    expect(card.listId).toBe(house.wekan.world.lists.at(-1)?._id);
  });

  test('following here tells the conversation, in its thread; unfollowing it is quiet, and so is a person who has had enough', async () => {
    const { card, ref, post } = await opens(house, 'tom', 'Followed');
    const ann = house.wekan.asUser('ann');
    const root = house.mattermost.as('ann').post('ops', 'About that one');
    expect(await types(house, 'ann', `/card follow ${ref} here`, { room: 'ops', root: root.id })).toEqual([
      expect.stringMatching(/This conversation follows/),
    ]);
    await rest();
    await ann.moveCard(card._id, 'Review');
    await rest();
    expect(replies(house, root)).toEqual(['', 'ann moved it from **To Do** to **Review**']);
    await types(house, 'ann', `/card unfollow ${ref} here`, { room: 'ops', root: root.id });
    await types(house, 'tom', `/card unfollow ${ref}`);
    await ann.moveCard(card._id, 'Doing');
    await rest();
    expect(replies(house, root)).toHaveLength(2);
    expect(replies(house, post)).toEqual(['ann moved it from **To Do** to **Review**']);
    expect(await types(house, 'tom', `/card unfollow ${ref}`)).toEqual([
      expect.stringMatching(/were not following/),
    ]);
  });

  test('a card that somebody opens on the board is told to the team, and can be followed by its number', async () => {
    await house.wekan.asUser('bob').createCard({ title: 'From the board', column: 'Doing' });
    await rest();
    const { cardNumber } = cardTitled(house, 'From the board');
    expect(look(cardPost(house, 'ops', 'From the board')).last).toBe('bob opened this card');
    expect(await types(house, 'tom', `/card follow #${cardNumber}`)).toEqual([
      expect.stringMatching(/You follow/),
    ]);
    await house.wekan.asUser('bob').archive(cardTitled(house, 'From the board')._id);
    await rest();
    expect(replies(house, cardPost(house, directRoom(house, 'tom'), 'From the board'))).toEqual([
      'bob archived it',
    ]);
  });
});

describe('what would be an echo', () => {
  test("a board's rule in the bridge's own name edits quietly", async () => {
    const { card, post } = await opens(house, 'tom', 'Ruled');
    await house.wekan.asUser('cardwire').moveCard(card._id, 'Done');
    await rest();
    expect(look(post).fields.Column).toBe('Done');
    expect(look(cardPost(house, 'ops', 'Ruled')).fields.Column).toBe('Done');
    expect([...replies(house, post), ...replies(house, cardPost(house, 'ops', 'Ruled'))]).toEqual([]);
  });

  test("another bridge's comment is told once and answered by nobody", async () => {
    const { card, post } = await opens(house, 'tom', 'Two bridges');
    const before = house.wekan.world.comments.length;
    await house.wekan
      .asUser('bob')
      .comment(card._id, '/card move #1 done\n\n— eve, Discord #ops · cw-abcdefghijkl');
    await rest();
    expect(replies(house, post)).toEqual(['bob commented:\n> /card move #1 done']);
    expect(house.wekan.world.comments).toHaveLength(before + 1);
    expect(card.listId).toBe(house.wekan.world.lists[0]?._id);
  });

  test('a card that is called like a command does nothing but be there', async () => {
    const requests = () => house.wekan.requests.filter(({ method }) => method !== 'GET').length;
    const before = requests();
    await house.wekan.asUser('bob').createCard({ title: '/card archive #1', description: '/card done #1' });
    await rest();
    expect(look(cardPost(house, 'ops', '/card archive #1')).last).toBe('bob opened this card');
    expect(requests()).toBe(before);
  });

  test('nobody was told anything else, and nothing went wrong', () => {
    expect(said(house, directRoom(house, 'ann')).filter((text) => !text.includes('moved'))).toEqual([]);
    expect(house.logged).toEqual([]);
  });
});

describe('an older Wekan, which sends no user names', () => {
  test("a rule in the bridge's name is quiet there too", async () => {
    const old = await openHouse(undefined, { wekan: { old: true } });
    try {
      const bot = old.wekan.world.users.find(({ username }) => username === 'cardwire');
      if (bot) bot.fullname = '';
      const { card, post } = await opens(old, 'tom', 'Ruled there');
      await old.wekan.asUser('cardwire').moveCard(card._id, 'Done');
      await old.lapse(60_000);
      expect(look(post).fields.Column).toBe('Done');
      expect(replies(old, post)).toEqual([]);
    } finally {
      await old.stop();
    }
  });
});
