import { expiresIn } from './expiry.ts';
import { addMissed, isPaused, type MissedCard, readMissed, takeCard, takeComments } from './missed-cards.ts';
import type { Item, Key, Table } from './table.ts';

/** Why nothing is told in a conversation. */
export interface Paused {
  /** The code of what refused it. */
  readonly reason: string;
  /** When it began, and when it was refused last. Epoch milliseconds. */
  readonly since: number;
  readonly at: number;
  /** False once it was woken: it is tried again, and its success ends the pause. */
  readonly resting: boolean;
  /** The team has heard of it. */
  readonly told: boolean;
  /** Cards that changed meanwhile, for their messages to be put right. Of many, some. */
  readonly missed: readonly MissedCard[];
}

/** What is paused: a conversation, or a whole connection by its name. */
export interface PauseKey {
  readonly team: string;
  readonly where: string;
}

/** Conversations in which nothing is told until somebody puts them right. */
export interface Pauses {
  /** May be a moment old: one showing more is refused as the one before. */
  get(key: PauseKey): Promise<Paused | undefined>;
  /** Pauses it, or keeps it paused; the team is told of it once until it has ended. Gives the pause as it is now. */
  pause(key: PauseKey, reason: string): Promise<Paused>;
  told(key: PauseKey): Promise<void>;
  /** A card changed that is not told there. `before` is the pause as it was read. */
  miss(key: PauseKey, before: Paused, card: MissedCard): Promise<void>;
  /** A missed card's message is right again, as the pause was read with it; comments that were missed since are left, and so is their card. */
  caughtUp(key: PauseKey, card: MissedCard): Promise<void>;
  /** Lets it be tried again. Gives the pause as it is now; undefined when it has ended. */
  wake(key: PauseKey): Promise<Paused | undefined>;
  /** It works again: nothing is left of the pause, unless a card was missed meanwhile. */
  end(key: PauseKey): Promise<void>;
  /**
   * Lets everything of a team be tried again, or one conversation, or all of a connection. Gives what was meant: a connection that was
   * paused as a whole is there by its name.
   */
  resume(team: string, where?: string): Promise<readonly string[]>;
  /** Everything of a team that is paused, or was woken and not tried yet. */
  list(team: string): Promise<readonly (Paused & { readonly where: string })[]>;
}

const LISTED = 1000;

/** Pauses in the table; they last until they are ended. `now` is epoch milliseconds. */
export function createPauses(table: Table, now: () => number): Pauses {
  const pauses: Pauses = {
    async get(key) {
      return readPaused(await table.get(keyOf(key), { stale: true }));
    },

    async pause(key, reason) {
      const at = now();
      const before = await table.update(keyOf(key), {
        set: {
          ...{ v: ':v', reason: ':reason', at: ':at', resting: ':yes' },
          ...{ since: 'if_not_exists(#since, :at)', missed: 'if_not_exists(#missed, :none)' },
        },
        remove: ['expires'],
        values: { v: 1, reason, at, yes: true, none: {} },
      });
      const known = before === 'refused' ? undefined : readPaused(before);
      return { told: false, missed: [], since: at, ...known, reason, at, resting: true };
    },

    async told(key) {
      await table.update(keyOf(key), { set: { told: ':yes' }, when: isPaused, values: { yes: true } });
    },

    async miss(key, { missed }, card) {
      const update = addMissed(missed, card, now());
      if (update) await table.update(keyOf(key), update);
    },

    async caughtUp(key, card) {
      const before = await table.update(keyOf(key), takeCard(card));
      const read = before === 'refused' ? takeComments(card) : undefined;
      if (read) await table.update(keyOf(key), read);
    },

    async wake(key) {
      const update = { set: { resting: ':no' }, when: isPaused, values: { no: false } };
      const before = await table.update(keyOf(key), update);
      const known = before === 'refused' ? undefined : readPaused(before);
      return known && { ...known, resting: false };
    },

    async end(key) {
      await table.update(keyOf(key), {
        set: { expires: ':now' },
        remove: ['reason', 'since', 'at', 'resting', 'told', 'missed'],
        // What was said on a card goes with the card (`caughtUp`): where none is left, neither is a word.
        when: `${isPaused} AND (attribute_not_exists(#missed) OR size(#missed) = :zero)`,
        values: { now: expiresIn(now(), 0), zero: 0 },
      });
    },

    async list(team) {
      const items = await table.query(`TEAM#${team}`, 'PAUSED#', LISTED);
      return items.flatMap((item) => {
        const paused = readPaused(item);
        return paused ? [{ ...paused, where: String(item.sk).slice('PAUSED#'.length) }] : [];
      });
    },

    async resume(team, where) {
      const all = (await pauses.list(team)).map((each) => each.where);
      const meant = all.filter(
        (each) => where === undefined || each === where || connectionOf(each) === where,
      );
      for (const each of meant) {
        const key = { team, where: each };
        await (each === connectionOf(each) ? pauses.end(key) : pauses.wake(key));
      }
      return meant;
    },
  };
  return pauses;
}

/** The connection of a conversation; of a connection, itself. */
function connectionOf(where: string): string | undefined {
  return where.includes(':') ? where.split(':')[1] : where;
}

function keyOf({ team, where }: PauseKey): Key {
  return { pk: `TEAM#${team}`, sk: `PAUSED#${where}` };
}

/** What is left of an ended pause waits to be swept. */
function readPaused(item: Item | undefined): Paused | undefined {
  if (item?.reason === undefined) return undefined;
  return {
    reason: String(item.reason),
    since: Number(item.since),
    at: Number(item.at),
    resting: item.resting === true,
    told: item.told === true,
    missed: readMissed(item),
  };
}
