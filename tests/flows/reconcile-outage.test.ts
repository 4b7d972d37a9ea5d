import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { cardPost, columnOf, look, opens, replies } from './sight.ts';

/** Twenty minutes in which no webhook comes through, and fifty changes on ten cards. */

let house: House;
let sweeper: Sweeper;
const cards: string[] = [];
const before = new Map<string, number>();

beforeAll(async () => {
  house = await openHouse();
  sweeper = sweeperFor(house);
  for (let at = 0; at < 10; at += 1)
    cards.push((await opens(house, at % 2 ? 'tom' : 'ann', `Card ${at}`)).card._id);
  await sweeper.sweep();
  for (const room of rooms)
    for (const id of cards) before.set(`${room} ${id}`, replies(house, postOf(room, id)).length);
  await outage();
  await sweeper.sweep();
});
afterAll(() => house.stop());

const rooms = ['town-square', 'team'];
const cardOf = (id: string) => {
  const found = house.wekan.world.cards.find(({ _id }) => _id === id);
  if (!found) throw new Error(`no card ${id}`);
  return found;
};
const postOf = (room: string, id: string) => cardPost(house, room, cardOf(id).title);
const newReplies = (room: string, id: string) =>
  replies(house, postOf(room, id)).slice(before.get(`${room} ${id}`));

async function outage(): Promise<void> {
  const ann = house.wekan.asUser('ann');
  for (const hook of house.wekan.world.integrations) hook.enabled = false;
  const columns = ['Doing', 'Review', 'Done'];
  for (let round = 0; round < 5; round += 1) {
    house.pass(4 * 60_000);
    for (const [at, id] of cards.entries()) {
      if (round === 3) await ann.comment(id, `Comment on ${at}`);
      else if (round === 4 && at === 9) await ann.archive(id);
      else await ann.moveCard(id, columns[(at + round) % 3] ?? '');
    }
  }
  for (const hook of house.wekan.world.integrations) hook.enabled = true;
}

describe('after an outage of twenty minutes and fifty changes', () => {
  test('one look shows every card as it is, marked as caught up', () => {
    for (const room of rooms) {
      for (const id of cards) {
        const { fields, last } = look(postOf(room, id));
        expect(fields.Column).toBe(columnOf(house, cardOf(id)));
        expect(last).toContain('Caught up: ');
      }
    }
    expect(look(postOf('team', cards[9] ?? '')).last).toContain('archived');
  });

  test('each card is told once in each conversation, with what was said on it', () => {
    for (const room of rooms) {
      for (const [at, id] of cards.entries()) {
        const told = newReplies(room, id);
        expect(told).toHaveLength(1);
        expect(told[0]?.match(new RegExp(`> Comment on ${at}$`, 'gm'))).toHaveLength(1);
      }
    }
  });

  test('the next looks find nothing', async () => {
    await sweeper.sweep();
    await sweeper.sweep();
    for (const room of rooms) for (const id of cards) expect(newReplies(room, id)).toHaveLength(1);
    expect(house.logged).toEqual([]);
  });

  test('logs tell counts, and nothing else of what was found', () => {
    const lines = sweeper.lines.map((line) => JSON.parse(line));
    const swept = lines.filter(({ event }) => event === 'board-swept');
    expect(swept.map(({ count }) => count)).toEqual([0, 10, 0, 0]);
    for (const line of lines) {
      const fields = ['code', 'connection', 'count', 'event', 'level', 'milliseconds', 'team'];
      expect(Object.keys(line).filter((field) => !fields.includes(field))).toEqual([]);
    }
  });
});
