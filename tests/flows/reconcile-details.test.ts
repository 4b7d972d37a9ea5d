import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { recommendedAttributes } from '../sims/wekan/payload.ts';
import {
  type DetailsSide,
  eachIsFoundOnce,
  eachIsToldByItsWebhook,
  type KnownCard,
  newsOf,
} from './each-detail.ts';
import { type House, openHouse } from './house.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { cardPost, opens, replies, types } from './sight.ts';
import { tellAllKinds } from './told-of-all.ts';

/** What no message shows of a card on Wekan: none of it but the card's own fields makes it a changed one (wekan.md A2.8). */

let house: House;
let sweeper: Sweeper;

beforeEach(() => openedWith());
afterEach(() => house.stop());

async function openedWith(options: Parameters<typeof openHouse>[1] = {}): Promise<void> {
  house = await openHouse(undefined, options);
  sweeper = sweeperFor(house);
  await tellAllKinds(house);
}

const ann = () => house.wekan.asUser('ann');

/** A card with a checklist, a file and a comment. */
interface Known extends KnownCard {
  readonly id: string;
  readonly said: string;
}

async function knownCards(titles: readonly string[]): Promise<readonly Known[]> {
  const known: (Pick<Known, 'id' | 'said'> & { readonly title: string })[] = [];
  for (const title of titles) {
    const { _id: id } = (await opens(house, 'tom', title)).card;
    await ann().checklist(id, 'Steps', ['Order parts', 'Fit them']);
    await ann().attachment(id, 'plan.pdf');
    known.push({ id, title, said: (await ann().comment(id, 'Which pump?'))._id });
  }
  await house.lapse(60_000);
  await sweeper.sweep();
  return known.map(({ title, ...card }) => ({ ...card, news: newsOf(house, title) }));
}

async function knownCard(): Promise<Known> {
  const [card] = await knownCards(['Fix the pump']);
  if (!card) throw new Error('no card');
  return card;
}

const happenings: DetailsSide<Known>['happenings'] = [
  [({ id }) => ann().describe(id, 'It leaks'), 'description changed'],
  [({ id }) => ann().setCustomField(id, 'Budget', '42'), 'changed'],
  [({ id }) => ann().tick(id, 'Fit them'), '**Fit them** ticked'],
  [({ id }) => ann().removeItem(id, 'Order parts'), '**something** taken off the checklist'],
  [({ id }) => ann().attachment(id, 'photo.png'), '**photo.png** attached'],
  [({ id }) => ann().detach(id, 'plan.pdf'), '**something** no longer attached'],
  [({ said }) => ann().editComment(said, 'Which one?'), 'one comment edited\n> Which one?'],
  [({ said }) => ann().deleteComment(said), 'one comment deleted'],
];

function holdWebhooks(): () => Promise<void> {
  const held = house.wekan.hooks.sent.length;
  const { url } = house.webhook;
  for (const hook of house.wekan.world.integrations) hook.url = 'http://127.0.0.1:9/';
  return async () => {
    for (const hook of house.wekan.world.integrations) hook.url = url;
    const lost = house.wekan.hooks.sent.slice(held).filter((hook) => hook.url !== url);
    for (const hook of lost) await house.wekan.hooks.repeat({ ...hook, url });
    await house.lapse(60_000);
  };
}

const side = (): DetailsSide<Known> => ({
  ...{ house, happenings, knownCards, holdWebhooks, look: sweeper.sweep },
  rest: () => house.lapse(60_000),
});

test('what webhooks are lost of is found once, and webhooks that come after all tell nothing', () =>
  eachIsFoundOnce(side()));

test('what webhooks told is not found', () => eachIsToldByItsWebhook(side()));

