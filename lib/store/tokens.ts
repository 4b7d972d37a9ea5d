import type { SignedIn, SignIn, TokenKeeper } from '../boards/board.ts';
import { CardwireError, isRefusal } from '../domain/errors.ts';
import type { Say } from '../domain/say.ts';
import { LEASE_MS } from './lease.ts';
import type { Item, Key, Table, Update } from './table.ts';

/** Hides a token at rest and shows it again: the store never holds one readable. */
export interface TokenSeal {
  seal(token: string): string;
  open(sealed: string): string | undefined;
}

/** How long work waits for a mended sign-in before it tries again. */
const REFUSED_MS = 5 * 60_000;

/**
 * After a refused sign-in nobody else tries for so long: boards shut an account out after some refusals within a minute, the right password
 * or not.
 */
const COOL_MS = 30_000;

/** A token is renewed early, in the last tenth of its life: how long that is, is each server's own setting. */
const EARLY = 0.1;

/** A token as it is kept, unsealed. Moments are epoch milliseconds. */
interface Kept {
  readonly token: string;
  readonly refresh: string | undefined;
  readonly renewAt: number;
  readonly validUntil: number;
}

/**
 * Keeps one board connection's token in the table. Only one run signs in at a time, by a lease; the others come back through
 * the queue (`later`) and find what it brought, or go on with a token that is still good. A run asks the table once and remembers.
 *
 * A refresh token is good for one renewal only. It is handed out under the lease, as it stands there then; a run that dies before it has
 * stored the next one leaves a used one behind, and `signIn` falls back on the password.
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
  let known: Kept | undefined;

  function read(item: Item | undefined): Kept | undefined {
    const token = item?.token === undefined ? undefined : seal.open(String(item.token));
    if (!item || token === undefined) return undefined;
    const refresh = item.refresh === undefined ? undefined : seal.open(String(item.refresh));
    const validUntil = Number(item.validUntil ?? 0);
    return { token, refresh, validUntil, renewAt: Number(item.renewAt ?? 0) };
  }

  const isFresh = (kept: Kept | undefined): kept is Kept => kept !== undefined && now() < kept.renewAt;
  const isGood = (kept: Kept | undefined): kept is Kept => kept !== undefined && now() < kept.validUntil;

  /** @param refused a token that the board has refused, whatever the table says of it. */
  async function current(refused?: string): Promise<string> {
    const kept = read(await table.get(key));
    if (!isFresh(kept) || kept.token === refused) return replace(kept, refused);
    known = kept;
    return kept.token;
  }

  async function replace(kept: Kept | undefined, refused: string | undefined): Promise<string> {
    const before = await table.update(key, {
      set: { v: ':v', leaseUntil: ':until' },
      // One that ends later than any that begins now was given by a clock that ran ahead.
      when: 'attribute_not_exists(#leaseUntil) OR #leaseUntil < :now OR #leaseUntil > :until',
      values: { v: 1, until: now() + LEASE_MS, now: now() },
    });
    if (before === 'refused') {
      if (isGood(kept) && kept.token !== refused) return kept.token;
      throw await whyNot();
    }
    const latest = read(before);
    if (isFresh(latest) && latest.token !== refused) {
      // Another run was faster, between our look and our lease.
      await table.update(key, { remove: ['leaseUntil'] });
      known = latest;
      return latest.token;
    }
    return signInAgain(latest, refused);
  }

  /** What was refused a moment ago is refused; else another run is at it. */
  async function whyNot(): Promise<CardwireError> {
    const { refused } = (await table.get(key)) ?? {};
    if (refused === undefined) {
      return new CardwireError('token-being-renewed', { when: 'later', afterMs: 2000 });
    }
    const { code, say } = refused as Refused;
    return new CardwireError(code, { when: 'later', afterMs: COOL_MS }, say);
  }

  async function signInAgain(before: Kept | undefined, refused: string | undefined): Promise<string> {
    try {
      known = await store(await signIn(before?.refresh));
      return known.token;
    } catch (error) {
      const renewAt = now() + REFUSED_MS;
      const usable = isGood(before) && before.token !== refused;
      const free = { remove: ['leaseUntil'] };
      const renewLater = { ...free, set: { renewAt: ':renewAt' }, values: { renewAt } };
      await table.update(key, usable ? renewLater : isRefusal(error) ? restAfter(error, now()) : free);
      // What is still good goes on, and the next try is not at once.
      if (usable) return before.token;
      throw worthWaitingFor(error);
    }
  }

  async function store({ token, expires, refresh }: SignedIn): Promise<Kept> {
    const renewAt = Math.floor(expires - (expires - now()) * EARLY);
    const sealed = {
      token: seal.seal(token),
      ...(refresh === undefined ? {} : { refresh: seal.seal(refresh) }),
    };
    await table.update(key, {
      set: { token: ':token', validUntil: ':validUntil', renewAt: ':renewAt', ...setRefresh(refresh) },
      remove: ['leaseUntil', 'refused', ...(refresh === undefined ? ['refresh'] : [])],
      values: { ...sealed, validUntil: expires, renewAt },
    });
    return { token, refresh, renewAt, validUntil: expires };
  }

  /** Calls that are made side by side wait for one look, instead of refusing each other the lease. */
  let looking: { readonly refused: string | undefined; readonly token: Promise<string> } | undefined;
  async function together(refused?: string): Promise<string> {
    if (looking && looking.refused === refused) return looking.token;
    const look = { refused, token: current(refused) };
    looking = look;
    try {
      return await look.token;
    } finally {
      if (looking === look) looking = undefined;
    }
  }

  return {
    token: async () => (isFresh(known) ? known.token : together()),
    renew: (refused) => together(refused),
  };
}

/** Why a sign-in was refused, for those who ask meanwhile. */
interface Refused {
  readonly code: string;
  readonly say?: Say;
}

function restAfter({ code, say }: CardwireError, now: number): Update {
  return {
    set: { leaseUntil: ':until', refused: ':refused' },
    values: { until: now + COOL_MS, refused: { code, ...(say && { say }) } satisfies Refused },
  };
}

const setRefresh = (refresh: string | undefined) => (refresh === undefined ? {} : { refresh: ':refresh' });

/** A refused sign-in is for the operator to mend: what people asked for waits meanwhile, and nobody hammers the board's log-in. */
function worthWaitingFor(error: unknown): unknown {
  if (!(error instanceof CardwireError) || error.retry.when === 'later') return error;
  return new CardwireError(error.code, { when: 'later', afterMs: REFUSED_MS }, error.say, { cause: error });
}
