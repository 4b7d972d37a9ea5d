import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimPost } from '../sims/mattermost/model.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, openHouse } from './house.ts';
import {
  cardPost,
  cardTitled,
  clicks,
  columnOf,
  directRoom,
  heard,
  look,
  opens,
  replies,
  submits,
  types,
} from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());
const dialog = (name: string) => house.mattermost.as(name).dialog();

describe('the buttons of a living message', () => {
  let card: SimCard;
  let post: SimPost;
  beforeAll(async () => {
    ({ card, post } = await opens(house, 'tom', 'Press the buttons'));
  });
  const pass = () => house.lapse(60_000);

  test('Move puts the card into the chosen column, and the message itself is the answer', async () => {
    expect(await clicks(house, 'tom', post, 'Move', 'Review')).toEqual([]);
    expect(columnOf(house, card)).toBe('Review');
    expect(look(post)).toMatchObject({
      fields: { Column: 'Review' },
      last: 'tom moved it from **To Do** to **Review**',
    });
    await pass();
  });

  test('Assign me assigns who clicked', async () => {
    expect(await clicks(house, 'ann', post, 'Assign me')).toEqual([]);
    expect(look(post).fields.People).toBe('ann');
    await pass();
  });

  test('Done moves to the column that means done, and its person hears who did it', async () => {
    expect(await clicks(house, 'ann', post, 'Done')).toEqual([]);
    expect(columnOf(house, card)).toBe('Done');
    await pass();
  });

  test('Follow shows the card to the one who clicked, and what happens from then on', async () => {
    await clicks(house, 'ann', post, 'Follow');
    await pass();
    const direct = cardPost(house, directRoom(house, 'ann'), 'Press the buttons');
    expect(look(direct).last).toBe('tom opened this card');
    await types(house, 'tom', '/card move #1 doing');
    expect(replies(house, direct)).toEqual(['tom moved it from **Done** to **Doing**']);
    await pass();
  });

  test('Comment asks in a dialog, and the comment carries its person', async () => {
    expect(await clicks(house, 'ann', post, 'Comment')).toEqual([]);
    expect(dialog('ann')).toMatchObject({
      title: 'Comment on #1',
      elements: [{ name: 'text', type: 'textarea' }],
    });
    expect(await submits(house, 'ann', { text: 'Nearly there\n/card archive #1' })).toEqual([]);
    const [comment] = house.wekan.world.comments;
    expect(comment?.text).toMatch(/^Nearly there\n\/card archive #1\n\n— ann, Mattermost ~town-square · cw-/);
    expect(card.archived).toBe(false);
    expect(look(post).last).toContain('ann commented:\n> Nearly there');
    await pass();
  });

  test('an empty comment is refused and says so', async () => {
    await clicks(house, 'ann', post, 'Comment');
    expect(await submits(house, 'ann', { text: '  ' })).toEqual([
      expect.stringMatching(/^A comment needs a text/),
    ]);
    expect(house.wekan.world.comments).toHaveLength(1);
  });

  test('work in the team channel too, for members; a guest is told who can help', async () => {
    const there = cardPost(house, 'team', 'Press the buttons');
    house.mattermost.world.channel('team').members.add(house.mattermost.world.user('guest').id);
    expect(await clicks(house, 'ann', there, 'Done')).toEqual([]);
    await pass();
    expect(look(there).fields.Column).toBe('Done');
    expect(await clicks(house, 'guest', there, 'Move', 'Doing')).toEqual([
      expect.stringMatching(/may not `move`/),
    ]);
    expect(await clicks(house, 'guest', there, 'Follow')).toEqual([
      expect.stringMatching(/not one of yours/),
    ]);
    expect(columnOf(house, card)).toBe('Done');
  });

  test('of an archived card only follow and comment are left, of a deleted one none', async () => {
    await types(house, 'tom', '/card archive #1');
    await pass();
    expect(look(post).buttons).toEqual(['Follow', 'Comment']);
    expect(look(post).last).toContain('This card is archived');
    await house.wekan.asUser('ann').delete(card._id);
    await house.lapse(60_000);
    expect(look(post).buttons).toEqual([]);
    expect(look(post)).toMatchObject({
      title: '#1 Press the buttons',
      last: expect.stringContaining('was deleted'),
    });
    for (const text of ['show #1', 'move #1 done', 'restore #1', 'comment #1 Hello', 'follow #1']) {
      expect(await types(house, 'tom', `/card ${text}`)).toEqual([
        expect.stringMatching(/I do not find \\?#1/),
      ]);
    }
  });

  test('a click on a message that was stale answers, and puts it right', async () => {
    const { ref, post: stale } = await opens(house, 'tom', 'Went quiet');
    expect(await types(house, 'tom', `/card unfollow ${ref}`)).toEqual([
      expect.stringMatching(/is quiet now/),
    ]);
    await clicks(house, 'tom', stale, 'Move', 'Doing');
    await pass();
    expect(look(stale).fields.Column).toBe('Doing');
  });
});

describe('the dialog of a new card', () => {
  test('opens from the bare command, in a thread as well, and makes the card there', async () => {
    const root = house.mattermost.as('tom').post('town-square', 'We need a plan');
    expect(await types(house, 'tom', '/card', { root: root.id })).toEqual([]);
    const elements = dialog('tom')?.elements ?? [];
    expect(elements.map(({ name }) => name)).toEqual(['title', 'description', 'column', 'assignee', 'due']);
    expect(elements[3]?.options?.map(({ text }) => text)).toEqual(['ann', 'bob', 'tom']);
    const column = elements[2]?.options?.find(({ text }) => text === 'Review')?.value;
    const fields = {
      title: 'From a dialog',
      description: 'Line 1\nLine 2',
      column,
      assignee: 'bob',
      due: 'march 1 2031',
    };
    expect(await submits(house, 'tom', fields)).toEqual([]);
    await house.lapse(60_000);
    expect(cardTitled(house, 'From a dialog').description).toMatch(
      /^Line 1\nLine 2\n\n— tom, Mattermost ~town-square/,
    );
    const post = cardPost(house, 'town-square', 'From a dialog');
    expect(post.root_id).toBe(root.id);
    expect(look(post).fields).toMatchObject({ Column: 'Review', People: 'bob', Due: 'Sat 1 Mar 2031' });
  });

  test('a date that is none is refused, with everything that was typed', async () => {
    await types(house, 'tom', '/card');
    const told = await submits(house, 'tom', { title: 'Some day', due: 'when pigs fly' });
    expect(told).toEqual([expect.stringMatching(/“when pigs fly” as a date[\s\S]*Some day\nwhen pigs fly/)]);
  });

  test('a date that is over is refused', async () => {
    await types(house, 'tom', '/card');
    const told = await submits(house, 'tom', { title: 'Some day', due: '2020-01-01' });
    expect(told).toEqual([expect.stringMatching(/is over[\s\S]*Some day/)]);
  });

  test('cancelled is nothing', async () => {
    const before = house.wekan.world.cards.length;
    await types(house, 'tom', '/card');
    expect(await house.mattermost.as('tom').cancelDialog()).toEqual({ shown: [] });
    await house.settle();
    expect(house.wekan.world.cards).toHaveLength(before);
  });

  test('whose trigger has died is said in text how to go on', async () => {
    house.wekan.faults.add({ kind: 'status', status: 500 }, { path: /export/, times: 1 });
    house.pass(6 * 60_000);
    const told = await types(house, 'tom', '/card');
    expect(told).toEqual([expect.stringMatching(/is kept/)]);
    await house.lapse(60_000);
    expect(heard(house, 'tom').join('\n')).toContain('The form came too late');
    expect(house.logged).toEqual([]);
  });
});
