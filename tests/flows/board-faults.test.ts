import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../sims/faults.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, cardTitled, columnOf, heard, look, opens, replies, types } from './sight.ts';

let house: House;
let card: SimCard;
beforeAll(async () => {
  house = await openHouse(undefined, { timeoutMs: 400 });
  ({ card } = await opens(house, 'tom', 'Fix the pump'));
});
afterAll(() => house.stop());
afterEach(() => {
  house.wekan.faults.clear();
  expect(house.logged).toEqual([]);
});

const faults: readonly [string, Fault][] = [
  ['500', { kind: 'status', status: 500 }],
  ['503 with a time', { kind: 'status', status: 503, headers: { 'Retry-After': '20' } }],
  ['a page of the proxy', { kind: 'html', status: 502 }],
  ['a page with 200', { kind: 'html' }],
  ['200 and nothing', { kind: 'empty' }],
  ['nothing for too long, the work done', { kind: 'slow', ms: 500 }],
  ['a hang-up', { kind: 'hang-up' }],
  ['a hang-up, the work done', { kind: 'hang-up-after' }],
  ['500, the work done', { kind: 'status-after', status: 500 }],
];
const kept = [expect.stringMatching(/What you asked for is kept/)];
const rest = async () => {
  for (let times = 0; times < 4; times++) await house.lapse(60_000);
};

describe.each(faults)('a board that answers a write with %s', (how, fault) => {
  test('makes one card in the end, and the person is told once that it is kept', async () => {
    house.wekan.faults.add(fault, { method: 'POST', path: /\/cards$/, times: 2 });
    expect(await types(house, 'tom', `/card Card for ${how} #urgent`)).toEqual(kept);
    const before = heard(house, 'tom').length;
    await rest();
    expect(cardTitled(house, `Card for ${how}`).labelIds).toHaveLength(1);
    expect(look(cardPost(house, 'town-square', `Card for ${how}`)).fields.Labels).toBe('urgent');
    expect(look(cardPost(house, 'team', `Card for ${how}`)).fields.Labels).toBe('urgent');
    expect(heard(house, 'tom')).toHaveLength(before);
  });

  test('makes one comment in the end', async () => {
    const comments = () =>
      house.wekan.world.comments.filter(({ text }) => text.startsWith(`Comment for ${how}\n`));
    house.wekan.faults.add(fault, { method: 'POST', path: /\/comments$/, times: 2 });
    expect(await types(house, 'ann', `/card comment #1 Comment for ${how}`)).toEqual(kept);
    await rest();
    expect(comments()).toHaveLength(1);
    expect(heard(house, 'ann').at(-1)).toMatch(/Your comment is on/);
    const told = replies(house, cardPost(house, 'team', 'Fix the pump'));
    expect(told.filter((text) => text.includes(`Comment for ${how}`))).toHaveLength(1);
  });

  test('adds one step in the end', async () => {
    const title = `Step for ${how}`;
    house.wekan.faults.add(fault, { method: 'POST', path: /\/checklists(\/\w+\/items)?$/, times: 2 });
    expect(await types(house, 'ann', `/card check #1 add ${title}`)).toEqual(kept);
    await rest();
    expect(house.wekan.world.items.filter((item) => item.title === title)).toHaveLength(1);
    expect(house.wekan.world.checklists).toHaveLength(1);
    expect(heard(house, 'ann').at(-1)).toMatch(/is on the checklist of/);
  });

  test('moves it in the end', async () => {
    const column = columnOf(house, card) === 'Doing' ? 'Review' : 'Doing';
    house.wekan.faults.add(fault, { method: 'PUT', times: 2 });
    await types(house, 'tom', `/card move #1 ${column}`);
    await rest();
    expect(columnOf(house, card)).toBe(column);
    expect(
      heard(house, 'tom').filter((text) => text.includes(`is in **${column}** now`)).length,
    ).toBeGreaterThan(0);
    expect(look(cardPost(house, 'town-square', 'Fix the pump')).fields.Column).toBe(column);
    expect(look(cardPost(house, 'team', 'Fix the pump')).fields.Column).toBe(column);
  });

  test('a change on the board is told once it can be read', async () => {
    await house.lapse(60_000);
    const post = cardPost(house, 'town-square', 'Fix the pump');
    house.wekan.faults.add(fault, { method: 'GET', path: /^\/api\/cards\//, times: 2 });
    const before = replies(house, post).length;
    await house.wekan.asUser('ann').moveCard(card._id, columnOf(house, card) === 'Done' ? 'Review' : 'Done');
    await rest();
    expect(look(post).fields.Column).toBe(columnOf(house, card));
    expect(look(post).buttons).toHaveLength(5);
    expect(replies(house, post)).toHaveLength(before + 1);
  });
});

describe('the sign-in at the board', () => {
  test('a token that was revoked is renewed once', async () => {
    const logins = () => house.wekan.requests.filter(({ path }) => path === '/users/login').length;
    house.wekan.faults.revokeTokens();
    const before = logins();
    expect(await types(house, 'tom', '/card move #1 to do')).toEqual([
      expect.stringMatching(/is in \*\*To Do\*\* now/),
    ]);
    expect(logins()).toBe(before + 1);
    await house.lapse(60_000);
  });

  test('a wrong password keeps the work, tells the person once what to do, and does not hammer', async () => {
    const user = house.wekan.world.users.find(({ username }) => username === 'cardwire');
    const password = user?.password ?? '';
    if (user) user.password = 'changed by somebody';
    house.wekan.faults.revokeTokens();
    const logins = () => house.wekan.requests.filter(({ path }) => path === '/users/login').length;
    const before = logins();
    expect(await types(house, 'tom', '/card move #1 review')).toEqual([
      expect.stringMatching(/does not accept my sign-in[\s\S]*kept[\s\S]*\/card move #1 review/),
    ]);
    await house.wekan.asUser('ann').comment(card._id, 'While it was out');
    for (let minute = 0; minute < 12; minute++) await house.lapse(60_000);
    expect(logins() - before).toBeLessThanOrEqual(6);
    if (user) user.password = password;
    const heardBefore = heard(house, 'tom').length;
    for (let minute = 0; minute < 8; minute++) await house.lapse(60_000);
    expect(columnOf(house, card)).toBe('Review');
    expect(heard(house, 'tom').slice(heardBefore)).toEqual([
      expect.stringMatching(/is in \*\*Review\*\* now/),
    ]);
    expect(replies(house, cardPost(house, 'town-square', 'Fix the pump')).join('\n')).toContain(
      'While it was out',
    );
  });

  test('an account that has lost its rights is refused with what to do', async () => {
    const self = house.wekan.board.members.find(
      ({ userId }) => house.wekan.world.users.find(({ _id }) => _id === userId)?.username === 'cardwire',
    );
    if (self) self.isCommentOnly = true;
    expect(await types(house, 'tom', '/card move #1 done')).toEqual([
      expect.stringMatching(/does not let me[\s\S]*admin of the board[\s\S]*\/card move #1 done/),
    ]);
    if (self) self.isCommentOnly = false;
  });
});
