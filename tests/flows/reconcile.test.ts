import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { cardPost, cardPosts, look, opens, replies, types } from './sight.ts';

let house: House;
let sweeper: Sweeper;
beforeEach(async () => {
  house = await openHouse();
  sweeper = sweeperFor(house);
});
afterEach(() => house.stop());

const ann = () => house.wekan.asUser('ann');
/** Webhooks get lost from now on, or come again. */
const loseWebhooks = (lost: boolean) => {
  for (const hook of house.wekan.world.integrations) hook.enabled = !lost;
};

describe('what no webhook told', () => {
  test('is told by the next look, as one reply in each conversation, and by no other', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump');
    await sweeper.sweep();
    expect(replies(house, post)).toEqual([]);
    loseWebhooks(true);
    await ann().moveCard(card._id, 'Doing');
    await ann().moveCard(card._id, 'Done');
    await ann().assign(card._id, 'bob');
    await ann().comment(card._id, 'On it');
    await ann().comment(card._id, 'It works');
    loseWebhooks(false);
    await sweeper.sweep();
    const told = [
      'Caught up: moved from **To Do** to **Done**, assigned to **bob**, 2 comments',
      'ann commented:',
      '> On it',
      'ann commented:',
      '> It works',
    ].join('\n');
    expect(replies(house, post)).toEqual([told]);
    expect(replies(house, cardPost(house, 'team', 'Fix the pump'))).toEqual([told]);
    for (const room of ['town-square', 'team']) {
      const { fields, last } = look(cardPost(house, room, 'Fix the pump'));
      expect(fields).toMatchObject({ Column: 'Done', People: 'bob' });
      expect(last).toBe('Caught up: moved from **To Do** to **Done**, assigned to **bob**, 2 comments');
    }
    await sweeper.sweep();
    await sweeper.sweep();
    expect(replies(house, post)).toEqual([told]);
    expect(house.logged).toEqual([]);
  });

  test('of a way back is told: what was archived stands on the board again', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump');
    await sweeper.sweep();
    await ann().archive(card._id);
    await house.lapse(60_000);
    loseWebhooks(true);
    await ann().restore(card._id);
    loseWebhooks(false);
    await sweeper.sweep();
    expect(replies(house, post)).toEqual(['ann archived it', 'Caught up: back from the archive']);
  });

  test('is told once, whether the webhook comes late or the look does', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump');
    await sweeper.sweep();
    await ann().moveCard(card._id, 'Doing');
    await ann().comment(card._id, 'By webhook');
    await house.lapse(60_000);
    const told = replies(house, post);
    expect(told.join('\n').match(/By webhook/g)).toHaveLength(1);
    await sweeper.sweep();
    expect(replies(house, post)).toEqual(told);
  });

  test('of the bridge’s own doing is nothing', async () => {
    const { post } = await opens(house, 'tom', 'Fix the pump');
    await sweeper.sweep();
    loseWebhooks(true);
    await types(house, 'tom', '/card comment #1 From chat');
    await types(house, 'tom', '/card move #1 Review');
    await sweeper.sweep();
    await sweeper.sweep();
    expect(replies(house, post)).toEqual([]);
    const team = replies(house, cardPost(house, 'team', 'Fix the pump'));
    expect(team.join('\n')).not.toContain('Caught up');
  });

  test('before the first look is put right without a word', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump');
    loseWebhooks(true);
    await ann().moveCard(card._id, 'Doing');
    await ann().comment(card._id, 'Unheard');
    await sweeper.sweep();
    expect(look(cardPost(house, 'town-square', 'Fix the pump')).fields.Column).toBe('Doing');
    expect(replies(house, post)).toEqual([]);
  });

  test('is also that a card was archived, came back, or is gone', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump');
    await sweeper.sweep();
    loseWebhooks(true);
    await ann().archive(card._id);
    await sweeper.sweep();
    expect(replies(house, post)).toEqual(['Caught up: archived']);
    await ann().restore(card._id);
    await sweeper.sweep();
    expect(replies(house, post).at(-1)).toBe('Caught up: back from the archive');
    await ann().delete(card._id);
    await sweeper.sweep();
    expect(replies(house, post).at(-1)).toBe('Caught up: deleted');
    await sweeper.sweep();
    expect(replies(house, post)).toHaveLength(3);
  });

  test('is a new card, for the room that hears of every card', async () => {
    await ann().createCard({ title: 'Old as the hills' });
    await house.lapse(60_000);
    loseWebhooks(true);
    await ann().createCard({ title: 'Before the first look' });
    await sweeper.sweep();
    const { _id: id } = await ann().createCard({ title: 'Paint the wall' });
    await ann().comment(id, 'In blue');
    await sweeper.sweep();
    const titles = cardPosts(house, 'team').map((post) => look(post).title);
    expect(titles).toEqual(['#1 Old as the hills', '#3 Paint the wall']);
    const post = cardPost(house, 'team', 'Paint the wall');
    expect(look(post).last).toContain('Caught up: opened in **To Do**, one comment');
    expect(replies(house, post).join()).toContain('> In blue');
    await ann().comment(id, 'Or green');
    await sweeper.sweep();
    expect(replies(house, post).at(-1)).toBe('Caught up: one comment\nann commented:\n> Or green');
  });
});
