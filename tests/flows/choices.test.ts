import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChoicesEvent } from '../../schemas/event.ts';
import { type House, openHouse } from './house.ts';
import { opens } from './sight.ts';

let house: House;
const refs: string[] = [];
beforeAll(async () => {
  house = await openHouse();
  for (const [name, title] of [
    ['tom', 'First pump'],
    ['guest', `Second pump ${'very '.repeat(40)}big`],
    ['tom', 'Third pump'],
  ] as const) {
    refs.push((await opens(house, name, title)).ref);
  }
});
afterAll(() => house.stop());

let asked = 0;

/** Somebody types in a room, and the door asks for what they may choose from. */
async function gathered(name: string, more: Partial<ChoicesEvent> = {}) {
  const person = house.mattermost.world.user(name).id;
  const room = house.mattermost.townSquare.id;
  asked += 1;
  const event: ChoicesEvent = {
    ...{ v: 1, kind: 'choices', id: `choices.${asked}`, at: house.now(), team: 'ops', connection: 'chat' },
    ...{ generation: 1, conversation: `mattermost:chat:${room}:`, person: { id: person, name } },
    ...more,
  };
  await house.enqueue([event]);
  await house.settle();
  return house.store.choices.get({ team: 'ops', connection: 'chat', room, person });
}

test('a member chooses from everything, the newest card first', async () => {
  expect(await gathered('ann')).toMatchObject({
    columns: ['To Do', 'Doing', 'Review', 'Done'],
    people: expect.arrayContaining(['tom', 'ann']),
    labels: expect.arrayContaining(['urgent', 'bug']),
    boards: ['main'],
    cards: refs.toReversed().map((ref) => expect.objectContaining({ ref })),
  });
});

test('a guest is shown cards of their own and no other, with a title of bearable length', async () => {
  const cards = (await gathered('guest'))?.cards ?? [];
  expect(cards.map(({ ref }) => ref)).toEqual([refs[1]]);
  expect(cards[0]?.title).toMatch(/^Second pump very/);
  expect(cards[0]?.title).toHaveLength(100);
});

test('somebody on a server that is not connected chooses from nothing', async () => {
  expect(await gathered('other', { server: '1234567890123456789' })).toBeUndefined();
  expect(await gathered('other', { generation: 2 })).toBeUndefined();
});

test('a board that does not answer is not asked again, and holds up no command', async () => {
  // Names of columns are remembered for a while.
  house.pass(20 * 60_000);
  house.wekan.faults.add({ kind: 'status', status: 500 }, { times: 9 });
  expect(await gathered('other')).toBeUndefined();
  house.wekan.faults.clear();
  expect(house.lines.join('\n')).toContain('choices-not-gathered');
  expect(house.logged).toEqual([]);
});

test('a list is good for a day', async () => {
  expect(await gathered('tom')).toBeDefined();
  house.pass(25 * 3_600_000);
  const key = { team: 'ops', connection: 'chat', room: house.mattermost.townSquare.id };
  expect(
    await house.store.choices.get({ ...key, person: house.mattermost.world.user('tom').id }),
  ).toBeUndefined();
});
