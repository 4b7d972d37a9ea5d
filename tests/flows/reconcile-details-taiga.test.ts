import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SimStory } from '../sims/taiga/world.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { cardPost, replies, types } from './sight.ts';
import { openTaigaHouse, type TaigaHouse } from './taiga-house.ts';
import { tellAllKinds } from './told-of-all.ts';

/** What no message shows of a story: rows of lists have all but its description (taiga.md A2.5), its history has its comments (A2.8). */

let world: TaigaHouse;
let sweeper: Sweeper;
let story: SimStory;
let said: string;
let before: number;

beforeEach(async () => {
  world = await openTaigaHouse();
  sweeper = sweeperFor(world.house);
  await tellAllKinds(world.house);
  await types(world.house, 'tom', '/card Fix the pump');
  await world.rest();
  const made = world.taiga.world.stories.find(({ subject }) => subject === 'Fix the pump');
  if (!made) throw new Error('no story on the board');
  story = made;
  for (const task of ['Order parts', 'Fit them']) await ann().addTask(story.id, task);
  await ann().attachment(story.id, 'plan.pdf');
  said = (await ann().comment(story.id, 'Which pump?')).id;
  await world.rest();
  await sweeper.sweep();
  before = told().length;
});
afterEach(() => world.stop());

const ann = () => world.taiga.asUser('ann');
const told = () => replies(world.house, cardPost(world.house, 'team', 'Fix the pump'));
const news = () => told().slice(before);

const happenings: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['a description', () => ann().describe(story.id, 'It leaks'), 'description changed'],
  ['a block', () => ann().block(story.id, 'no parts'), 'marked as blocked'],
  ['points', () => ann().change(story.id, { points: { Back: '5' } }), 'points changed'],
  ['a task', () => ann().addTask(story.id, 'Clean up'), '**Clean up** added to the checklist'],
  ['a task that is done', () => ann().tick(story.id, 'Fit them'), '**Fit them** ticked'],
  [
    'a task in another state',
    () => ann().setTask(story.id, 'Fit them', 'In progress'),
    '**Fit them** changed on the checklist',
  ],
  ['a task that goes', () => ann().removeTask(story.id, 'Fit them'), '**something** taken off the checklist'],
  ['a file', () => ann().attachment(story.id, 'photo.png'), '**photo.png** attached'],
  ['an edited comment', () => ann().editComment(said, 'Which one?'), 'one comment edited\n> Which one?'],
  ['a deleted comment', () => ann().deleteComment(said), 'one comment deleted'],
];

describe.each(happenings)('%s', (_, happens, line) => {
  test('whose webhook is lost is found once, and a webhook that comes after all tells nothing', async () => {
    world.taiga.hooks.hold();
    await happens();
    await sweeper.sweep();
    expect(news()).toEqual([`Caught up: ${line}`]);
    await world.taiga.hooks.release();
    await world.rest();
    await sweeper.sweep();
    expect(news()).toEqual([`Caught up: ${line}`]);
    expect(world.house.logged).toEqual([]);
  });

  test('that its webhook told is not found', async () => {
    await happens();
    await world.rest();
    const [one = '', ...more] = news();
    expect([one.startsWith('Caught up'), more]).toEqual([false, []]);
    await sweeper.sweep();
    expect(news()).toEqual([one]);
  });
});

test('an epic and a sprint are found without a date', async () => {
  story.epics = [7];
  story.milestone = 3;
  await sweeper.sweep();
  expect(news()).toEqual(['Caught up: sprint changed, epic changed']);
});

test('of the bridge’s own doing is nothing, though Taiga tells it', async () => {
  const number = `#${story.ref}`;
  await types(world.house, 'tom', `/card describe ${number} It leaks badly`);
  await types(world.house, 'tom', `/card check ${number} order`);
  await types(world.house, 'tom', `/card check ${number} add Clean up`);
  await world.rest();
  const own = told();
  expect(own.slice(before).join('\n')).toMatch(/description.*ticked.*Clean up/s);
  await sweeper.sweep();
  await sweeper.sweep();
  expect(told()).toEqual(own);
});
