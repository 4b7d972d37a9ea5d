import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, cardPosts, look, opens, replies, said, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const restOf = async () => {
  for (let times = 0; times < 4; times++) await house.lapse(60_000);
};
const conversation = (room: string) => `mattermost:chat:${house.mattermost.world.channel(room).id}:`;
const pauseOf = (room: string) => house.store.paused.get({ team: 'ops', where: conversation(room) });
const bot = () => house.mattermost.bot.id;
const throwOut = (room: string) => house.mattermost.world.channel(room).members.delete(bot());
const invite = (room: string) => house.mattermost.world.channel(room).members.add(bot());
const posted = () => house.mattermost.requests.filter(({ path }) => path.endsWith('/posts')).length;
const toldTeam = () => said(house, 'team').filter((text) => text.includes('any more'));
const column = (room: string, title: string) => look(cardPost(house, room, title)).fields.Column;

describe('a room that follows cards of others, when the bot is thrown out', () => {
  let first: SimCard;
  let second: SimCard;
  beforeAll(async () => {
    house.mattermost.addChannel('garage', { private: true, members: ['ann'] });
    invite('garage');
    for (const title of ['First pump', 'Second pump']) {
      const { card, ref } = await opens(house, 'tom', title);
      if (title === 'First pump') first = card;
      second = card;
      await types(house, 'ann', `/card follow ${ref} here`, { room: 'garage' });
      await restOf();
    }
    throwOut('garage');
    await house.wekan.asUser('ann').moveCard(first._id, 'Doing');
    await restOf();
  });

  test('is paused, with its reason, and the team is told once, where, why and what to do', async () => {
    expect(await pauseOf('garage')).toMatchObject({ reason: 'mattermost-forbidden', told: true });
    expect(toldTeam()).toEqual([expect.stringMatching(/not write in “garage” \(chat\)[\s\S]*resume ops/)]);
  });

  test('is not tried again, and nothing of it lies with the dead; everyone else hears', async () => {
    const before = posted();
    await house.wekan.asUser('ann').moveCard(second._id, 'Review');
    await restOf();
    expect(column('town-square', 'Second pump')).toBe('Review');
    expect(column('team', 'Second pump')).toBe('Review');
    // Said in the town square and in the team's room, and nowhere else.
    expect(posted() - before).toBe(2);
    expect(toldTeam()).toHaveLength(1);
    expect(await house.store.graveyard.list('ops')).toEqual([]);
    expect(house.logged).toEqual([]);
    const thread = { team: 'ops', board: 'main', card: second._id as never };
    const told = await house.store.threads.get({ ...thread, conversation: conversation('garage') });
    expect(told?.story.at(-1)).toMatchObject({ what: 'dropped', code: 'mattermost-forbidden' });
  });

  test('wakes with a command from it, and every card that changed meanwhile is put right', async () => {
    invite('garage');
    expect(column('garage', 'Second pump')).toBe('To Do');
    await types(house, 'ann', `/card label #${first.cardNumber} #bug`, { room: 'garage' });
    await restOf();
    expect(look(cardPost(house, 'garage', 'First pump')).fields).toMatchObject({
      ...{ Column: 'Doing', Labels: 'bug' },
    });
    expect(column('garage', 'Second pump')).toBe('Review');
    expect(await pauseOf('garage')).toBeUndefined();
    await house.wekan.asUser('ann').comment(first._id, 'All is well again');
    await restOf();
    expect(replies(house, cardPost(house, 'garage', 'First pump')).at(-1)).toMatch(/All is well again/);
  });

  test('is told of anew when it happens again, and woken by hand is tried by the next thing that happens', async () => {
    throwOut('garage');
    await house.wekan.asUser('ann').moveCard(first._id, 'Done');
    await restOf();
    expect(toldTeam()).toHaveLength(2);
    invite('garage');
    expect(await house.store.paused.resume('ops')).toEqual([conversation('garage')]);
    await house.wekan.asUser('ann').moveCard(second._id, 'Done');
    await restOf();
    expect([column('garage', 'First pump'), column('garage', 'Second pump')]).toEqual(['Done', 'Done']);
    expect(await pauseOf('garage')).toBeUndefined();
  });

  test('woken too soon it rests again, and nobody is told twice', async () => {
    throwOut('garage');
    for (const to of ['Doing', 'Review']) {
      await house.wekan.asUser('ann').moveCard(first._id, to);
      await restOf();
      await house.store.paused.resume('ops', conversation('garage'));
    }
    expect(toldTeam()).toHaveLength(3);
    expect(await pauseOf('garage')).toMatchObject({ resting: false, told: true });
  });
});

test('a team channel that cannot be reached has nobody to be told, and its card goes on elsewhere', async () => {
  throwOut('team');
  const { card } = await opens(house, 'tom', 'Third pump').catch(() => ({ card: undefined }));
  expect(card).toBeDefined();
  await restOf();
  expect(column('town-square', 'Third pump')).toBe('To Do');
  expect(await pauseOf('team')).toMatchObject({ reason: 'mattermost-forbidden' });
  expect(cardPosts(house, 'team').some((post) => look(post).title.includes('Third pump'))).toBe(false);
  expect(house.logged).toEqual([]);
  invite('team');
});

test('a token that is refused is not tried with every message; what there is to say waits for a new one', async () => {
  for (const { where, missed } of await house.store.paused.list('ops')) {
    for (const card of missed) await house.store.paused.caughtUp({ team: 'ops', where }, card);
    await house.store.paused.end({ team: 'ops', where });
  }
  const { card, post } = await opens(house, 'tom', 'Fourth pump');
  await restOf();
  const { tokens } = house.mattermost.world;
  tokens.delete(house.mattermost.tokens.bot);
  const before = posted();
  for (const to of ['Doing', 'Review', 'Done', 'Doing']) {
    await house.wekan.asUser('ann').moveCard(card._id, to);
    await house.lapse(15_000);
  }
  const tries = house.mattermost.requests.filter(({ status }) => status === 401).length;
  expect(tries).toBeLessThanOrEqual(4);
  expect(posted()).toBe(before);
  expect(await house.store.paused.list('ops')).toContainEqual(
    expect.objectContaining({ where: 'chat', reason: 'mattermost-unauthorized' }),
  );
  tokens.set(house.mattermost.tokens.bot, bot());
  await restOf();
  expect(look(post).fields.Column).toBe('Doing');
  expect(column('team', 'Fourth pump')).toBe('Doing');
  expect(await house.store.paused.list('ops')).toEqual([]);
  expect(house.logged).toEqual([]);
});