test('all of it is one reply, and what comes later is told by its own webhook', async () => {
  const { id, news } = await knownCard();
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
  const { id, news } = await knownCard();
  await ann().tick(id, 'Order parts');
  await house.lapse(60_000);
  holdWebhooks();
  await ann().untick(id, 'Order parts');
  await sweeper.sweep();
  expect(news().slice(1)).toEqual(['Caught up: **Order parts** no longer ticked']);
});

test('a webhook that names what it is about speaks for that alone', async () => {
  await house.stop();
  await openedWith({ wekan: { attributes: recommendedAttributes } });
  const { id, news } = await knownCard();
  const bring = holdWebhooks();
  await ann().tick(id, 'Order parts');
  for (const hook of house.wekan.world.integrations) hook.url = house.webhook.url;
  await ann().tick(id, 'Fit them');
  await house.lapse(60_000);
  await sweeper.sweep();
  await bring();
  const [one = '', two, ...more] = news();
  expect(one).toContain('ticked **Fit them**');
  expect([two, more]).toEqual(['Caught up: **Order parts** ticked', []]);
});

test('a file whose name holds a comma is one: another one whose webhook is lost is found', async () => {
  await house.stop();
  await openedWith({ wekan: { attributes: recommendedAttributes } });
  const { id, news } = await knownCard();
  const lost = async (unheard: () => Promise<unknown>, heard: () => Promise<unknown>) => {
    const bring = holdWebhooks();
    await unheard();
    for (const hook of house.wekan.world.integrations) hook.url = house.webhook.url;
    await heard();
    await house.lapse(60_000);
    await sweeper.sweep();
    await bring();
    await sweeper.sweep();
  };
  await lost(
    () => ann().attachment(id, 'b.pdf'),
    () => ann().attachment(id, 'a, b.pdf'),
  );
  const added = ['ann attached **a, b.pdf**', 'Caught up: **b.pdf** attached'];
  expect(news()).toEqual(added);
  await lost(
    () => ann().detach(id, 'plan.pdf'),
    () => ann().detach(id, 'a, b.pdf'),
  );
  const removed = ['ann removed the attachment **a, b.pdf**', 'Caught up: **something** no longer attached'];
  expect(news()).toEqual([...added, ...removed]);
});

test('a file that comes while the server’s list of files fails is told once, with the next try', async () => {
  const { id, news } = await knownCard();
  house.wekan.faults.add({ kind: 'status', status: 500 }, { path: /\/api\/attachment\/list/ });
  await ann().attachment(id, 'a.pdf');
  await house.lapse(60_000);
  await sweeper.sweep();
  expect(news()).toEqual([expect.stringMatching(/^ann attached/)]);
});

test('of the bridge’s own doing nothing is found', async () => {
  const { news } = await knownCard();
  await types(house, 'tom', '/card describe #1 It leaks badly');
  await types(house, 'tom', '/card check #1 order');
  await types(house, 'tom', '/card check #1 add Clean up');
  await house.lapse(60_000);
  const own = news();
  expect(own.join('\n')).toMatch(/description.*ticked \*\*Order parts\*\*.*Clean up/s);
  await sweeper.sweep();
  await sweeper.sweep();
  expect(news()).toEqual(own);
});

test('a new card that has the number of one that is gone is no other look of it', async () => {
  const gone = await knownCard();
  await ann().delete(gone.id);
  await house.lapse(60_000);
  await sweeper.sweep();
  const { card } = await opens(house, 'tom', 'Paint the door');
  expect(card.cardNumber).toBe(1);
  await ann().checklist(card._id, 'Steps', ['Buy paint']);
  await house.lapse(60_000);
  const told = replies(house, cardPost(house, 'team', 'Paint the door'));
  await sweeper.sweep();
  await sweeper.sweep();
  const now = () => replies(house, cardPost(house, 'team', 'Paint the door'));
  expect(now()).toEqual(told);

  holdWebhooks();
  await ann().tick(card._id, 'Buy paint');
  await sweeper.sweep();
  expect(now().slice(told.length)).toEqual(['Caught up: **Buy paint** ticked']);
});
