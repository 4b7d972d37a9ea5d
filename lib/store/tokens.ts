import type { SignIn, TokenKeeper } from '../boards/board.ts';
import { CardwireError } from '../domain/errors.ts';
import { LEASE_MS } from './lease.ts';
import type { Key, Table } from './table.ts';

/** Hides a token at rest and shows it again: the store never holds one readable. */
export interface TokenSeal {
  seal(token: string): string;
  open(sealed: string): string | undefined;
}

/** How long work waits for a mended sign-in before it tries again. */
const REFUSED_MS = 5 * 60_000;

/** A token this close to its end is renewed before it is used. */
const EARLY_MS = 24 * 3_600_000;

/**
 * Keeps one board connection's token in the table. Only one run signs in at a time, by a lease; the others come back through
 * the queue (`later`) and find what it brought. A run asks the table once and remembers.
 */
export function createTokenKeeper(options: {
  readonly table: Table;
  readonly team: string;
  readonly connection: string;
  readonly now: () => number;
  readonly seal: TokenSeal;
  readonly signIn: SignIn;
}): TokenKeeper {
  const { table, now, seal, signIn } = options;
  const key: Key = { pk: `TEAM#${options.team}`, sk: `TOKEN#${options.connection}` };
  let known: string | undefined;

  async function stored(): Promise<string | undefined> {
    const item = await table.get(key);
    if (!item || Number(item.validUntil ?? 0) - EARLY_MS < now()) return undefined;
    return seal.open(String(item.token));
  }

  async function replace(): Promise<string> {
    const lease = await table.update(key, {
      set: { v: ':v', leaseUntil: ':until' },
      when: 'attribute_not_exists(#leaseUntil) OR #leaseUntil < :now',
      values: { v: 1, until: now() + LEASE_MS, now: now() },
    });
    if (lease === 'refused') throw new CardwireError('token-being-renewed', { when: 'later', afterMs: 2000 });
    try {
      const { token, expires } = await signIn();
      await table.update(key, {
        set: { token: ':token', validUntil: ':validUntil' },
        remove: ['leaseUntil'],
        values: { token: seal.seal(token), validUntil: expires },
      });
      known = token;
      return token;
    } catch (error) {
      await table.update(key, { remove: ['leaseUntil'] });
      throw worthWaitingFor(error);
    }
  }

  return {
    async token() {
      known ??= await stored();
      return known ?? replace();
    },

    async renew(refused) {
      const current = await stored();
      if (current !== undefined && current !== refused) {
        known = current;
        return current;
      }
      return replace();
    },
  };
}

/** A refused sign-in is for the operator to mend: what people asked for waits meanwhile, and nobody hammers the board's log-in. */
function worthWaitingFor(error: unknown): unknown {
  if (!(error instanceof CardwireError) || error.retry.when === 'later') return error;
  return new CardwireError(error.code, { when: 'later', afterMs: REFUSED_MS }, error.say, { cause: error });
}
