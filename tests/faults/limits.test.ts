import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import type { House } from '../flows/house.ts';
import { sweeperFor } from '../flows/reconcile-sweeper.ts';
import { cardPost, cardTitled, columnOf, heard, look, opens, replies, types } from '../flows/sight.ts';
import { addCard, addList } from '../sims/wekan/seed.ts';
import { newId, type SimCard } from '../sims/wekan/world.ts';
import { toldOn } from './scan.ts';
import { most, type Weights, weigh } from './weigh.ts';

/** Large things, within what Lambda (60 s: by calls, 8 s each at most), SQS and DynamoDB take. */
let all: DiscordHouse;
let house: House;
let weights: { since(): Weights };
beforeAll(async () => {
  all = await openDiscordHouse();
  house = all.house;
  weights = weigh(house);
});
afterAll(() => all.stop());
beforeEach(() => void weights.since());
const ann = () => house.wekan.asUser('ann');
const rest = async () => {
  for (let times = 0; times < 2; times += 1) await house.lapse(60_000);
};
/** Within the limits, with at most so many calls of the board. */
function fits(boardCalls: number): void {
  const seen = weights.since();
  expect(seen.message).toBeLessThan(most.message);
  expect(seen.batch).toBeLessThan(most.batch);
  expect(seen.item).toBeLessThan(most.item);
  expect(seen.boardCalls).toBeLessThanOrEqual(boardCalls);
}
const onDiscord = (title: string) =>
  all.discord.messages('team').find(({ text, buttons }) => buttons.length > 0 && text.includes(title));

test('a card with 5,000 comments: the next one is told, asked for by few calls; so is the look at what was missed', async () => {
  const { card, post, ref } = await opens(house, 'tom', '§Much said');
  await rest();
  addComments(card, 5_000);
  weights.since();
  await ann().comment(card._id, '§the last word');
  await rest();
  expect(replies(house, post)).toEqual(['ann commented:\n> §the last word']);
  fits(8);
  expect(await types(house, 'tom', `/card show ${ref}`)).toEqual([expect.stringContaining('Much said')]);
  expect(await types(house, 'tom', `/card comment ${ref} §mine`)).toEqual([expect.stringMatching(/is on/)]);
  fits(10);

  const sweeper = sweeperFor(house);
  await sweeper.sweep();
  for (const hook of house.wekan.world.integrations) hook.enabled = false;
  await ann().comment(card._id, '§missed');
  for (const hook of house.wekan.world.integrations) hook.enabled = true;
  weights.since();
  await sweeper.sweep();
  expect(replies(house, post).at(-1)).toMatch(/^Caught up: one comment[\s\S]*§missed/);
  fits(20);
});

test('a board with 2,000 cards and 60 columns: opened on, searched, moved by every way, looked at', async () => {
  const { wekan } = house;
  const lists = Array.from({ length: 56 }, (_, at) => addList(wekan.world, wekan.board, `Column ${at}`));
  for (let count = 0; count < 2_000; count += 1) {
    const listId = lists[count % lists.length] ?? '';
    addCard(wekan.world, { boardId: wekan.board._id, listId }, { title: `§old ${count}.`, userId: 'x' });
  }
  // What the dispatcher remembers of columns is older than the new ones.
  await house.lapse(10 * 60_000);
  weights.since();
  const { card, ref, post } = await opens(house, 'tom', '§On a large board');
  await rest();
  expect(look(post).buttons).toContain('Move');
  fits(12);
  await types(house, 'tom', `/card move ${ref} Column 55`);
  await rest();
  expect(columnOf(house, card)).toBe('Column 55');
  expect(onDiscord('§On a large board')?.text).toContain('Column 55');
  fits(12);
  expect(await types(house, 'tom', '/card search old 1999')).toEqual([expect.stringContaining('1999')]);
  expect(await types(house, 'tom', '/card list')).toEqual([expect.any(String)]);
  // Wekan lists cards column by column: one call for each.
  fits(150);
  // Once in a while it is looked at whole: every column, and 120 cards at most in one run, each told by a read of its own.
  await sweeperFor(house).sweep();
  fits(60 + 2 * 120 + 20);
});

test('a title of 10,000 characters: from the chat and on the board', async () => {
  const long = (sign: string) => `§${sign} ${'wörd '.repeat(2_000)}end`;
  await types(house, 'tom', `/card ${long('typed')}`);
  await rest();
  const card = house.wekan.world.cards.at(-1);
  expect(card?.title.length).toBeLessThanOrEqual(1_000);
  expect(card?.description).toContain('end');
  expect(look(cardPost(house, 'team', '§typed')).fields.Column).toBe('To Do');
  await ann().rename(card?._id ?? '', long('renamed'));
  await ann().createCard({ title: long('made') });
  await rest();
  await rest();
  for (const sign of ['§renamed', '§made']) {
    expect(look(cardPost(house, 'team', sign)).title).toContain('wörd');
    expect(onDiscord(sign)?.text).toContain('wörd');
  }
  expect(await types(house, 'ann', `/card move #${card?.cardNumber} Done`)).toEqual([
    expect.stringContaining('Done'),
  ]);
  fits(60);
});

test('300 followers of one card: everyone is told, once', async () => {
  const { card } = await opens(house, 'tom', '§Popular');
  await rest();
  const key = { team: 'ops', board: 'main', card: card._id as CardId };
  const rooms = Array.from({ length: 300 }, (_, at) =>
    house.mattermost.addChannel(`room-${at}`, { bot: true }),
  );
  for (const { id } of rooms)
    await house.store.cards.follow(key, { conversation: `mattermost:chat:${id}:`, place: '§room' });
  weights.since();
  await ann().comment(card._id, `§to all ${'ü'.repeat(3_000)}`);
  await house.settle();
  await rest();
  const counts = rooms.map(({ id }) => {
    const texts = house.mattermost.world.postsIn(id).map(({ message }) => message);
    return texts.filter((text) => text.includes('§to all')).length;
  });
  expect(new Set(counts)).toEqual(new Set([1]));
  fits(4);
}, 240_000);

test('27 log scan during the rows above', async () => {
  expect(toldOn(house)).toEqual([]);
  expect(house.logged).toEqual([]);
  expect(await house.store.graveyard.list('ops')).toEqual([]);
  expect(heard(house, 'guest')).toEqual([]);
  expect(cardTitled(house, '§Popular').archived).toBe(false);
});

function addComments(card: SimCard, count: number): void {
  const { world } = house.wekan;
  const userId = world.users.find(({ username }) => username === 'bob')?._id ?? '';
  for (let at = 0; at < count; at += 1) {
    const createdAt = new Date(house.now() - 86_400_000 + at * 1_000).toISOString();
    const place = { boardId: card.boardId, cardId: card._id };
    world.comments.push({
      _id: newId(),
      ...place,
      text: `§old comment ${at} ${'x'.repeat(200)}`,
      userId,
      createdAt,
    });
  }
}
