import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import { addCard } from '../../sims/wekan/seed.ts';
import { startWekanSim, type WekanSim, type WekanSimOptions } from '../../sims/wekan/sim.ts';
import { boardDeps, draft, failureOf, marker } from '../open.ts';
import { connectionTo, openWekan } from './open.ts';

let sim: WekanSim;
let board: Board;

async function start(options: WekanSimOptions = {}): Promise<void> {
  sim = await startWekanSim(options);
  board = await openWekan(sim);
}

/** A card that people made on the board. */
function cardOnBoard(): CardId {
  const { listId = '', userId = '' } = { listId: sim.world.lists[0]?._id, userId: sim.world.users[1]?._id };
  return addCard(sim.world, { boardId: sim.board._id, listId }, { title: 'Old pump', userId })._id as CardId;
}

const logins = () => sim.requests.filter(({ path }) => path === '/users/login').length;

beforeEach(() => start());
afterEach(() => sim.stop());

describe('a board that answers badly', () => {
  test.each([
    ['500', { kind: 'status', status: 500 }, 'wekan-unavailable', 'later'],
    ['503', { kind: 'status', status: 503 }, 'wekan-unavailable', 'later'],
    ['a page with 200', { kind: 'html' }, 'wekan-not-json', 'later'],
    [
      'a redirect',
      { kind: 'status', status: 302, headers: { Location: '/sign-in' } },
      'wekan-redirected',
      'never',
    ],
    ['nothing', { kind: 'empty' }, 'wekan-unexpected-lists', 'later'],
    ['a closed connection', { kind: 'hang-up' }, 'http-unreachable', 'later'],
  ] as const)('with %s is %3$s', async (_name, fault, code, when) => {
    sim.faults.add(fault, { path: /\/lists$/, times: 3 });
    expect(await failureOf(board.columns())).toMatchObject({ code, retry: { when } });
    sim.faults.clear();
    expect(await board.columns()).toHaveLength(4);
  });

  test('with 429 is asked again when it says', async () => {
    sim.faults.add({ kind: 'status', status: 429, headers: { 'Retry-After': '7' } }, { path: /\/lists$/ });
    expect(await failureOf(board.columns())).toMatchObject({
      code: 'wekan-busy',
      retry: { when: 'later', afterMs: 7000 },
    });
  });

  test('too slowly is given up', async () => {
    const impatient = await openWekan(sim, boardDeps(Date.now, 150));
    sim.faults.add({ kind: 'hang' }, { path: /\/lists$/ });
    expect(await failureOf(impatient.columns())).toMatchObject({
      code: 'http-timeout',
      retry: { when: 'later' },
    });
  });
});

describe('a token', () => {
  test('that was revoked is replaced once, whatever the style of the refusal', async () => {
    const id = cardOnBoard();
    const reads: (() => Promise<unknown>)[] = [
      () => board.read(id),
      () => board.search({ text: 'pump', limit: 3 }),
      () => board.findApplied(id, { type: 'comment', text: '' }, marker),
    ];
    for (const [index, read] of reads.entries()) {
      await read();
      sim.faults.revokeTokens();
      await read();
      expect(logins()).toBe(index + 2);
    }
  });

  test('that was revoked on an old server, which makes a 500 of it, is replaced too', async () => {
    await sim.stop();
    await start({ old: true });
    const id = cardOnBoard();
    await board.read(id);
    sim.faults.revokeTokens();
    expect((await board.read(id))?.title).toBe('Old pump');
    expect(logins()).toBe(2);
  });

  test('is not replaced for a server that is merely out of order', async () => {
    const id = cardOnBoard();
    await board.read(id);
    sim.faults.add({ kind: 'status', status: 500 }, { path: /\/api\/cards\// });
    await failureOf(board.read(id));
    expect(logins()).toBe(1);
  });

  test('runs out after 90 days', async () => {
    await sim.stop();
    let now = Date.now();
    await start({ now: () => now });
    await board.columns();
    now += 91 * 24 * 3_600_000;
    expect(await board.members()).not.toEqual([]);
    expect(logins()).toBe(2);
  });

  test('cannot be had with a wrong password, and that is not tried again', async () => {
    const [user] = sim.world.users;
    if (user) user.password = 'another';
    const error = await failureOf(board.columns());
    expect(error).toMatchObject({ code: 'wekan-sign-in-refused', retry: { when: 'never' } });
    expect(error.say?.key).toBe('board-sign-in-refused');
    expect(logins()).toBe(1);
  });

  test('has to wait when too many have failed', async () => {
    const [user] = sim.world.users;
    if (user) user.password = 'another';
    for (let failed = 0; failed < 10; failed += 1) await failureOf(board.columns());
    expect(await failureOf(board.columns())).toMatchObject({
      code: 'wekan-busy',
      retry: { when: 'later', afterMs: 60_000 },
    });
  });
});

describe('a board that refuses', () => {
  test.each([false, true])('because its API is off (old server: %p)', async (old) => {
    await sim.stop();
    await start({ api: false, old });
    expect(await failureOf(board.columns())).toMatchObject({
      code: 'wekan-api-off',
      retry: { when: 'never' },
    });
  });

  test('because we are no member any more, tells so and does not call the card gone', async () => {
    const id = cardOnBoard();
    sim.board.members = sim.board.members.filter(({ userId }) => userId !== connectionTo(sim).self);
    for (const call of [board.read(id), board.columns(), board.create(draft, marker)]) {
      const error = await failureOf(call);
      expect(error).toMatchObject({ code: 'wekan-forbidden', retry: { when: 'never' } });
      expect(error.say?.key).toBe('board-forbidden');
    }
  });

  test('tells no secret in its errors', async () => {
    sim.faults.add({ kind: 'status', status: 500 }, { path: /\/lists$/ });
    const error = await failureOf(board.columns());
    const tokens = sim.world.tokens.map(({ token }) => token);
    for (const secret of ['cardwire-password', sim.url, ...tokens]) {
      expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain(secret);
    }
  });
});

describe('names', () => {
  test('come without the export where an administrator may list the users', async () => {
    await sim.stop();
    await start({ exports: false });
    const bridge = sim.world.users[0];
    if (bridge) bridge.admin = true;
    expect((await board.members()).map(({ name }) => name)).toEqual(['ann', 'bob', 'tom']);
  });

  test('are unknown without the export otherwise, and a card can still be read', async () => {
    await sim.stop();
    await start({ exports: false });
    const id = cardOnBoard();
    const [card] = sim.world.cards;
    if (card) card.assignees = [sim.world.users[3]?._id ?? ''];
    expect(await board.members()).toEqual([]);
    expect((await board.read(id))?.assignees).toMatchObject([{ name: '?' }]);
  });
});
