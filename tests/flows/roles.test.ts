import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addBoard } from '../sims/wekan/seed.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, clicks, directRoom, look, opens, submits, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse((team, { mattermost }) => {
    mattermost.addUser('t.berg');
    mattermost.addUser('zed');
    mattermost.addUser('bob');
    const crew = mattermost.addChannel('crew', { private: true, members: ['zed'], bot: true });
    return {
      ...team,
      members: {
        people: [
          { name: 'ann', mattermost: 'ann', wekan: 'ann' },
          { name: 'Tom', mattermost: 't.berg', wekan: 'tom' },
          { name: 'Bob of the board', wekan: 'bob' },
        ],
        room: { connection: 'chat', room: crew.id },
        may: team.members.may.filter((verb) => verb !== 'archive'),
      },
    };
  });
});
afterAll(() => house.stop());

const notFound = /I do not find/;
const notAllowed = (verb: string) => new RegExp(`You may not \`${verb}\` here`);

describe('members', () => {
  test('are those whom the settings list, by their names on each side', async () => {
    const { card, ref } = await opens(house, 't.berg', 'Of a member');
    expect(await types(house, 't.berg', `/card assign ${ref} me`)).toEqual([
      expect.stringMatching(/Tom is|to Tom/),
    ]);
    expect(card.assignees).toEqual([house.wekan.world.users.find(({ username }) => username === 'tom')?._id]);
    expect(await types(house, 'ann', `/card unassign ${ref} @t.berg`)).toHaveLength(1);
    expect(card.assignees).toEqual([]);
    expect(await types(house, 'ann', `/card assign ${ref} @tom`)).toHaveLength(1);
    expect(card.assignees).toHaveLength(1);
  });

  test('are those in the room whose people are members, as long as they are', async () => {
    expect(await types(house, 'zed', '/card move #1 doing')).toEqual([
      expect.stringMatching(/is in \*\*Doing\*\* now/),
    ]);
    house.mattermost.world.channel('crew').members.delete(house.mattermost.world.user('zed').id);
    expect(await types(house, 'zed', '/card move #1 done')).toEqual([
      expect.stringMatching(notAllowed('move')),
    ]);
  });

  test('are not those who are called on the chat as somebody is on the board', async () => {
    expect(await types(house, 'bob', '/card move #1 done')).toEqual([
      expect.stringMatching(notAllowed('move')),
    ]);
    expect(await types(house, 'tom', '/card move #1 done')).toEqual([
      expect.stringMatching(notAllowed('move')),
    ]);
  });

  test('may what the team allows, by word and by button, and help says so', async () => {
    expect(await types(house, 'ann', '/card archive #1')).toEqual([
      expect.stringMatching(notAllowed('archive')),
    ]);
    const [help = ''] = await types(house, 'ann', '/card help');
    expect(help).toContain('/card move');
    expect(help).not.toContain('/card archive');
    expect(await types(house, 'ann', '/card help archive')).toEqual([
      expect.stringMatching(notAllowed('archive')),
    ]);
  });

  test('who are not on the board are told so when they assign themselves', async () => {
    house.mattermost.world.channel('crew').members.add(house.mattermost.world.user('zed').id);
    expect(await types(house, 'zed', '/card assign #1 me')).toEqual([
      expect.stringMatching(/who you are on the board/),
    ]);
  });
});

