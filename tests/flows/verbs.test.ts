import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, openHouse } from './house.ts';
import {
  cardPost,
  cardPosts,
  cardTitled,
  columnOf,
  directRoom,
  look,
  opens,
  replies,
  types,
} from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

describe('a card of one person, changed by every verb', () => {
  let ref = '';
  let card: SimCard;
  beforeAll(async () => {
    ({ card, ref } = await opens(house, 'tom', 'Fix the pump'));
    await house.wekan.asUser('ann').checklist(card._id, 'Steps', ['Order parts', 'Fit them']);
    await house.lapse(60_000);
  });
  const assignees = () =>
    card.assignees.map((id) => house.wekan.world.users.find(({ _id }) => _id === id)?.username);
  const labels = () =>
    card.labelIds.map((id) => house.wekan.board.labels.find(({ _id }) => _id === id)?.name);
  const ticked = () => house.wekan.world.items.filter((item) => item.isFinished).map(({ title }) => title);
  const comments = () =>
    house.wekan.world.comments.filter(({ cardId }) => cardId === card._id).map(({ text }) => text);

  test.each<[string, RegExp, () => void]>([
    ['move # doing', /is in \*\*Doing\*\* now/, () => expect(columnOf(house, card)).toBe('Doing')],
    [
      'comment # The part\nhas come',
      /comment is on/,
      () => expect(comments().join()).toMatch(/^The part\nhas come/),
    ],
    ['assign # me @ann', /assigned to tom, ann/, () => expect(assignees()).toEqual(['tom', 'ann'])],
    ['unassign # @ann', /no longer assigned to ann/, () => expect(assignees()).toEqual(['tom'])],
    ['due # 2031-03-01', /due Sat 1 Mar 2031 now/, () => expect(card.dueAt).toBe('2031-03-01T22:59:00.000Z')],
    ['due # none', /no due date/, () => expect(card.dueAt).toBeUndefined()],
    ['label # #urgent #bug', /labelled urgent, bug/, () => expect(labels()).toEqual(['urgent', 'bug'])],
    ['unlabel # urgent', /no longer labelled urgent/, () => expect(labels()).toEqual(['bug'])],
    [
      'rename # Fix the big pump',
      /called “Fix the big pump”/,
      () => expect(card.title).toBe('Fix the big pump'),
    ],
    [
      'describe # It leaks',
      /new description/,
      () => expect(card.description).toMatch(/^It leaks\n\n— tom, Mattermost ~town-square/),
    ],
    ['check # order', /Ticked “Order parts”/, () => expect(ticked()).toEqual(['Order parts'])],
    ['uncheck # order parts', /“Order parts” on .* is open again/, () => expect(ticked()).toEqual([])],
    [
      'check # add Paint it',
      /“Paint it” is on the checklist of/,
      () =>
        expect(house.wekan.world.items.map(({ title }) => title)).toEqual([
          'Order parts',
          'Fit them',
          'Paint it',
        ]),
    ],
    ['check # paint', /Ticked “Paint it”/, () => expect(ticked()).toEqual(['Paint it'])],
    ['check # add paint it', /already, and ticked/, () => expect(ticked()).toEqual(['Paint it'])],
    ['archive #', /in the archive now/, () => expect(card.archived).toBe(true)],
    ['restore #', /back from the archive/, () => expect(card.archived).toBe(false)],
    ['done #', /is in \*\*Done\*\* now/, () => expect(columnOf(house, card)).toBe('Done')],
    ['show #', /Fix the big pump.*Done · tom/, () => {}],
    ['#', /Fix the big pump.*Done · tom/, () => {}],
    ['list mine', /Fix the big pump/, () => {}],
    ['list Done', /Fix the big pump/, () => {}],
    ['list overdue', /nothing on this list/, () => {}],
    ['search BIG pump', /Fix the big pump/, () => {}],
    ['search submarine', /no card with “submarine”/, () => {}],
    ['help', /archive #42.*puts a card into the archive/, () => {}],
    ['help move', /beginning of the column's name is enough/, () => {}],
  ])('%s', async (text, answer, holds) => {
    const told = await types(house, 'tom', `/card ${text.replace(/#(?=\s|$)/, ref)}`);
    expect(told).toEqual([expect.stringMatching(answer)]);
    holds();
    await house.lapse(20_000);
    expect(house.logged).toEqual([]);
  });

  test('is one living message in the room, true to the last, with no reply about what its own person did', () => {
    const post = cardPost(house, 'town-square', 'Fix the big pump');
    expect(cardPosts(house, 'town-square')).toEqual([post]);
    expect(look(post).fields).toMatchObject({
      Column: 'Done',
      People: 'tom',
      Labels: 'bug',
      'Opened by': 'tom',
    });
    expect(replies(house, post).filter((text) => text.includes('tom'))).toEqual([]);
  });

  test('tells the team channel who it was', () => {
    const told = replies(house, cardPost(house, 'team', 'Fix the big pump'));
    expect(told).toContain('tom moved it from **To Do** to **Doing**');
    expect(told.join('\n')).toContain('tom commented:\n> The part\n> has come');
    expect(told.join('\n')).not.toContain('label');
  });
});

describe('where it was asked', () => {
  test('in a thread: the card stands in it, and so does the news', async () => {
    const root = house.mattermost.as('tom').post('town-square', 'The pump is dripping again');
    const { card, post } = await opens(house, 'tom', 'Pump in a thread', { root: root.id });
    expect(post.root_id).toBe(root.id);
    await house.wekan.asUser('ann').moveCard(card._id, 'Review');
    await house.settle();
    expect(replies(house, root).at(-1)).toBe('ann moved it from **To Do** to **Review**');
    expect(look(post).fields.Column).toBe('Review');
  });

  test('alone with the bot: the card says who asked, not where', async () => {
    const room = directRoom(house, 'tom');
    const { card } = await opens(house, 'tom', 'Pump in private', { room });
    expect(card.description).toMatch(/^— tom, Mattermost · cw-/);
    await house.wekan.asUser('ann').comment(card._id, 'Which one?');
    await house.settle();
    expect(replies(house, cardPost(house, room, 'Pump in private'))).toEqual([
      'ann commented:\n> Which one?',
    ]);
  });

  test("by the card's link", async () => {
    const { card } = await opens(house, 'tom', 'Pump by link');
    const link = `${house.wekan.url}/b/${house.wekan.board._id}/ops/${card._id}`;
    expect(await types(house, 'ann', `/card move ${link} review`)).toEqual([expect.stringMatching(/Review/)]);
    expect(columnOf(house, card)).toBe('Review');
    expect(await types(house, 'ann', `/card show ${link}?x=1#top`)).toEqual([
      expect.stringMatching(/Pump by link/),
    ]);
    expect(await types(house, 'ann', `/card ${link}`)).toEqual([expect.stringMatching(/Pump by link/)]);
  });

  test('with everything at once', async () => {
    await opens(house, 'tom', 'Sweep @ann #bug in:review due:2031-03-01\nUnder the\n  table, too');
    const card = cardTitled(house, 'Sweep');
    expect(columnOf(house, card)).toBe('Review');
    expect(card.description).toMatch(/^Under the\n {2}table, too\n\n— tom/);
    expect(look(cardPost(house, 'town-square', 'Sweep'))).toMatchObject({
      fields: {
        Column: 'Review',
        People: 'ann',
        Labels: 'bug',
        Due: 'Sat 1 Mar 2031',
        'Opened by': 'tom',
      },
      last: 'tom opened this card',
      buttons: ['Follow', 'Comment', 'Move', 'Assign me', 'Done'],
    });
  });
});
