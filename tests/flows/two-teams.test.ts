import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import { type House, openHouse } from './house.ts';
import { addSecondTeam } from './second-team.ts';
import { cardPost, cardPosts, clicks, columnOf, heard, look, opens, replies, types } from './sight.ts';

/** Two teams on the same servers, whose connections even have the same names. Nothing crosses. */
let house: House;
beforeAll(async () => {
  house = await openHouse();
  await addSecondTeam(house);
});
afterAll(() => house.stop());

async function theirs(text: string, room = 'town-square'): Promise<readonly string[]> {
  const before = heard(house, 'other').length;
  await house.mattermost.as('other').command(room, `/theirs ${text}`);
  await house.settle();
  return heard(house, 'other').slice(before);
}

describe('two teams', () => {
  test('open cards of the same number, each on its own board, told in its own channel', async () => {
    await opens(house, 'tom', 'Our card');
    expect(await theirs('Their card')).toEqual([]);
    await house.lapse(60_000);
    const [ours, their] = house.wekan.world.cards;
    expect([ours?.cardNumber, their?.cardNumber]).toEqual([1, 1]);
    expect(cardPosts(house, 'team').map((post) => look(post).title)).toEqual(['#1 Our card']);
    expect(cardPosts(house, 'their-team').map((post) => look(post).title)).toEqual(['#1 Their card']);
  });

  test('move their own by that number, and find nothing of each other', async () => {
    const [ours, their] = house.wekan.world.cards;
    await theirs('move #1 out');
    expect([ours, their].map((card) => card && columnOf(house, card))).toEqual(['To Do', 'Out']);
    expect(await theirs('list')).toEqual([expect.not.stringContaining('Our card')]);
    expect(await theirs('search card')).toEqual([expect.not.stringContaining('Our card')]);
    expect(await theirs(`show ${house.wekan.url}/b/${house.wekan.board._id}/x/${ours?._id}`)).toEqual([
      expect.stringMatching(/I do not find/),
    ]);
    await house.lapse(60_000);
  });

  test('have members of their own', async () => {
    expect(await types(house, 'other', '/card move #1 doing')).toEqual([
      expect.stringMatching(/may not `move`/),
    ]);
    await house.mattermost.as('tom').command('town-square', '/theirs move #1 in');
    await house.settle();
    expect(heard(house, 'tom').at(-1)).toMatch(/may not `move`/);
  });

  test('hear of their own board alone', async () => {
    const [ours, their] = house.wekan.world.cards;
    await house.wekan.asUser('bob').comment(their?._id ?? '', 'For them');
    await house.wekan.asUser('bob').comment(ours?._id ?? '', 'For us');
    await house.lapse(60_000);
    expect(replies(house, cardPost(house, 'team', 'Our card'))).toEqual(['bob commented:\n> For us']);
    expect(replies(house, cardPost(house, 'their-team', 'Their card')).at(-1)).toBe(
      'other commented:\n> For them',
    );
  });

  test("cannot use each other's buttons, addresses or webhooks", async () => {
    const [ours] = house.wekan.world.cards;
    const [attachment] = attachmentsOf(cardPost(house, 'town-square', 'Our card'));
    const done = attachment?.actions?.find(({ name }) => name === 'Done');
    const theirUrl = attachmentsOf(cardPost(house, 'their-team', 'Their card'))[0]?.actions?.[0]?.integration
      ?.url;
    const integration = { ...done?.integration, url: theirUrl ?? '' };
    const attachments = [{ actions: [{ id: 'bad', name: 'Bad', type: 'button', integration }] }];
    const bad = house.mattermost.as('other').post('town-square', 'Mixed', { props: { attachments } });
    expect(await clicks(house, 'other', bad, 'Bad')).toEqual(['Action integration error.']);
    const [, theirHook] = house.wekan.world.integrations;
    const before = [...house.mattermost.world.posts.values()].length;
    await fetch(theirHook?.url ?? '', {
      method: 'POST',
      body: JSON.stringify({
        text: '',
        cardId: ours?._id,
        description: 'act-addComment',
        commentId: house.wekan.world.comments.at(-1)?._id,
      }),
    });
    await house.lapse(60_000);
    expect([...house.mattermost.world.posts.values()]).toHaveLength(before);
    expect(ours && columnOf(house, ours)).toBe('To Do');
    expect(house.logged).toEqual([]);
  });
});
