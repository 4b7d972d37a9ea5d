import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isForgotten, withoutForgotten } from '../../lib/dispatch/forgotten.ts';
import type { Parts } from '../../lib/dispatch/parts.ts';
import type { CardDelivery } from '../../schemas/delivery.ts';
import { captureLog } from './capture-log.ts';
import { type House, openHouse } from './house.ts';
import { cardPosts, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const titles = () => house.wekan.world.cards.map(({ title }) => title);

test('what waits for a board comes to nothing once its person is forgotten; what they ask for later does not', async () => {
  house.wekan.faults.add({ kind: 'status', status: 503 }, { times: 100 });
  const person = house.mattermost.as('guest').user.id;
  await types(house, 'guest', '/card From before');
  await types(house, 'tom', '/card Of somebody else');
  await house.store.tombstones.raise('ops', [{ connection: 'chat', person }]);
  house.wekan.faults.clear();
  for (let times = 0; times < 4; times++) await house.lapse(60_000);
  expect(titles()).toEqual(['Of somebody else']);
  expect(house.lines.join('\n')).toContain('forgotten-dropped');
  await types(house, 'guest', '/card From after');
  await house.lapse(60_000);
  expect(titles()).toEqual(['Of somebody else', 'From after']);
  expect(cardPosts(house, 'town-square').length).toBeGreaterThan(0);
});

test('of what was queued to be told, nothing is told to them, and to others no word of theirs', async () => {
  const { store } = house;
  const at = house.now();
  const { log } = captureLog();
  const parts = { store, log } as Parts;
  const delivery: CardDelivery = {
    ...{
      v: 1,
      kind: 'delivery',
      team: 'ops',
      board: 'main',
      card: 'c',
      conversation: 'mattermost:chat:room:',
    },
    ...{ at, columns: [], loudness: 'reply' },
    face: {
      ...{ id: 'c', title: 'T', column: 'To Do', people: [], labels: [], url: '', state: 'open' },
      ...{ owner: 'Zoe', revision: at },
    },
    happening: { id: 'h', kind: 'comment', step: 'added', who: 'Zoe', comment: 'My words', at },
  };
  const alone = { ...delivery, conversation: 'mattermost:chat:alone:' };
  await store.tombstones.raise('ops', [{ conversation: alone.conversation }, { name: 'Zoe' }]);
  house.pass(61_000);
  expect(await withoutForgotten(parts, alone)).toBeUndefined();
  const told = await withoutForgotten(parts, delivery);
  expect(told).toMatchObject({ loudness: 'refresh', happening: { id: 'h', kind: 'comment' } });
  expect(JSON.stringify(told)).not.toMatch(/Zoe|My words/);
  const later = { ...delivery, at: house.now() };
  expect(await withoutForgotten(parts, later)).toEqual(later);
  const bounce = {
    v: 1,
    kind: 'bounce',
    id: 'b',
    team: 'ops',
    connection: 'post',
    generation: 1,
    at,
  } as const;
  await store.tombstones.raise('ops', [{ connection: 'post', person: 'zoe@example.org' }]);
  house.pass(61_000);
  expect(await isForgotten(parts, { ...bounce, address: 'zoe@example.org', why: 'bounce' })).toBe(true);
});
