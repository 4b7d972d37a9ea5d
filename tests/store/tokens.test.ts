import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CardwireError, never } from '../../lib/domain/errors.ts';
import { createTokenKeeper } from '../../lib/store/tokens.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
beforeAll(async () => {
  opened = await openTable();
});
afterAll(() => opened.stop());

const day = 86_400_000;

const seal = {
  seal: (token: string) => [...token].reverse().join(''),
  open: (sealed: string) => [...sealed].reverse().join(''),
};

/** A board's log-in that counts, and keepers as two Lambdas would have them. */
function world(connection: string, life = 90 * day) {
  const state = {
    signIns: 0,
    tries: 0,
    refuses: false,
    refreshes: [] as (string | undefined)[],
    during: async () => {},
  };
  const keeper = () =>
    createTokenKeeper({
      table: opened.table,
      team: 'ops',
      connection,
      now: () => opened.clock.now,
      seal,
      signIn: async (refresh) => {
        state.tries += 1;
        state.refreshes.push(refresh);
        await state.during();
        if (state.refuses) throw new CardwireError('wekan-sign-in-refused', never);
        state.signIns += 1;
        return {
          token: `token-${state.signIns}`,
          expires: opened.clock.now + life,
          refresh: `refresh-${state.signIns}`,
        };
      },
    });
  return { state, keeper };
}

describe('a token', () => {
  test('is signed in for once and shared', async () => {
    const { state, keeper } = world('one');
    expect(await keeper().token()).toBe('token-1');
    expect(await keeper().token()).toBe('token-1');
    expect(state.signIns).toBe(1);
  });

  test('that the board refuses is renewed once: who comes second gets what the first one brought', async () => {
    const { state, keeper } = world('two');
    const [first, second] = [keeper(), keeper()];
    await first.token();
    await second.token();
    expect(await first.renew('token-1')).toBe('token-2');
    expect(await second.renew('token-1')).toBe('token-2');
    expect(state.signIns).toBe(2);
  });

  test('is renewed by one run at a time: the others come back', async () => {
    const { keeper } = world('three');
    const tries = await Promise.allSettled([keeper().token(), keeper().token()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { code: 'token-being-renewed', retry: { when: 'later' } },
    });
  });

  test('is looked for once by calls of one run that are made side by side', async () => {
    const { state, keeper } = world('sides');
    const one = keeper();
    expect(await Promise.all([one.token(), one.token(), one.token()])).toEqual(Array(3).fill('token-1'));
    expect(await Promise.all([one.renew('token-1'), one.renew('token-1')])).toEqual(['token-2', 'token-2']);
    expect(state.signIns).toBe(2);
  });

  test.each([
    ['24 hours', day],
    ['90 days', 90 * day],
  ])('of %s is renewed in the last tenth of its life, by whoever comes, warm or new', async (_life, life) => {
    const { state, keeper } = world(`life-${life}`, life);
    const warm = keeper();
    await warm.token();
    opened.clock.now += 0.89 * life;
    expect([await warm.token(), await keeper().token()]).toEqual(['token-1', 'token-1']);
    opened.clock.now += 0.02 * life;
    expect([await warm.token(), await keeper().token()]).toEqual(['token-2', 'token-2']);
    expect(state.signIns).toBe(2);
  });

  test('that is still good is used on while another run renews it, or the board cannot renew it', async () => {
    const { state, keeper } = world('good', day);
    await keeper().token();
    opened.clock.now += 0.95 * day;
    const { promise: meanwhile, resolve: done } = Promise.withResolvers<void>();
    const { promise: signingIn, resolve: began } = Promise.withResolvers<void>();
    state.during = async () => {
      began();
      await meanwhile;
    };
    const renewing = keeper().token();
    await signingIn;
    expect(await keeper().token()).toBe('token-1');
    done();
    expect(await renewing).toBe('token-2');

    opened.clock.now += 0.95 * day;
    state.refuses = true;
    expect([await keeper().token(), await keeper().token()]).toEqual(['token-2', 'token-2']);
    expect(state.tries).toBe(3);
    opened.clock.now += 0.1 * day;
    await expect(keeper().token()).rejects.toMatchObject({ code: 'wekan-sign-in-refused' });
  });

  test('that is refused makes work wait, not die, and nobody asks for one right after', async () => {
    const { state, keeper } = world('five');
    state.refuses = true;
    await expect(keeper().token()).rejects.toMatchObject({
      code: 'wekan-sign-in-refused',
      retry: { when: 'later', afterMs: 300_000 },
    });
    state.refuses = false;
    await expect(keeper().token()).rejects.toMatchObject({ code: 'wekan-sign-in-refused' });
    opened.clock.now += 31_000;
    expect(await keeper().token()).toBe('token-1');
  });
});

describe('a refresh token', () => {
  test('is handed back once, sealed in between, whoever renews', async () => {
    const { state, keeper } = world('refresh');
    const [first, second] = [keeper(), keeper()];
    await first.token();
    const item = await opened.table.get({ pk: 'TEAM#ops', sk: 'TOKEN#refresh' });
    expect(item?.refresh).toBe('1-hserfer');
    await first.renew('token-1');
    await second.renew('token-2');
    expect(state.refreshes).toEqual([undefined, 'refresh-1', 'refresh-2']);
  });

  test('is the latest one, however long ago a run looked', async () => {
    const { state, keeper } = world('latest');
    const warm = keeper();
    await warm.token();
    const other = keeper();
    await other.renew('token-1');
    await other.renew('token-2');
    expect(await warm.renew('token-1')).toBe('token-3');
    await warm.renew('token-3');
    expect(state.refreshes).toEqual([undefined, 'refresh-1', 'refresh-2', 'refresh-3']);
  });

  test('of a board that gives none any more is forgotten', async () => {
    const { keeper } = world('forgotten');
    await keeper().token();
    const plain = createTokenKeeper({
      table: opened.table,
      team: 'ops',
      connection: 'forgotten',
      now: () => opened.clock.now,
      seal,
      signIn: async () => ({ token: 'plain', expires: opened.clock.now + day }),
    });
    expect(await plain.renew('token-1')).toBe('plain');
    const item = await opened.table.get({ pk: 'TEAM#ops', sk: 'TOKEN#forgotten' });
    expect(item).not.toHaveProperty('refresh');
  });
});
