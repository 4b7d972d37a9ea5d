import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { replay } from '../../lib/queue/replay.ts';
import { openSecret, type SealedSecret } from '../../lib/teams/secrets.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { cardPost, columnOf, heard, look, opens, replies, said, types } from './sight.ts';

const DAY = 24 * 3_600_000;

let house: House;
let card: SimCard;
let quiet: SimCard;
beforeAll(async () => {
  house = await openHouse();
  ({ card } = await opens(house, 'tom', 'Fix the pump'));
  ({ card: quiet } = await opens(house, 'ann', 'Paint the door'));
  await house.lapse(60_000);
});
afterAll(() => house.stop());

async function replays(): Promise<string[]> {
  const { store, clients } = house;
  const fates: string[] = [];
  const urlOf = async (QueueName: string) =>
    (await clients.sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  const parts = {
    ...{ graveyard: store.graveyard, receipts: store.receipts, sqs: clients.sqs, queueUrl: urlOf },
    open: ({ team, body }: { team: string; body: string }) =>
      openSecret(body as SealedSecret, { team, field: 'dead' }, keysFor('stored-secrets')),
    pause: async () => {},
  };
  await replay(parts, await store.graveyard.list('ops'), 50, (_, fate) => void fates.push(fate));
  await house.settle();
  for (let times = 0; times < 4; times++) await house.lapse(20_000);
  return fates;
}

test('what died while the board let nobody in is told when it is brought back: old things in one line, nothing twice', async () => {
  const user = house.wekan.world.users.find(({ username }) => username === 'cardwire');
  const password = user?.password ?? '';
  if (user) user.password = 'changed by somebody';
  house.wekan.faults.revokeTokens();
  const ann = house.wekan.asUser('ann');
  for (const text of ['One', 'Two', 'Three', 'Four', 'Five']) await ann.comment(card._id, text);
  await ann.comment(quiet._id, 'Which colour?');
  await types(house, 'tom', '/card comment #1 I am on it');
  await types(house, 'tom', '/card move #1 doing');
  for (let days = 0; days < 15; days++) await house.lapse(DAY);
  // The queues' own clock has stood still meanwhile: what comes now would be as old to us as what has died.
  house.pass(-15 * DAY);

  const dead = await house.store.graveyard.list('ops');
  expect(dead).toHaveLength(8);
  expect(new Set(dead.map(({ reason }) => reason))).toEqual(new Set(['wekan-sign-in-refused']));
  expect(dead.filter(({ card: about }) => about === card._id)).toHaveLength(5);
  const aside = said(house, 'team').filter((text) => text.includes('give something up'));
  expect(aside).toEqual([expect.stringContaining('`cardwire replay --team ops`')]);
  house.logged.length = 0;

  if (user) user.password = password;
  const posts = ['town-square', 'team'].map((room) => cardPost(house, room, 'Fix the pump'));
  await house.lapse(60_000);
  await ann.comment(card._id, 'The newest');
  await house.settle();
  await house.lapse(60_000);
  const before = posts.map((post) => replies(house, post));
  for (const texts of before) expect(texts.join('\n')).toMatch(/The newest/);

  expect(new Set(await replays())).toEqual(new Set(['raised']));
  expect(await house.store.graveyard.list('ops')).toEqual([]);
  expect(columnOf(house, card)).toBe('Doing');
  const comments = house.wekan.world.comments.map(({ text }) => text.split('\n')[0]);
  expect(comments.filter((text) => text === 'I am on it')).toHaveLength(1);
  for (const [index, post] of posts.entries()) {
    const news = replies(house, post).slice(before[index]?.length);
    const late = news.filter((text) => text.includes('Caught up'));
    expect(late).toEqual([expect.stringMatching(/5 comments[\s\S]*Three[\s\S]*Four[\s\S]*Five/)]);
    expect(late.join('\n')).not.toMatch(/> (One|Two)/);
    expect(news.filter((text) => /> (One|Two|Three)/.test(text) && !late.includes(text))).toEqual([]);
    expect(look(post).fields.Column).toBe('Doing');
  }
  // Nothing newer has been shown of the other card: what is old is still news there.
  const other = replies(house, cardPost(house, 'town-square', 'Paint the door'));
  expect(other).toEqual([expect.stringMatching(/ann[\s\S]*Which colour\?/i)]);
  expect(heard(house, 'tom').filter((text) => text.includes('is in **Doing** now'))).toHaveLength(1);

  const all = posts.map((post) => replies(house, post));
  expect(await replays()).toEqual([]);
  expect(posts.map((post) => replies(house, post))).toEqual(all);
  expect(house.logged).toEqual([]);
});
