import { describe, expect, test } from '@jest/globals';
import type { Mark } from '../../lib/store/tombstones.ts';
import { cardPost, cardPosts, directRoom, look, opens, replies, said } from '../flows/sight.ts';
import { straight } from '../histories/board-side.ts';
import { openMailScene } from './mail-scene.ts';
import { openScene, type Scene, says } from './scene.ts';

const MINUTE = 60_000;
const square = { room: 'square' };

/** Somebody is forgotten, and everyone's memory of who was is read anew by then. */
async function forget(scene: Scene, ...marks: readonly Mark[]): Promise<void> {
  await scene.house.store.tombstones.raise('ops', marks);
  scene.pass(2 * MINUTE);
}

/** Tom's card `#2`; Ann follows it, alone with the bot. */
async function withCard() {
  const scene = await openScene();
  const { card, post } = await opens(scene, 'tom', 'Pump', square);
  await says(scene, 'ann', 'follow #2');
  await scene.lapse(MINUTE);
  const away = (side: 'board' | 'chat') => scene.fails((step) => (step.side === side ? 'refused' : 'none'));
  const back = async () => {
    scene.fails();
    await scene.settle();
  };
  return { scene, card, post, away, back };
}

describe('what a forgotten person had asked for', () => {
  test('is not done any more, and what others ask for is', async () => {
    const { scene, card, away, back } = await withCard();
    away('board');
    await scene.mattermost.as('tom').command('square', '/card move #2 doing');
    await scene.mattermost.as('ann').command('dev', '/card label #2 bug');
    await scene.lapse(1_000);
    await forget(scene, { connection: 'chat', person: 'idoftom' });
    await back();
    expect([card.labelIds.length, look(cardPost(scene, 'square', 'Pump')).fields.Column]).toEqual([
      1,
      'To Do',
    ]);
    expect(scene.house.queues.waiting).toEqual([]);
    // What they ask for from then on is new.
    expect(await says(scene, 'tom', 'move #2 review')).toEqual(['\\#2 is in **Review** now.']);
  });
});

describe('what is still to be told', () => {
  test('of a forgotten person’s words is the card as it is', async () => {
    const { scene, card, post, away, back } = await withCard();
    away('board');
    void scene.house.hands[0].board('bob').comment(card._id, 'My words');
    await scene.lapse(1_000);
    void scene.house.hands[0].board('bob').moveCard(card._id, 'Doing');
    await scene.lapse(1_000);
    await forget(scene, { name: 'bob' });
    await back();
    expect(JSON.stringify([...scene.mattermost.world.posts.values()])).not.toContain('My words');
    expect([look(post).fields.Column, replies(scene, post)]).toEqual(['Doing', []]);
  });

  test('names no owner who is forgotten', async () => {
    const { scene, card, post, away, back } = await withCard();
    expect(look(post).fields['Opened by']).toBe('Tom');
    away('board');
    void scene.house.hands[0].board('bob').moveCard(card._id, 'Doing');
    await scene.lapse(1_000);
    await forget(scene, { name: 'Tom' });
    await back();
    expect(look(post).fields).toEqual({ Column: 'Doing' });
    expect(replies(scene, post)).toEqual(['bob moved it from **To Do** to **Doing**']);
  });

  test('goes into no conversation of theirs, not what was gathered either', async () => {
    const { scene, card, away, back } = await withCard();
    const alone = directRoom(scene, 'ann');
    const conversation = `mattermost:chat:${scene.mattermost.world.channel(alone).id}:`;
    void scene.house.hands[0].board('bob').comment(card._id, 'one');
    await scene.lapse(1_000);
    void scene.house.hands[0].board('bob').comment(card._id, 'two');
    await scene.lapse(1_000);
    away('board');
    void scene.house.hands[0].board('bob').comment(card._id, 'three');
    await scene.lapse(1_000);
    await forget(scene, { conversation });
    await back();
    expect(replies(scene, cardPost(scene, alone, 'Pump'))).toEqual(['bob commented:\n> one']);
    expect(replies(scene, cardPost(scene, 'square', 'Pump')).join()).toContain('> three');
    expect(cardPosts(scene, 'team')).toHaveLength(1);
    expect(await scene.house.store.graveyard.list('ops')).toEqual([]);
  });
});

test('mail that comes back from an address that is forgotten tells the team nothing', async () => {
  const scene = await openMailScene({ strangers: 'accept' });
  await scene.arrives({ from: 'eva@example.net', subject: 'Pump', text: 'Please.' });
  const [sent] = scene.to('eva@example.net');
  scene.fails(({ side }) => (side === 'chat' ? 'refused' : 'none'));
  if (sent) await scene.world.mail?.comesBack(sent, 'Bounce', straight);
  await scene.lapse(1_000);
  await forget(scene, { connection: 'post', person: 'eva@example.net' });
  scene.fails();
  await scene.settle();
  expect(said(scene, 'team')).toEqual([]);
});
