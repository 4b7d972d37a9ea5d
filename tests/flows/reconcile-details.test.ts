import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recommendedAttributes } from '../sims/wekan/payload.ts';
import { type House, openHouse } from './house.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { cardPost, opens, replies, types } from './sight.ts';
import { tellAllKinds } from './told-of-all.ts';

/** What no message shows of a card on Wekan: none of it but the card's own fields makes it a changed one (wekan.md A2.8). */

let house: House;
let sweeper: Sweeper;
let id: string;
let told: () => readonly string[];

beforeEach(async () => {
  house = await openHouse();
  sweeper = sweeperFor(house);
  await tellAllKinds(house);
  id = (await opens(house, 'tom', 'Fix the pump')).card._id;
  const post = cardPost(house, 'team', 'Fix the pump');
  told = () => replies(house, post);
  await ann().checklist(id, 'Steps', ['Order parts', 'Fit them']);
  await ann().attachment(id, 'plan.pdf');
  said = (await ann().comment(id, 'Which pump?'))._id;
  await house.lapse(60_000);
  await sweeper.sweep();
  before = told().length;
});
afterEach(() => house.stop());

let said: string;
let before: number;
const ann = () => house.wekan.asUser('ann');
const news = () => told().slice(before);

/** Everything that can happen to what hangs on a card. */
const happenings: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['a description', () => ann().describe(id, 'It leaks'), 'description changed'],
  ['a custom field', () => ann().setCustomField(id, 'Budget', '42'), 'changed'],
  ['a step', () => ann().tick(id, 'Fit them'), '**Fit them** ticked'],
  ['a step that goes', () => ann().removeItem(id, 'Order parts'), '**something** taken off the checklist'],
  ['a file', () => ann().attachment(id, 'photo.png'), '**photo.png** attached'],
  ['a file that goes', () => ann().detach(id, 'plan.pdf'), '**something** no longer attached'],
  ['an edited comment', () => ann().editComment(said, 'Which one?'), 'one comment edited\n> Which one?'],
  ['a deleted comment', () => ann().deleteComment(said), 'one comment deleted'],
];

/** Webhooks do not arrive from now on; gives what brings them after all. */
function holdWebhooks(): () => Promise<void> {
  const held = house.wekan.hooks.sent.length;
  const { url } = house.webhook;
  for (const hook of house.wekan.world.integrations) hook.url = 'http://127.0.0.1:9/';
  return async () => {
    for (const hook of house.wekan.world.integrations) hook.url = url;
    for (const hook of house.wekan.hooks.sent.slice(held)) await house.wekan.hooks.repeat({ ...hook, url });
    await house.lapse(60_000);
  };
}

describe.each(happenings)('%s', (_, happens, line) => {
  test('whose webhook is lost is found once, and a webhook that comes after all tells nothing', async () => {
    const bring = holdWebhooks();
    await happens();
    await sweeper.sweep();
    expect(news()).toEqual([`Caught up: ${line}`]);
    await sweeper.sweep();
    await bring();
    await sweeper.sweep();
    expect(news()).toEqual([`Caught up: ${line}`]);
    expect(house.logged).toEqual([]);
  });

  test('that its webhook told is not found', async () => {
    await happens();
    await house.lapse(60_000);
    const [one = '', ...more] = news();
    expect([one.startsWith('Caught up'), more]).toEqual([false, []]);
    await sweeper.sweep();
    await sweeper.sweep();
    expect(news()).toEqual([one]);
  });
});

test('all of it is one reply, and what comes later is told by its own webhook', async () => {
  const bring = holdWebhooks();
  await ann().tick(id, 'Order parts');
  await ann().tick(id, 'Fit them');
  await ann().describe(id, 'It leaks');
  await sweeper.sweep();
  expect(news()).toEqual(['Caught up: description changed, **Order parts, Fit them** ticked']);
  await bring();
  await ann().untick(id, 'Fit them');
  await house.lapse(60_000);
  expect(news().slice(1)).toEqual([expect.stringContaining('took the tick off')]);
  await sweeper.sweep();
  expect(news()).toHaveLength(2);
});

test('a webhook that is lost among others is found', async () => {
  await ann().tick(id, 'Order parts');
  await house.lapse(60_000);
  holdWebhooks();
  await ann().untick(id, 'Order parts');
  await sweeper.sweep();
  expect(news().slice(1)).toEqual(['Caught up: **Order parts** no longer ticked']);
});

test('a webhook that names what it is about speaks for that alone', async () => {
  await house.stop();
  house = await openHouse(undefined, { wekan: { attributes: recommendedAttributes } });
  sweeper = sweeperFor(house);
  await tellAllKinds(house);
  id = (await opens(house, 'tom', 'Fix the pump')).card._id;
  await ann().checklist(id, 'Steps', ['Order parts', 'Fit them']);
  await sweeper.sweep();
  const post = cardPost(house, 'team', 'Fix the pump');
  const then = replies(house, post).length;
  const bring = holdWebhooks();
  await ann().tick(id, 'Order parts');
  for (const hook of house.wekan.world.integrations) hook.url = house.webhook.url;
  await ann().tick(id, 'Fit them');
  await house.lapse(60_000);
  await sweeper.sweep();
  await bring();
  const [one = '', two, ...more] = replies(house, post).slice(then);
  expect(one).toContain('ticked **Fit them**');
  expect([two, more]).toEqual(['Caught up: **Order parts** ticked', []]);
});

test('of the bridge’s own doing is nothing', async () => {
  await types(house, 'tom', '/card describe #1 It leaks badly');
  await types(house, 'tom', '/card check #1 order');
  await types(house, 'tom', '/card check #1 add Clean up');
  await house.lapse(60_000);
  const own = told();
  expect(own.slice(before).join('\n')).toMatch(/description.*ticked.*Clean up/s);
  await sweeper.sweep();
  await sweeper.sweep();
  expect(told()).toEqual(own);
});
