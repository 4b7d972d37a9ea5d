import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openHouse } from '../flows/house.ts';
import { sweeperFor } from '../flows/reconcile-sweeper.ts';
import { cardPost, columnOf, look, opens, replies } from '../flows/sight.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { toldOn } from './scan.ts';

let house: House;
let cards: SimCard[];
/** The queue takes nothing from the doors. */
let away = false;
beforeAll(async () => {
  house = await openHouse();
  cards = [];
  for (let count = 0; count < 10; count += 1) cards.push((await opens(house, 'tom', `§Lost ${count}.`)).card);
  await house.lapse(60_000);
  house.clients.sqs.middlewareStack.add(
    (next, context) => async (args) => {
      if (away && context.commandName === 'SendMessageCommand') throw new Error('the queue is away');
      return next(args);
    },
    { step: 'initialize' },
  );
});
afterAll(() => house.stop());
const ann = () => house.wekan.asUser('ann');
const postsOf = ({ title }: SimCard) => ['town-square', 'team'].map((room) => cardPost(house, room, title));
const toldOf = (card: SimCard) => postsOf(card).map((post) => replies(house, post));

test('20 webhooks lost at the door for 20 min, 50 changes: the sweep shows the final state of each card once, marked as catch-up', async () => {
  const sweeper = sweeperFor(house);
  await sweeper.sweep();
  expect(cards.flatMap(toldOf).flat()).toEqual([]);
  away = true;
  const from = house.wekan.hooks.sent.length;
  for (const [at, card] of cards.entries()) {
    for (const column of ['Doing', 'Review', 'To Do', 'Done']) {
      await ann().moveCard(card._id, at === 0 && column === 'Done' ? 'Review' : column);
    }
    await ann().comment(card._id, `§meanwhile ${at}.`);
  }
  expect(house.wekan.hooks.sent.slice(from).map(({ status }) => status)).toEqual(Array(50).fill(503));
  house.pass(20 * 60_000);
  away = false;
  for (let times = 0; times < 3; times += 1) await sweeper.sweep();
  for (const [at, card] of cards.entries()) {
    const told = expect.stringMatching(/^Caught up: moved from \*\*To Do\*\* to \*\*\w+\*\*, one comment/);
    expect(toldOf(card)).toEqual([[told], [told]]);
    for (const post of postsOf(card)) {
      expect(look(post).fields.Column).toBe(columnOf(house, card));
      expect(replies(house, post)[0]?.match(/§meanwhile \d+\./g)).toEqual([`§meanwhile ${at}.`]);
    }
  }
  expect(house.logged.splice(0).length).toBeGreaterThan(0);
});

test('27 log scan during the rows above', () => {
  expect(toldOn(house)).toEqual([]);
  expect(house.logged).toEqual([]);
});