describe('guests', () => {
  let own: { card: SimCard; ref: string };
  let others: { card: SimCard; ref: string };
  const linkTo = ({ _id }: SimCard, board = house.wekan.board._id) =>
    `${house.wekan.url}/b/${board}/x/${_id}`;
  beforeAll(async () => {
    own = await opens(house, 'guest', 'Mine alone @ann');
    others = await opens(house, 'other', 'Of somebody else');
  });

  test('open cards, and see, find, comment and follow their own', async () => {
    expect(await types(house, 'guest', `/card show ${own.ref}`)).toEqual([
      expect.stringMatching(/Mine alone/),
    ]);
    expect(await types(house, 'guest', '/card show '.concat(linkTo(own.card)))).toEqual([
      expect.stringMatching(/Mine alone/),
    ]);
    expect(await types(house, 'guest', `/card comment ${own.ref} Any news?`)).toEqual([
      expect.stringMatching(/comment is on/),
    ]);
    expect(await types(house, 'guest', `/card unfollow ${own.ref}`)).toEqual([
      expect.stringMatching(/is quiet now/),
    ]);
    expect(await types(house, 'guest', `/card follow ${own.ref}`)).toEqual([
      expect.stringMatching(/You follow/),
    ]);
    expect(look(cardPost(house, directRoom(house, 'guest'), 'Mine alone')).title).toContain('Mine alone');
  });

  test.each(['list', 'list mine', 'list To Do', 'search alone', 'search o'])(
    '%s: only their own',
    async (text) => {
      const [told = ''] = await types(house, 'guest', `/card ${text}`);
      expect(told).toContain('Mine alone');
      expect(told).not.toContain('somebody else');
      expect(told).not.toContain('Of a member');
    },
  );

  test('learn nothing from a list that has nothing of theirs', async () => {
    expect(await types(house, 'guest', '/card search somebody')).toEqual([
      expect.stringMatching(/no card with “somebody”/),
    ]);
    expect(await types(house, 'guest', '/card list Done')).toEqual([
      expect.stringMatching(/nothing on this list/),
    ]);
  });

  test.each<[string, () => string]>([
    ["another guest's card by number", () => others.ref],
    ["a member's card by number", () => '#1'],
    ['a number that is nobody’s', () => '#4711'],
    ["another guest's card by link", () => linkTo(others.card)],
    ['a card that nobody ever had, by link', () => linkTo({ ...others.card, _id: 'nosuchcard' })],
    ['a card of another board, by link', () => linkTo(others.card, 'otherboard')],
    ['a card of another server', () => 'https://elsewhere.example/b/a/b/c'],
  ])('%s: not found, whatever they try', async (_what, ref) => {
    for (const text of [`show ${ref()}`, `comment ${ref()} Hello`, `follow ${ref()}`, `unfollow ${ref()}`]) {
      const told = await types(house, 'guest', `/card ${text}`);
      expect(told).toEqual([expect.stringMatching(notFound)]);
      expect(told.join('\n')).not.toMatch(/somebody else|Of a member/);
    }
    expect(house.wekan.world.comments.some(({ text }) => text.startsWith('Hello'))).toBe(false);
  });

  test.each(['move # doing', 'assign # ann', 'due # none', 'rename # X', 'archive #', 'done #'])(
    'may not %s, not even with their own, and the column stays',
    async (text) => {
      const verb = text.split(' ')[0] === 'done' ? 'move' : (text.split(' ')[0] ?? '');
      const told = await types(house, 'guest', `/card ${text.replace('#', own.ref)}`);
      expect(told).toEqual([expect.stringMatching(notAllowed(verb))]);
      expect(own.card).toMatchObject({ title: 'Mine alone', archived: false });
    },
  );

  test("cannot use the buttons of somebody else's card", async () => {
    const post = cardPost(house, 'town-square', 'Of somebody else');
    for (const button of ['Follow', 'Comment']) {
      expect(await clicks(house, 'guest', post, button)).toEqual([expect.stringMatching(/not one of yours/)]);
    }
    expect(await clicks(house, 'guest', post, 'Done')).toEqual([expect.stringMatching(notAllowed('move'))]);
    expect(house.mattermost.as('guest').dialog()).toBeUndefined();
  });

  test('open one in the dialog', async () => {
    await types(house, 'guest', '/card');
    expect(await submits(house, 'guest', { title: 'By form' })).toEqual([]);
    expect(look(cardPost(house, 'town-square', 'By form')).fields['Opened by']).toBe('guest');
  });
});

describe('a card that is not on the team’s board', () => {
  test('is not found by members either, and webhooks about it tell nothing', async () => {
    const { world, board } = house.wekan;
    const elsewhere = addBoard(world, 'Secret', {
      columns: ['In'],
      members: { cardwire: 'normal', bob: 'normal' },
    });
    const card = await house.wekan.asUser('bob').createCard({ title: 'Not for the team', board: 'Secret' });
    for (const id of [board._id, elsewhere._id]) {
      expect(await types(house, 'ann', `/card show ${house.wekan.url}/b/${id}/x/${card._id}`)).toEqual([
        expect.stringMatching(notFound),
      ]);
    }
    const [hook] = world.integrations;
    if (hook) world.integrations.push({ ...hook, _id: 'wrong', boardId: elsewhere._id });
    await house.wekan.asUser('bob').comment(card._id, 'Whisper');
    await house.wekan.asUser('bob').moveCard(card._id, 'In');
    await house.lapse(60_000);
    const seen = JSON.stringify([...house.mattermost.world.posts.values()]);
    expect(seen).not.toContain('Not for the team');
    expect(seen).not.toContain('Whisper');
  });

  test('is gone for the team once somebody has moved it there', async () => {
    const { card, ref, post } = await opens(house, 'ann', 'Moving out');
    await house.wekan.asUser('bob').moveToBoard(card._id, 'Secret');
    await house.lapse(60_000);
    expect(look(post).last).toContain('This card was deleted');
    expect(await types(house, 'ann', `/card show ${ref}`)).toEqual([expect.stringMatching(notFound)]);
    expect(house.logged).toEqual([]);
  });
});
