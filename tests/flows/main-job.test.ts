import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const posts = (channel: string) => {
  const { id } = house.mattermost.world.channel(channel);
  return [...house.mattermost.world.posts.values()].filter((post) => post.channel_id === id);
};
const attachment = (post: { props: Record<string, unknown> }) => JSON.stringify(post.props.attachments);
const cardTitled = (title: string) => house.wekan.world.cards.find((card) => card.title === title);

describe('the main job', () => {
  test('a command becomes a card, and what happens to it comes back', async () => {
    const tom = house.mattermost.as('tom');
    const seen = await tom.command(
      'town-square',
      '/card Fix the pump @tom #urgent due:2027-03-01\nIt drips.',
    );
    expect(seen).toEqual({ shown: [] });

    const post = await house.until('the card post', () =>
      posts('town-square').find((each) => attachment(each)?.includes('Fix the pump')),
    );
    const card = cardTitled('Fix the pump');
    expect(card).toMatchObject({ assignees: expect.any(Array), labelIds: expect.any(Array) });
    expect(card?.description).toContain('It drips.');
    expect(card?.description).toContain('tom');
    expect(attachment(post)).toContain('To Do');
    await house.until('the team channel', () =>
      posts('team').find((each) => attachment(each)?.includes('Fix the pump')),
    );

    // The post is there a moment before it is written down that it was shown, and what comes soon after that is gathered.
    await house.settle();
    house.pass(60_000);
    await house.wekan.asUser('ann').moveCard(card?._id ?? '', 'Doing');
    const reply = await house.until('the reply', () =>
      posts('town-square').find(({ root_id }) => root_id === post.id),
    );
    expect(reply.message).toContain('To Do');
    expect(reply.message).toContain('Doing');
    expect(attachment(house.mattermost.world.posts.get(post.id) ?? post)).toContain('Doing');
    expect(posts('town-square')).toHaveLength(2);
    expect(house.logged).toEqual([]);
  });
});
