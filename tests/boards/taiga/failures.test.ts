import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import type { TaigaConnection } from '../../../lib/teams/team.ts';
import type { TaigaSim, TaigaSimOptions } from '../../sims/taiga/sim.ts';
import { boardDeps, draft, failureOf, marker } from '../open.ts';
import { bridgeOf, connectionTo, openedByAnn, openTaiga, startTaiga } from './open.ts';

const hour = 3_600_000;

let sim: TaigaSim;
let board: Board;
let id: CardId;
let now = 0;

async function start(options: TaigaSimOptions = {}): Promise<void> {
  ({ sim, board } = await startTaiga({ now: () => now, ...options }));
  id = await openedByAnn(sim, 'Old pump');
}

beforeEach(() => {
  now = Date.UTC(2027, 0, 15);
  return start();
});
afterEach(() => sim.stop());

const count = (path: string) => sim.requests.filter((each) => each.path === `/api/v1${path}`).length;

describe('a board that answers badly', () => {
  test.each([
    ['500', { kind: 'status', status: 500 }, 'taiga-unavailable', 'later'],
    ['503', { kind: 'status', status: 503 }, 'taiga-unavailable', 'later'],
    ['a page with 200', { kind: 'html' }, 'taiga-not-json', 'later'],
    ['a redirect', { kind: 'status', status: 302, headers: { Location: '/x' } }, 'taiga-redirected', 'never'],
    ['nothing', { kind: 'empty' }, 'taiga-unexpected-story', 'later'],
    ['a closed connection', { kind: 'hang-up' }, 'http-unreachable', 'later'],
    ['too many calls', { kind: 'throttled', seconds: 59 }, 'taiga-busy', 'later'],
  ] as const)('with %s is %3$s', async (_name, fault, code, when) => {
    await board.columns();
    sim.faults.add(fault, { path: /userstories/, times: 2 });
    expect(await failureOf(board.read(id))).toMatchObject({ code, retry: { when } });
    sim.faults.clear();
    expect((await board.read(id))?.title).toBe('Old pump');
  });

  test('with a throttle is asked again when it says', async () => {
    sim.faults.add({ kind: 'throttled', seconds: 59 }, { path: /userstories/ });
    expect((await failureOf(board.read(id))).retry).toEqual({ when: 'later', afterMs: 59_000 });
  });

  test('with 404 for everything, as a proxy without its server, has lost no card', async () => {
    sim.faults.add({ kind: 'status', status: 404 }, { times: 9 });
    await failureOf(board.read(id));
    sim.faults.clear();
    await board.read(id);
    sim.faults.add({ kind: 'status', status: 404 }, { times: 9 });
    expect(await failureOf(board.read(id))).toMatchObject({ retry: { when: 'later' } });
    expect(await failureOf(board.apply(id, { type: 'archive' }, marker))).toMatchObject({
      retry: { when: 'later' },
    });
  });

  test('with 500 after a write has done it: the next try finds that out', async () => {
    const ready = (await board.columns()).find(({ name }) => name === 'Ready')?.id ?? '';
    sim.faults.add({ kind: 'status-after', status: 500 }, { method: 'PATCH' });
    expect((await failureOf(board.apply(id, { type: 'move', column: ready }, marker))).retry.when).toBe(
      'later',
    );
    expect((await board.apply(id, { type: 'move', column: ready }, marker)).column.name).toBe('Ready');
  });
});

