import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { recommendedAttributes } from '../sims/wekan/payload.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { cardPost, look, opens, replies, types } from './sight.ts';

const edits = (house: House) => house.mattermost.requests.filter(({ method }) => method === 'PUT').length;

/** Webhooks are hints: they come twice, late, out of order and in bursts, and what is shown is what the card says. */
describe.each([
  ['with an id of their own', recommendedAttributes],
  ['without one', undefined],
])('webhooks, %s', (_how, attributes) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(undefined, attributes === undefined ? {} : { wekan: { attributes } });
  });
  afterAll(() => house.stop());
  const rest = () => house.lapse(60_000);
  const again = async (which = -1) => {
    const hook = house.wekan.hooks.sent.at(which);
    if (hook) await house.wekan.hooks.repeat(hook);
  };
  const bothOf = (card: SimCard) => ['town-square', 'team'].map((room) => cardPost(house, room, card.title));

  test.each<[string, (card: SimCard) => Promise<unknown>]>([
    ['a move', (card) => house.wekan.asUser('ann').moveCard(card._id, 'Doing')],
    ['a comment', (card) => house.wekan.asUser('ann').comment(card._id, 'Once')],
    ['an assignment', (card) => house.wekan.asUser('ann').assign(card._id, 'bob')],
    ['a due date', (card) => house.wekan.asUser('ann').due(card._id, '2031-03-01T09:00:00.000Z')],
    ['an archiving', (card) => house.wekan.asUser('ann').archive(card._id)],
    ['a rename', (card) => house.wekan.asUser('ann').rename(card._id, `${card.title}, renamed`)],
    ['a deletion', (card) => house.wekan.asUser('ann').delete(card._id)],
  ])('%s that comes twice, at once and later, changes nothing', async (what, act) => {
    const { card } = await opens(house, 'tom', `Twice: ${what}`);
    const posts = bothOf(card);
    await act(card);
    await again();
    await rest();
    await rest();
    const state = () => posts.map((post) => [look(post), replies(house, post), post.edit_at]);
    const before = structuredClone(state());
    await again();
    await rest();
    house.pass(10 * 60_000);
    await again();
    await rest();
    expect(state()).toEqual(before);
    expect(posts.map((post) => replies(house, post).length)).toEqual(what === 'a rename' ? [0, 0] : [1, 1]);
    expect(house.logged).toEqual([]);
  });

  test('an older one that comes late tells nothing old', async () => {
    const { card, post } = await opens(house, 'tom', 'Out of order');
    const ann = house.wekan.asUser('ann');
    await ann.moveCard(card._id, 'Doing');
    await ann.moveCard(card._id, 'Review');
    await rest();
    await rest();
    const before = replies(house, post);
    await again(-2);
    await rest();
    expect(replies(house, post)).toEqual(before);
    expect(look(post).fields.Column).toBe('Review');
  });

  test('a burst of five moves is the first one, then one edit and one reply; the rest of it shows the end', async () => {
    const { card, post } = await opens(house, 'tom', 'In a hurry');
    const ann = house.wekan.asUser('ann');
    await ann.moveCard(card._id, 'Doing');
    await house.settle();
    expect(look(post).fields.Column).toBe('Doing');
    const before = edits(house);
    for (const column of ['Review', 'To Do', 'Doing', 'Review', 'Done']) await ann.moveCard(card._id, column);
    await house.settle();
    expect(edits(house)).toBe(before);
    await rest();
    // One in each of the two rooms.
    expect(edits(house)).toBe(before + 2);
    expect(replies(house, post)).toEqual([
      'ann moved it from **To Do** to **Doing**',
      'ann moved it from **Doing** to **Done**',
    ]);
  });

  test('a burst that ends where it began is told by nothing', async () => {
    const { card, post } = await opens(house, 'tom', 'There and back');
    const ann = house.wekan.asUser('ann');
    await ann.moveCard(card._id, 'Doing');
    await house.settle();
    await ann.moveCard(card._id, 'Review');
    await ann.moveCard(card._id, 'Doing');
    await rest();
    expect(replies(house, post)).toEqual(['ann moved it from **To Do** to **Doing**']);
  });

  test('a burst of different things is one reply with all of them', async () => {
    const { card, post } = await opens(house, 'tom', 'All at once');
    const ann = house.wekan.asUser('ann');
    await ann.moveCard(card._id, 'Doing');
    await house.settle();
    await ann.comment(card._id, 'First');
    await ann.comment(card._id, 'Second');
    await ann.moveCard(card._id, 'Done');
    await rest();
    expect(replies(house, post).at(-1)).toBe(
      'ann commented:\n> First\nann commented:\n> Second\nann moved it from **Doing** to **Done**',
    );
  });

  test('a comment that is gone by the time it is read is not told', async () => {
    const { card, post } = await opens(house, 'tom', 'Thought better');
    house.wekan.faults.add({ kind: 'status', status: 503 }, { method: 'GET', path: new RegExp(card._id) });
    await house.wekan.asUser('ann').comment(card._id, 'Never mind me');
    await house.settle();
    house.wekan.world.comments = [];
    await rest();
    expect(replies(house, post)).toEqual([]);
    expect(JSON.stringify([...house.mattermost.world.posts.values()])).not.toContain('Never mind me');
  });

  test('a card that is gone by the time it is read is told as gone, in its burst', async () => {
    const { card, post } = await opens(house, 'tom', 'Short-lived');
    const ann = house.wekan.asUser('ann');
    await ann.moveCard(card._id, 'Doing');
    await ann.delete(card._id);
    await rest();
    await rest();
    expect(look(post).last).toContain('This card was deleted');
    expect(replies(house, post).at(-1)).toBe('ann deleted it');
    expect(house.logged).toEqual([]);
  });

  test('to an address that was made anew a moment ago are heard at once', async () => {
    const { card, post } = await opens(house, 'tom', 'Renewed');
    // The dispatcher remembers the settings as they were.
    await types(house, 'tom', '/card help');
    const { main } = house.team.boards;
    const [hook] = house.wekan.world.integrations;
    if (!main || !hook) throw new Error('not connected');
    const team = { ...house.team, boards: { ...house.team.boards, main: { ...main, generation: 2 } } };
    await house.store.teams.put({ id: team.id, settings: storeTeam(team, keysFor('stored-secrets')) });
    const keys = keysFor('wekan-webhook');
    const address = { source: 'wekan-webhook', team: team.id, connection: 'main', generation: 2 };
    hook.url = `${house.doorsUrl}${sealAddress(address, keys)}`;
    hook.token = webhookSecret(address, keys[0]);
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await rest();
    expect(look(post).fields.Column).toBe('Doing');
  });
});
