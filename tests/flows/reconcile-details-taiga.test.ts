import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { bridgeOf } from '../boards/taiga/open.ts';
import type { SimStory } from '../sims/taiga/world.ts';
import {
  type DetailsSide,
  eachIsFoundOnce,
  eachIsToldByItsWebhook,
  type KnownCard,
  newsOf,
} from './each-detail.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { types } from './sight.ts';
import { openTaigaHouse, type TaigaHouse } from './taiga-house.ts';
import { tellAllKinds } from './told-of-all.ts';

/** What no message shows of a story: rows of lists have all but its description (taiga.md A2.5), its history has its comments (A2.8). */

let world: TaigaHouse;
let sweeper: Sweeper;
beforeEach(async () => {
  world = await openTaigaHouse();
  sweeper = sweeperFor(world.house);
  await tellAllKinds(world.house);
});
afterEach(() => world.stop());

const ann = () => world.taiga.asUser('ann');

/** A story with tasks, a file and a comment. */
interface Known extends KnownCard {
  readonly story: SimStory;
  readonly said: string;
}

async function knownCards(titles: readonly string[]): Promise<readonly Known[]> {
  const known: Omit<Known, 'news'>[] = [];
  for (const title of titles) {
    await types(world.house, 'tom', `/card ${title}`);
    await world.rest();
    const story = world.taiga.world.stories.find(({ subject }) => subject === title);
    if (!story) throw new Error('no story on the board');
    for (const task of ['Order parts', 'Fit them']) await ann().addTask(story.id, task);
    await ann().attachment(story.id, 'plan.pdf');
    known.push({ story, said: (await ann().comment(story.id, 'Which pump?')).id });
  }
  await world.rest();
  await sweeper.sweep();
  return known.map((card) => ({ ...card, news: newsOf(world.house, card.story.subject) }));
}

async function knownCard(): Promise<Known> {
  const [card] = await knownCards(['Fix the pump']);
  if (!card) throw new Error('no card');
  return card;
}

function taskOf({ id }: SimStory) {
  const [task] = world.taiga.world.tasks.filter(({ story }) => story === id);
  if (!task) throw new Error('no task on the story');
  return task;
}

const happenings: DetailsSide<Known>['happenings'] = [
  [({ story }) => ann().describe(story.id, 'It leaks'), 'description changed'],
  [({ story }) => ann().block(story.id, 'no parts'), 'marked as blocked'],
  [({ story }) => ann().change(story.id, { points: { Back: '5' } }), 'points changed'],
  [({ story }) => ann().addTask(story.id, 'Clean up'), '**Clean up** added to the checklist'],
  [({ story }) => ann().tick(story.id, 'Fit them'), '**Fit them** ticked'],
  [
    ({ story }) => ann().setTask(story.id, 'Fit them', 'In progress'),
    '**Fit them** changed on the checklist',
  ],
  [({ story }) => ann().removeTask(story.id, 'Fit them'), '**something** taken off the checklist'],
  [({ story }) => ann().attachment(story.id, 'photo.png'), '**photo.png** attached'],
  [
    ({ story }) => ann().comment(taskOf(story).id, 'Ordered'),
    'one comment\nann commented on **Order parts**:\n> Ordered',
  ],
  [({ said }) => ann().editComment(said, 'Which one?'), 'one comment edited\n> Which one?'],
  [({ said }) => ann().deleteComment(said), 'one comment deleted'],
];
/** Comments are asked for in turn, of five stories in a look: two looks see all. */
async function sweepTwice(): Promise<void> {
  await sweeper.sweep();
  await sweeper.sweep();
}

function holdWebhooks(): () => Promise<void> {
  world.taiga.hooks.hold();
  return async () => {
    await world.taiga.hooks.release();
    await world.rest();
  };
}

const side = (): DetailsSide<Known> => ({
  ...{ house: world.house, happenings, knownCards, holdWebhooks, look: sweepTwice },
  rest: world.rest,
});

test('what webhooks are lost of is found once, and webhooks that come after all tell nothing', () =>
  eachIsFoundOnce(side()));

test('what webhooks told is not found', () => eachIsToldByItsWebhook(side()));

test('a comment on a task is told by its webhook with the task, and is not found', async () => {
  const { story, news } = await knownCard();
  await sweepTwice();
  await ann().comment(taskOf(story).id, 'Ordered');
  await world.rest();
  const told = ['ann commented on **Order parts**:\n> Ordered'];
  expect(news()).toEqual(told);
  await sweepTwice();
  expect(news()).toEqual(told);
});

test('a task whose name holds a comma is one: another one whose webhook is lost is found', async () => {
  const { story, news } = await knownCard();
  const hooks = world.taiga.world.webhooks.splice(0);
  await ann().addTask(story.id, 'bolts');
  world.taiga.world.webhooks.push(...hooks);
  await ann().addTask(story.id, 'Nuts, bolts');
  await world.rest();
  await sweepTwice();
  expect(news()).toEqual([
    'ann added **Nuts, bolts** to the checklist',
    'Caught up: **bolts** added to the checklist',
  ]);
});

test('of tasks that the bridge may not see any more nothing is told, and what was done meanwhile once it may', async () => {
  const { story, news } = await knownCard();
  const { id: us } = bridgeOf(world.taiga);
  const role = world.taiga.project.memberships.find(({ userId }) => userId === us);
  const { permissions = [] } = role ?? {};
  permissions.splice(permissions.indexOf('view_tasks'), 1);
  await sweepTwice();
  world.taiga.hooks.hold();
  await ann().tick(story.id, 'Fit them');
  await ann().comment(taskOf(story).id, 'Ordered');
  await ann().describe(story.id, 'It leaks');
  await sweepTwice();
  expect(news()).toEqual(['Caught up: description changed']);
  permissions.push('view_tasks');
  await sweepTwice();
  expect(news().slice(1).sort()).toEqual([
    'Caught up: **Fit them** ticked',
    'Caught up: one comment\nann commented on **Order parts**:\n> Ordered',
  ]);
});

test('an epic and a sprint are found without a date', async () => {
  const { story, news } = await knownCard();
  story.epics = [7];
  story.milestone = 3;
  await sweeper.sweep();
  expect(news()).toEqual(['Caught up: sprint changed, epic changed']);
});

test('of the bridge’s own doing nothing is found, though Taiga tells it', async () => {
  const { story, news } = await knownCard();
  await types(world.house, 'tom', `/card describe #${story.ref} It leaks badly`);
  await types(world.house, 'tom', `/card check #${story.ref} order`);
  await types(world.house, 'tom', `/card check #${story.ref} add Clean up`);
  await world.rest();
  const own = news();
  expect(own.join('\n')).toMatch(/description.*ticked \*\*Order parts\*\*.*Clean up/s);
  await sweepTwice();
  expect(news()).toEqual(own);
});
