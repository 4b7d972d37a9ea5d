import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CardwireError, never } from '../../lib/domain/errors.ts';
import { createTokenKeeper } from '../../lib/store/tokens.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
beforeAll(async () => {
  opened = await openTable();
});
afterAll(() => opened.stop());

const seal = {
  seal: (token: string) => [...token].reverse().join(''),
  open: (sealed: string) => [...sealed].reverse().join(''),
};

/** A board's log-in that counts, and keepers as two Lambdas would have them. */
function world(connection: string) {
  const state = { signIns: 0, refuses: false };
  const keeper = () =>
    createTokenKeeper({
      table: opened.table,
      team: 'ops',
      connection,
      now: () => opened.clock.now,
      seal,
      signIn: async () => {
        if (state.refuses) throw new CardwireError('wekan-sign-in-refused', never);
        state.signIns += 1;
        return { token: `token-${state.signIns}`, expires: opened.clock.now + 90 * 86_400_000 };
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

  test('is renewed before it ends', async () => {
    const { state, keeper } = world('four');
    await keeper().token();
    opened.clock.now += 90 * 86_400_000;
    expect(await keeper().token()).toBe('token-2');
    expect(state.signIns).toBe(2);
  });

  test('that cannot be had makes work wait, not die, and leaves no lease behind', async () => {
    const { state, keeper } = world('five');
    state.refuses = true;
    await expect(keeper().token()).rejects.toMatchObject({
      code: 'wekan-sign-in-refused',
      retry: { when: 'later', afterMs: 300_000 },
    });
    state.refuses = false;
    expect(await keeper().token()).toBe('token-1');
  });
});
