import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../sims/mattermost/faults.ts';
import { type House, openHouse } from './house.ts';
import {
  cardPost,
  cardPosts,
  cardTitled,
  clicks,
  directRoom,
  heard,
  look,
  opens,
  replies,
  said,
  types,
} from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(undefined, { timeoutMs: 400 });
});
afterAll(() => house.stop());
afterEach(() => house.mattermost.faults.clear());
const restOf = async () => {
  for (let times = 0; times < 4; times++) await house.lapse(60_000);
};

const faults: readonly [string, Fault['kind']][] = [
  ['429, to come back in a second', 'rate-limit'],
  ['500', { status: 500 }],
  ['a page of the proxy', 'html'],
  ['200 and nothing', 'empty'],
  ['no answer', 'hang'],
  ['no answer, the work done', 'done-then-hang'],
  ['a hang-up, the work done', 'done-then-reset'],
];

describe.each(faults)('a chat that answers with %s', (how, kind) => {
  test('shows the card once in the end', async () => {
    house.mattermost.faults.next({ on: /POST .*\/posts$/, kind, times: 2 });
    await house.mattermost.as('tom').command('town-square', `/card Shown despite ${how}`);
    await restOf();
    expect(look(cardPost(house, 'town-square', `Shown despite ${how}`)).fields.Column).toBe('To Do');
    expect(look(cardPost(house, 'team', `Shown despite ${how}`)).fields.Column).toBe('To Do');
    expect(house.logged).toEqual([]);
  });

  test('tells the news once in the end', async () => {
    const { card, post } = await opens(house, 'tom', `Told despite ${how}`);
    house.mattermost.faults.next({ on: /(PUT .*\/patch|POST .*\/posts)$/, kind, times: 3 });
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await restOf();
    expect(look(post).fields.Column).toBe('Doing');
    expect(replies(house, post)).toEqual(['ann moved it from **To Do** to **Doing**']);
    expect(house.logged).toEqual([]);
  });
});

// Any 200 of a `response_url` is taken for a yes: there is nothing more in it (contract 1.4).
test.each(faults.filter(([, kind]) => kind !== 'empty'))(
  'an answer that meets %s is given in the end',
  async (how, kind) => {
    house.mattermost.faults.next({ on: /hooks\/commands/, kind, times: 1 });
    await house.mattermost.as('tom').command('town-square', `/card search nothing like ${how}`);
    await restOf();
    expect(heard(house, 'tom').join('\n')).toContain(`nothing like ${how}`);
    expect(house.logged).toEqual([]);
  },
);

