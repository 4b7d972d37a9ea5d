import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { cardPost, clicks, columnOf, heard, look, opens, replies, submits, types } from './sight.ts';

/** A Mattermost 5.37 and a Wekan of 2025: no thread in commands, triggers that live 3 s, no user names in webhooks, no dates on create. */
let house: House;
beforeAll(async () => {
  house = await openHouse(undefined, { mattermost: { old: true }, wekan: { old: true } });
});
afterAll(() => house.stop());

describe('the main job on older servers', () => {
  test('a command becomes a card, with its due date, and what happens comes back', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump @ann #urgent due:2031-03-01');
    expect(look(post).fields).toMatchObject({ People: 'ann', Labels: 'urgent', Due: 'Sat 1 Mar 2031' });
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await house.wekan.asUser('ann').comment(card._id, 'On it');
    await house.lapse(60_000);
    expect(replies(house, post)).toEqual([
      'ann moved it from **To Do** to **Doing**',
      'ann commented:\n> On it',
    ]);
    expect(await clicks(house, 'tom', post, 'Done')).toEqual([]);
    expect(columnOf(house, card)).toBe('Done');
  });

  test('from a thread the card stands in the room, as the server does not say which thread it was', async () => {
    const root = house.mattermost.as('tom').post('town-square', 'In here');
    await opens(house, 'tom', 'Asked in a thread', { root: root.id });
    expect(cardPost(house, 'town-square', 'Asked in a thread').root_id).toBe('');
  });

  test('dialogs open while their trigger lives, and say how to go on when it has died', async () => {
    await types(house, 'tom', '/card');
    expect(await submits(house, 'tom', { title: 'By dialog' })).toEqual([]);
    await house.lapse(60_000);
    expect(look(cardPost(house, 'town-square', 'By dialog')).fields.Column).toBe('To Do');
    house.pass(10 * 60_000);
    house.wekan.faults.add({ kind: 'status', status: 503 });
    await types(house, 'tom', '/card');
    await house.lapse(4_000);
    expect(heard(house, 'tom').at(-1)).toMatch(/form came too late.*`\/card Fix the pump`/);
    house.wekan.faults.add({ kind: 'status', status: 503 });
    await clicks(house, 'tom', cardPost(house, 'town-square', 'By dialog'), 'Comment');
    await house.lapse(4_000);
    expect(heard(house, 'tom').at(-1)).toMatch(/form came too late.*`\/card comment #\d+ /);
    expect(house.logged).toEqual([]);
  });

  test('an answer that comes after the half hour of its address is a direct message', async () => {
    house.wekan.faults.add({ kind: 'status', status: 503 }, { times: 60 });
    await types(house, 'ann', '/card move #1 review');
    for (let minutes = 0; minutes < 40; minutes++) await house.lapse(120_000);
    expect(columnOf(house, (await opens(house, 'tom', 'Since then')).card)).toBe('To Do');
    expect(heard(house, 'ann').filter((text) => text.includes('**Review** now'))).toHaveLength(1);
    expect(house.mattermost.ephemerals('ann').some(({ text }) => text.includes('**Review** now'))).toBe(
      false,
    );
  });
});
