import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, look, opens, replies, said } from '../flows/sight.ts';
import type { Fault } from '../histories/faults.ts';
import { openScene, type Scene, says } from './scene.ts';

const square = { room: 'square' };

/** Tom's card `#2`, a minute ago. */
async function withCard() {
  const scene = await openScene();
  const { card, post } = await opens(scene, 'tom', 'Pump', square);
  await scene.lapse(60_000);
  return { scene, post, id: card._id };
}

/** Bob does several things on the board, one every so many milliseconds. */
async function inARow(scene: Scene, gap: number, ...doings: ((bob: ReturnType<typeof bobOf>) => unknown)[]) {
  for (const doing of doings) {
    void doing(bobOf(scene));
    await scene.lapse(gap);
  }
}
const bobOf = (scene: Scene) => scene.house.hands[0].board('bob');

describe('a burst', () => {
  test('shows its first change at once, and the rest of ten seconds in one reply', async () => {
    const { scene, post, id } = await withCard();
    await inARow(scene, 4_000, (bob) => bob.moveCard(id, 'Doing'));
    expect(replies(scene, post)).toEqual(['bob moved it from **To Do** to **Doing**']);
    await inARow(
      ...([scene, 1_500] as const),
      (bob) => bob.comment(id, 'one'),
      (bob) => bob.moveCard(id, 'Review'),
      (bob) => bob.moveCard(id, 'Done'),
    );
    expect(replies(scene, post)).toHaveLength(1);
    expect(look(post).fields.Column).toBe('Doing');
    await scene.lapse(10_000);
    expect(replies(scene, post).slice(1)).toEqual([
      'bob commented:\n> one\nbob moved it from **Doing** to **Done**',
    ]);
    expect(look(post)).toMatchObject({
      last: 'bob moved it from **Doing** to **Done**',
      fields: { Column: 'Done' },
    });
  });

  test('that leads back to where it began says nothing of the way', async () => {
    const { scene, post, id } = await withCard();
    await inARow(scene, 4_000, (bob) => bob.comment(id, 'one'));
    await inARow(
      ...([scene, 500] as const),
      (bob) => bob.moveCard(id, 'Doing'),
      (bob) => bob.moveCard(id, 'To Do'),
    );
    await scene.settle();
    expect(replies(scene, post)).toEqual(['bob commented:\n> one']);
    expect(look(post).last).toBe('bob commented:\n> one');
  });

  test('is over after ten seconds: what comes then shows at once', async () => {
    const { scene, post, id } = await withCard();
    await inARow(scene, 10_001, (bob) => bob.moveCard(id, 'Doing'));
    await inARow(scene, 500, (bob) => bob.moveCard(id, 'Review'));
    expect(replies(scene, post)).toHaveLength(2);
  });

  test('does not keep a person waiting for what they asked for in the same room', async () => {
    const { scene, post, id } = await withCard();
    await inARow(scene, 1_000, (bob) => bob.comment(id, 'one'));
    await scene.mattermost.as('tom').command('square', '/card move #2 review');
    await scene.lapse(1_000);
    expect(look(post).fields.Column).toBe('Review');
    // In the team's own room it waits for the others of its burst.
    expect(look(cardPost(scene, 'team', '#2')).fields.Column).toBe('To Do');
    await scene.settle();
    expect(look(cardPost(scene, 'team', '#2')).fields.Column).toBe('Review');
  });
});

