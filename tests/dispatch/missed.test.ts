import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, look, opens, replies } from '../flows/sight.ts';
import type { Travel } from '../histories/board-side.ts';
import { openScene, type Scene } from './scene.ts';

const MINUTE = 60_000;
const square = { room: 'square' };
/** No door takes it: the board never tells of it again. */
const lost: Travel = { arrivesAfter: [], fault: 'none' };

/** Tom's card `#2`, and a first look at its board, which tells nobody anything. */
async function withCard() {
  const scene = await openScene();
  const { card, post } = await opens(scene, 'tom', 'Pump', square);
  await scene.lapse(10 * MINUTE);
  await looks(scene);
  return { scene, post, id: card._id };
}

/** The time has come to look at every board, and all that is found is told. */
async function looks(scene: Scene): Promise<void> {
  await scene.house.sweep();
  await scene.lapse(10 * MINUTE);
}

describe('what no webhook told is found by looking', () => {
  test('and told as one, with what was said, in every conversation once', async () => {
    const { scene, post, id } = await withCard();
    await scene.act('bob', (bob) => bob.moveCard(id, 'Done'), lost);
    await scene.act('bob', (bob) => bob.comment(id, 'It is dry'), lost);
    await looks(scene);
    expect(replies(scene, post)).toEqual([
      'Caught up: moved from **To Do** to **Done**, one comment\nbob commented:\n> It is dry',
    ]);
    expect(look(post).fields.Column).toBe('Done');
    expect(replies(scene, cardPost(scene, 'team', '#2'))).toEqual(replies(scene, post));
    await looks(scene);
    expect(replies(scene, post)).toHaveLength(1);
  });

  test('the last three comments are quoted, the others counted', async () => {
    const { scene, post, id } = await withCard();
    for (const text of ['one', 'two', 'three', 'four', 'five'])
      await scene.act('bob', (bob) => bob.comment(id, text), lost);
    await looks(scene);
    const quotes = ['three', 'four', 'five'].map((text) => `bob commented:\n> ${text}`);
    expect(replies(scene, post)).toEqual([['Caught up: 5 comments', ...quotes].join('\n')]);
  });

  test('of several comments the message itself quotes none', async () => {
    const { scene, post, id } = await withCard();
    for (const text of ['one', 'two']) await scene.act('bob', (bob) => bob.comment(id, text), lost);
    await looks(scene);
    expect(look(post).last).toBe('Caught up: 2 comments');
    expect(replies(scene, post)).toEqual([
      'Caught up: 2 comments\nbob commented:\n> one\nbob commented:\n> two',
    ]);
  });

  test('a webhook that comes after all is not told once more', async () => {
    const { scene, post, id } = await withCard();
    const late: Travel = { arrivesAfter: [20 * MINUTE], fault: 'none' };
    void scene.house.hands[0].board('bob', late).comment(id, 'It is dry');
    await scene.lapse(1_000);
    await looks(scene);
    expect(replies(scene, post)).toHaveLength(1);
    await scene.settle();
    expect(replies(scene, post)).toHaveLength(1);
  });

  test('a card that is gone is shown as gone', async () => {
    const { scene, post, id } = await withCard();
    await scene.act('bob', (bob) => bob.delete(id), lost);
    await looks(scene);
    expect(look(post).last).toContain('This card was deleted');
  });

  test('a card that somebody opened on the board is shown in the team’s room', async () => {
    const { scene } = await withCard();
    await scene.act('bob', (bob) => bob.createCard({ title: 'From the board' }), lost);
    await looks(scene);
    expect(look(cardPost(scene, 'team', 'From the board')).fields.Column).toBe('To Do');
    expect(cardPosts(scene, 'square')).toHaveLength(1);
  });

  test.each<[string, (scene: Scene, id: string) => Promise<void>, object]>([
    [
      'a name',
      (scene, id) => scene.act('bob', (bob) => bob.rename(id, 'Big pump'), lost),
      { title: '#2 Big pump' },
    ],
    [
      'people',
      (scene, id) => scene.act('bob', (bob) => bob.assign(id, 'ann'), lost),
      { fields: expect.objectContaining({ People: 'Ann' }) },
    ],
    [
      'labels',
      (scene, id) => scene.act('bob', (bob) => bob.label(id, 'bug'), lost),
      { fields: expect.objectContaining({ Labels: 'bug' }) },
    ],
    [
      'a due date',
      (scene, id) => scene.act('bob', (bob) => bob.due(id, '2031-03-01T09:00:00.000Z'), lost),
      { fields: expect.objectContaining({ Due: 'Sat 1 Mar 2031, 10:00' }) },
    ],
    [
      'an archive',
      (scene, id) => scene.act('bob', (bob) => bob.archive(id), lost),
      { last: expect.stringContaining('This card is archived') },
    ],
  ])('%s', async (_what, change, shown) => {
    const { scene, post, id } = await withCard();
    await change(scene, id);
    await looks(scene);
    expect(look(post)).toMatchObject(shown);
    expect(look(cardPost(scene, 'team', '#2'))).toMatchObject(shown);
  });
});

describe('nobody is told', () => {
  test('by the first look at a board of what was there before', async () => {
    const scene = await openScene();
    const { card, post } = await opens(scene, 'tom', 'Pump', square);
    await scene.act('bob', (bob) => bob.comment(card._id, 'It is dry'), lost);
    await scene.act('bob', (bob) => bob.moveCard(card._id, 'Done'), lost);
    await scene.lapse(10 * MINUTE);
    await looks(scene);
    expect([look(post).fields.Column, replies(scene, post)]).toEqual(['Done', []]);
  });

  test('of what webhooks have told, nor of the bridge’s own comments', async () => {
    const { scene, post, id } = await withCard();
    await scene.act('bob', (bob) => bob.comment(id, 'It is dry'));
    await scene.mattermost.as('ann').command('square', '/card comment #2 Thank you');
    await scene.settle();
    const before = replies(scene, post);
    await scene.lapse(10 * MINUTE);
    await looks(scene);
    expect(replies(scene, post)).toEqual(before);
  });

  test('while somebody is at it through the bridge: it is looked at once more', async () => {
    const { scene, post, id } = await withCard();
    await scene.act('bob', (bob) => bob.moveCard(id, 'Doing'), lost);
    await scene.mattermost.as('tom').command('square', '/card label #2 bug');
    await scene.lapse(1_000);
    await scene.house.sweep();
    await scene.lapse(MINUTE);
    expect(replies(scene, post)).toEqual([]);
    await scene.lapse(10 * MINUTE);
    await looks(scene);
    expect(look(post).fields).toMatchObject({ Column: 'Doing', Labels: 'bug' });
  });

  test('where a team does not want its boards looked at, or has nobody who would hear', async () => {
    const scene = await openScene((team) => ({ ...team, teamChannels: [] }));
    await scene.act('bob', (bob) => bob.createCard({ title: 'From the board' }), lost);
    await looks(scene);
    expect([...scene.mattermost.world.posts.values()]).toEqual([]);
    expect(await scene.house.store.sweeps.met({ team: 'ops', board: 'main' })).toEqual([]);
  });
});