describe('a token', () => {
  test('lives as long as the server says, and is renewed with the refresh token, each of them once', async () => {
    await sim.stop();
    await start({ lifetimes: { access: hour, refresh: 4 * hour } });
    await board.columns();
    for (let renewals = 1; renewals <= 3; renewals += 1) {
      now += hour;
      await board.read(id);
      expect([count('/auth'), count('/auth/refresh')]).toEqual([1, renewals]);
    }
  });

  test('whose refresh token has run out, or was used already, is had with the password', async () => {
    await board.columns();
    now += 9 * 24 * hour;
    expect((await board.read(id))?.title).toBe('Old pump');
    expect([count('/auth'), count('/auth/refresh')]).toEqual([2, 1]);
    for (const token of sim.world.tokens) if (token.kind === 'refresh') token.denied = true;
    sim.faults.expireTokens();
    expect((await board.read(id))?.title).toBe('Old pump');
    expect([count('/auth'), count('/auth/refresh')]).toEqual([3, 2]);
  });

  test('that cannot be renewed because the server is out of order is no wrong password', async () => {
    await board.columns();
    sim.faults.expireTokens();
    sim.faults.add({ kind: 'status', status: 503 }, { path: /auth\/refresh/ });
    expect(await failureOf(board.read(id))).toMatchObject({ code: 'taiga-unavailable' });
    expect(count('/auth')).toBe(1);
  });

  test('is replaced for a write too, which is then done once', async () => {
    await board.read(id);
    sim.faults.revokeTokens();
    await board.apply(id, { type: 'comment', text: 'Hello' }, marker);
    expect(sim.world.entries.filter(({ comment }) => comment !== '')).toHaveLength(1);
  });

  test('cannot be had with a wrong password, and that is not tried again', async () => {
    bridgeOf(sim).password = 'another';
    const error = await failureOf(board.columns());
    expect(error).toMatchObject({ code: 'taiga-sign-in-refused', retry: { when: 'never' } });
    expect(error.say?.key).toBe('board-sign-in-refused');
    expect(count('/auth')).toBe(1);
  });

  test('cannot be had from a server that throttles sign-ins until it says', async () => {
    sim.faults.add({ kind: 'throttled', seconds: 30 }, { path: /auth$/ });
    expect((await failureOf(board.columns())).retry).toEqual({ when: 'later', afterMs: 30_000 });
  });

  test('whose end cannot be read is none', async () => {
    sim.faults.add({ kind: 'html' }, { path: /auth$/ });
    expect(await failureOf(board.columns())).toMatchObject({ retry: { when: 'later' } });
  });
});

describe('an application token', () => {
  async function openWith(token: string): Promise<Board> {
    const { password: _, ...rest } = { password: '', ...connectionTo(sim) };
    const connection: TaigaConnection = { ...rest, token };
    return openTaiga(
      sim,
      boardDeps(() => now),
      connection,
    );
  }

  test('is used as it is, for years, without signing in', async () => {
    const userId = bridgeOf(sim).id;
    sim.world.tokens.push({ token: 'app', kind: 'application', userId, expires: null, denied: false });
    const other = await openWith('app');
    now += 1000 * 24 * hour;
    expect((await other.read(id))?.title).toBe('Old pump');
    expect(count('/auth')).toBe(0);
  });

  test('that was taken back makes work wait for a new one', async () => {
    const other = await openWith('gone');
    const error = await failureOf(other.read(id));
    expect(error).toMatchObject({
      code: 'taiga-sign-in-refused',
      retry: { when: 'later', afterMs: 300_000 },
      say: { key: 'board-token-refused' },
    });
  });
});

describe('a board that refuses', () => {
  test('because the project is blocked says so', async () => {
    await board.columns();
    sim.project.blockedCode = 'blocked-by-staff';
    const error = await failureOf(board.create(draft, marker));
    expect(error).toMatchObject({ code: 'taiga-blocked', retry: { when: 'never' } });
    expect(error.say?.key).toBe('board-blocked');
  });

  test('because the project is archived, or we may only look, says that we may not', async () => {
    await board.read(id);
    sim.project.archivedCode = 'archived';
    expect((await failureOf(board.create(draft, marker))).say?.key).toBe('board-forbidden');
    sim.project.archivedCode = null;
    for (const member of sim.project.memberships) member.permissions = ['view_project', 'view_us'];
    for (const call of [
      board.create(draft, marker),
      board.apply(id, { type: 'comment', text: 'x' }, marker),
      board.apply(id, { type: 'rename', title: 'x' }, marker),
    ]) {
      expect(await failureOf(call)).toMatchObject({ code: 'taiga-forbidden', retry: { when: 'never' } });
    }
  });

  test('tells no secret in its errors', async () => {
    await board.columns();
    sim.faults.add({ kind: 'status', status: 500 }, { path: /userstories/ });
    const error = await failureOf(board.read(id));
    const tokens = sim.world.tokens.map(({ token }) => token);
    for (const secret of ['cardwire-password', sim.url, ...tokens]) {
      expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain(secret);
    }
  });
});
