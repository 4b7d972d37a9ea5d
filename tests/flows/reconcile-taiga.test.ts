import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { cardPost, look, replies, types } from './sight.ts';
import { openTaigaHouse, type TaigaHouse } from './taiga-house.ts';

let world: TaigaHouse;
let sweeper: Sweeper;
beforeEach(async () => {
  world = await openTaigaHouse();
  sweeper = sweeperFor(world.house);
});
afterEach(() => world.stop());

const ann = () => world.taiga.asUser('ann');
const post = () => cardPost(world.house, 'town-square', 'Fix the pump');

async function opens(): Promise<number> {
  await types(world.house, 'tom', '/card Fix the pump');
  await world.rest();
  await sweeper.sweep();
  return world.taiga.world.stories.find(({ subject }) => subject === 'Fix the pump')?.id ?? 0;
}

describe('what Taiga sends no webhook for', () => {
  test('a column that is deleted moves its cards: they are told where they stand now', async () => {
    const id = await opens();
    const story = world.taiga.world.stories.find((each) => each.id === id);
    const ready = world.taiga.world.statuses.find(({ name, of }) => name === 'Ready' && of === 'userstory');
    // As a deleted status leaves it (A2.4): moved, without a date, an entry or a webhook.
    if (story && ready) story.status = ready.id;
    await sweeper.sweep();
    expect(replies(world.house, post())).toEqual(['Caught up: moved from **New** to **Ready**']);
    expect(look(post()).fields.Column).toBe('Ready');
  });

  test('a card that is dragged back unheard, which leaves no date, is told where it stands', async () => {
    const id = await opens();
    await sweeper.sweep();
    await ann().moveCard(id, 'Done');
    await world.rest();
    expect(look(post()).fields.Column).toBe('Done');
    const hooks = world.taiga.world.webhooks.splice(0);
    await ann().moveCard(id, 'New');
    world.taiga.world.webhooks.push(...hooks);
    await sweeper.sweep();
    expect(replies(world.house, post()).at(-1)).toBe('Caught up: moved from **Done** to **New**');
    expect(look(post()).fields.Column).toBe('New');
    await sweeper.sweep();
    expect(replies(world.house, post())).toHaveLength(2);
  });

  test('webhooks that are lost: fields, comments and a deleted card are told', async () => {
    const id = await opens();
    world.taiga.world.webhooks.splice(0);
    await ann().assign(id, 'bob');
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five']) await ann().comment(id, text);
    await sweeper.sweep();
    const [told = ''] = replies(world.house, post());
    expect(told.split('\n')[0]).toMatch(/^Caught up: assigned to \*\*.+\*\*, 5 comments$/);
    expect(told.match(/^> .*/gm)).toEqual(['> Three', '> Four', '> Five']);
    const before = post();
    await ann().delete(id);
    await sweeper.sweep();
    expect(replies(world.house, before).at(-1)).toBe('Caught up: deleted');
    await sweeper.sweep();
    expect(replies(world.house, before)).toHaveLength(2);
  });
});

test('webhooks that come after the look tell nothing twice', async () => {
  const id = await opens();
  world.taiga.hooks.hold();
  await ann().moveCard(id, 'Done');
  await ann().comment(id, 'It works');
  await sweeper.sweep();
  const told = replies(world.house, post());
  expect(told).toEqual([
    'Caught up: moved from **New** to **Done**, one comment\nann commented:\n> It works',
  ]);
  await world.taiga.hooks.release();
  await world.rest();
  expect(replies(world.house, post())).toEqual(told);
  await sweeper.sweep();
  expect(replies(world.house, post())).toEqual(told);
});

test('what the bridge itself has written, and Taiga tells it, is not found', async () => {
  await opens();
  await types(world.house, 'tom', '/card comment #1 On my way');
  await types(world.house, 'tom', '/card move #1 Done');
  await types(world.house, 'tom', '/card archive #1');
  await world.rest();
  await sweeper.sweep();
  await types(world.house, 'tom', '/card restore #1');
  await world.rest();
  await sweeper.sweep();
  const team = cardPost(world.house, 'team', 'Fix the pump');
  expect([...replies(world.house, post()), ...replies(world.house, team)].join('\n')).not.toContain(
    'Caught up',
  );
});