describe('a message', () => {
  test('of a card that is deleted stays, marked, and nobody who never saw it is told', async () => {
    const { scene, post, id } = await withCard();
    await scene.act('bob', (bob) => bob.delete(id));
    expect(look(post)).toMatchObject({
      title: '#2 Pump',
      last: '**This card was deleted.**\nbob deleted it',
    });
    expect(replies(scene, post)).toEqual(['bob deleted it']);
    const [old] = scene.wekan.world.cards;
    await scene.act('bob', (bob) => bob.delete(old?._id ?? ''));
    expect(cardPosts(scene, 'team')).toHaveLength(1);
  });

  test('shows a card of the board’s own in the team’s room alone, with who opened it', async () => {
    const scene = await openScene();
    await scene.act('bob', (bob) => bob.createCard({ title: 'From the board' }));
    expect(look(cardPost(scene, 'team', 'From the board'))).toMatchObject({
      last: 'bob opened this card',
      fields: { Column: 'To Do' },
    });
    expect([cardPosts(scene, 'square'), said(scene, 'team')]).toEqual([[], []]);
  });

  test('made for a comment shows it in short, and says all of it below', async () => {
    const scene = await openScene();
    const [old] = scene.wekan.world.cards;
    const text = `It ${'drips '.repeat(40)}a lot`;
    await scene.act('bob', (bob) => bob.comment(old?._id ?? '', text));
    const post = cardPost(scene, 'team', 'old card');
    expect(look(post).last).toMatch(/^bob commented:\n> It (drips )+drips?…?$|…$/);
    expect(look(post).last.length).toBeLessThan(160);
    expect(replies(scene, post)).toEqual([`bob commented:\n> ${text}`]);
  });

  test('that was only put right keeps what was said last', async () => {
    const { scene, post, id } = await withCard();
    await inARow(
      scene,
      60_000,
      (bob) => bob.comment(id, 'one'),
      (bob) => bob.deleteComment(scene.wekan.world.comments[0]?._id ?? ''),
    );
    expect(scene.wekan.world.comments).toEqual([]);
    expect(replies(scene, post).at(-1)).toBe('bob deleted a comment');
  });

  test('that somebody deleted is made again with the next thing that happens', async () => {
    const { scene, post, id } = await withCard();
    scene.mattermost.as('tom').deletePost(post.id);
    await inARow(scene, 60_000, (bob) => bob.moveCard(id, 'Doing'));
    expect(cardPosts(scene, 'square')).toHaveLength(1);
    expect(look(cardPost(scene, 'square', '#2')).fields.Column).toBe('Doing');
  });
});

describe('whatever happens to a delivery, it is said once', () => {
  test.each<[string, RegExp, Fault]>([
    ['the post is made and its answer lost', /POST.*posts/, 'reset-done'],
    ['the run dies before the post', /POST.*posts/, 'kill-before'],
    ['the run dies after the post', /POST.*posts/, 'kill-done'],
    ['the run dies before the edit', /PUT.*(patch|posts)/, 'kill-before'],
    ['the run dies after the edit', /PUT.*(patch|posts)/, 'kill-done'],
    ['the chat breaks', /POST.*posts/, 'status-500'],
    ['the chat is busy', /POST.*posts/, 'status-429'],
    ['the table is gone when it is claimed', /UpdateItem THREAD/, 'kill-done'],
  ])('%s', async (_what, call, fault) => {
    const { scene, post, id } = await withCard();
    let left = 1;
    scene.fails(({ label }) => {
      if (left === 0 || !call.test(label)) return 'none';
      left -= 1;
      return fault;
    });
    await inARow(
      ...([scene, 2_000] as const),
      (bob) => bob.comment(id, 'one'),
      (bob) => bob.moveCard(id, 'Doing'),
      (bob) => bob.comment(id, 'two'),
    );
    await scene.settle();
    expect(left).toBe(0);
    const told = replies(scene, post).join('\n');
    for (const each of ['> one', '> two', 'moved it']) expect(told.split(each)).toHaveLength(2);
    expect(look(post).fields.Column).toBe('Doing');
    expect(scene.house.queues.waiting).toEqual([]);
  });

  test('a webhook that comes three times is told once', async () => {
    const { scene, post, id } = await withCard();
    const travel = { arrivesAfter: [0, 2_000, 40_000], fault: 'none' } as const;
    await scene.act('bob', (bob) => bob.comment(id, 'one'), travel);
    await scene.act('bob', (bob) => bob.moveCard(id, 'Doing'), travel);
    expect(replies(scene, post)).toEqual([
      'bob commented:\n> one',
      'bob moved it from **To Do** to **Doing**',
    ]);
  });

  test('a move that comes after the next one is not told backwards', async () => {
    const { scene, post, id } = await withCard();
    void scene.house.hands[0].board('bob', { arrivesAfter: [30_000], fault: 'none' }).moveCard(id, 'Doing');
    await scene.lapse(10);
    await scene.act('bob', (bob) => bob.moveCard(id, 'Review'));
    expect(replies(scene, post)).toEqual(['bob moved it from **To Do** to **Review**']);
  });
});

test('what the bridge does on the board is not told back when the board says it', async () => {
  const { scene, post, id } = await withCard();
  await says(scene, 'tom', 'comment #2 one');
  await scene.act('cardwire', (bridge) => bridge.comment(id, 'of a rule'));
  expect(replies(scene, post)).toEqual([]);
  // A rule of the board in the bridge's name shows, and is not said.
  await scene.act('cardwire', (bridge) => bridge.moveCard(id, 'Done'));
  expect([look(post).fields.Column, replies(scene, post)]).toEqual(['Done', []]);
});