describe('a room that the bot is not in', () => {
  const inRoom = (name: string, people: string[], secret = true) =>
    house.mattermost.addChannel(name, { private: secret, members: people });

  test('the card is opened and told in a direct message, with how to have it there', async () => {
    inRoom('quiet', ['tom', 'ann']);
    expect(await types(house, 'tom', '/card Opened in the dark', { room: 'quiet' })).toEqual([
      expect.stringMatching(
        /may not write where you opened \\?#\d+[\s\S]*invite me[\s\S]*follow .*#\d+ here/,
      ),
    ]);
    const card = cardTitled(house, 'Opened in the dark');
    const post = cardPost(house, directRoom(house, 'tom'), 'Opened in the dark');
    house.pass(60_000);
    await house.wekan.asUser('ann').comment(card._id, 'Found it');
    await restOf();
    expect(replies(house, post)).toEqual(['ann commented:\n> Found it']);
    expect(
      said(house, directRoom(house, 'tom')).filter((text) => text.includes('may not write')),
    ).toHaveLength(1);
    expect(await clicks(house, 'tom', post, 'Move', 'Doing')).toEqual([]);
    expect(look(post).fields.Column).toBe('Doing');
  });

  test('following there is refused until the bot is invited, then the room hears', async () => {
    const { cardNumber, _id } = cardTitled(house, 'Opened in the dark');
    const text = `/card follow #${cardNumber} here`;
    expect(await types(house, 'tom', text, { room: 'quiet' })).toEqual([
      expect.stringMatching(/not in this channel/),
    ]);
    house.mattermost.world.channel('quiet').members.add(house.mattermost.bot.id);
    expect(await types(house, 'tom', text, { room: 'quiet' })).toEqual([
      expect.stringMatching(/This conversation follows/),
    ]);
    await restOf();
    await house.wekan.asUser('ann').moveCard(_id, 'Review');
    await restOf();
    expect(look(cardPost(house, 'quiet', 'Opened in the dark')).fields.Column).toBe('Review');
  });

  test('a conversation between two people is one of them', async () => {
    const room = house.mattermost.world.direct(
      house.mattermost.world.user('tom').id,
      house.mattermost.world.user('ann').id,
    ).id;
    await types(house, 'tom', '/card Between us', { room });
    await restOf();
    expect(cardPosts(house, room)).toEqual([]);
    expect(look(cardPost(house, directRoom(house, 'tom'), 'Between us')).fields['Opened by']).toBe('tom');
    const { cardNumber } = cardTitled(house, 'Between us');
    await types(house, 'ann', `/card follow #${cardNumber}`, { room });
    expect(look(cardPost(house, directRoom(house, 'ann'), 'Between us')).fields['Opened by']).toBe('tom');
  });

  test('when the bot is thrown out, what was on its way is told too, all of it, and the team channel goes on', async () => {
    inRoom('noisy', ['tom']);
    house.mattermost.world.channel('noisy').members.add(house.mattermost.bot.id);
    const { card } = await opens(house, 'tom', 'Thrown out', { room: 'noisy' });
    house.mattermost.world.channel('noisy').members.delete(house.mattermost.bot.id);
    const ann = house.wekan.asUser('ann');
    await ann.comment(card._id, 'One');
    await ann.comment(card._id, 'Two');
    await ann.moveCard(card._id, 'Doing');
    await restOf();
    const post = cardPost(house, directRoom(house, 'tom'), 'Thrown out');
    expect(look(post).fields.Column).toBe('Doing');
    const told = replies(house, post).join('\n');
    expect([told.includes('> One'), told.includes('> Two')]).toEqual([true, true]);
    expect(look(cardPost(house, 'team', 'Thrown out')).fields.Column).toBe('Doing');
    expect(house.logged).toEqual([]);
  });
});

describe('what people delete in the chat', () => {
  test('a living message comes back with the next news', async () => {
    const { card, post } = await opens(house, 'tom', 'Deleted message');
    house.mattermost.as('admin').deletePost(post.id);
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await restOf();
    const anew = cardPost(house, 'town-square', 'Deleted message');
    expect(anew.id).not.toBe(post.id);
    expect(replies(house, anew)).toEqual(['ann moved it from **To Do** to **Doing**']);
  });

  test('a thread with its card in it: the card goes on in the room', async () => {
    const root = house.mattermost.as('tom').post('town-square', 'To be deleted');
    const { card } = await opens(house, 'tom', 'Deleted thread', { root: root.id });
    house.mattermost.as('tom').deletePost(root.id);
    await house.wekan.asUser('ann').comment(card._id, 'Still there?');
    await restOf();
    const anew = cardPost(house, 'town-square', 'Deleted thread');
    expect(anew.root_id).toBe('');
    expect(replies(house, anew)).toEqual(['ann commented:\n> Still there?']);
    expect(house.logged).toEqual([]);
  });

  test('a bot whose token was revoked keeps all until it has a new one', async () => {
    const { card, post } = await opens(house, 'tom', 'Locked out');
    const { tokens } = house.mattermost.world;
    tokens.delete(house.mattermost.tokens.bot);
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await restOf();
    tokens.set(house.mattermost.tokens.bot, house.mattermost.bot.id);
    await restOf();
    expect(look(post).fields.Column).toBe('Doing');
    expect(house.logged).toEqual([]);
  });
});
