import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asks } from './asks.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, cardPosts, cardTitled, directRoom, look, replies } from './sight.ts';

/** A room in which the bot cannot write, and whose door says so. */
let house: House;
let room: string;
beforeAll(async () => {
  house = await openHouse();
  room = house.mattermost.addChannel('silent', { private: true, members: ['tom', 'ann'] }).id;
});
afterAll(() => house.stop());

const inRoom = () => ({ mute: true, conversation: `mattermost:chat:${room}:`, place: 'silent' });
const options = (verb: string, given: Record<string, string>) =>
  ({ by: 'options', verb, options: given }) as const;
const rest = () => house.lapse(60_000);

test('a card is opened and goes on in a direct message, and the answer says why', async () => {
  const { told } = await asks(house, 'tom', options('create', { title: 'Opened in silence' }), inRoom());
  expect(told).toEqual([expect.stringMatching(/may not write in this channel[\s\S]*follow \\?#\d+ here/)]);
  await rest();
  const card = cardTitled(house, 'Opened in silence');
  expect(card.description).toMatch(/Mattermost ~silent/);
  await house.wekan.asUser('ann').comment(card._id, 'Found it');
  await rest();
  const post = cardPost(house, directRoom(house, 'tom'), 'Opened in silence');
  expect(replies(house, post)).toEqual(['ann commented:\n> Found it']);
});

test('a form that opens one is answered too', async () => {
  const input = { by: 'form', form: 'create', fields: { title: 'By a form in silence' } } as const;
  expect((await asks(house, 'tom', input, inRoom())).told).toEqual([
    expect.stringMatching(/may not write in this channel/),
  ]);
});

test('what is done to a card there shows where it is followed', async () => {
  const ref = `#${cardTitled(house, 'Opened in silence').cardNumber}`;
  await rest();
  const { told } = await asks(house, 'ann', options('move', { card: ref, column: 'Doing' }), inRoom());
  expect(told).toEqual([expect.stringMatching(/is in \*\*Doing\*\* now/)]);
  await rest();
  expect(look(cardPost(house, directRoom(house, 'tom'), 'Opened in silence')).fields.Column).toBe('Doing');
  expect((await asks(house, 'ann', options('show', { card: ref }), inRoom())).told.join()).toContain('Doing');
});

test('following there is following alone', async () => {
  const ref = `#${cardTitled(house, 'Opened in silence').cardNumber}`;
  const { told } = await asks(house, 'ann', options('follow', { card: ref, here: 'true' }), inRoom());
  expect(told).toEqual([expect.stringMatching(/You follow[\s\S]*may not write in this channel/)]);
  expect(cardPost(house, directRoom(house, 'ann'), 'Opened in silence')).toBeDefined();
});

test('nothing was ever tried in the room, and nothing lies with the dead', async () => {
  await rest();
  expect(cardPosts(house, room)).toEqual([]);
  expect(house.logged).toEqual([]);
  expect(await house.store.graveyard.list('ops')).toEqual([]);
});
