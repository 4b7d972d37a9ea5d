import { expiresIn } from './expiry.ts';
import type { Table } from './table.ts';

/** How many commands somebody sends. */
export interface Rates {
  /** Counts one more of this minute, and says how many there are by now. */
  count(team: string, connection: string, person: string): Promise<number>;
}

const MINUTE_MS = 60_000;
const DAYS = 1;

/** Counters in the table, one item for each person and minute of the clock; `now` is epoch milliseconds. */
export function createRates(table: Table, now: () => number): Rates {
  return {
    async count(team, connection, person) {
      const minute = Math.floor(now() / MINUTE_MS);
      const before = await table.update(
        { pk: `TEAM#${team}`, sk: `RATE#${connection}#${person}#${minute}` },
        {
          set: { v: ':v', count: 'if_not_exists(#count, :zero) + :one', expires: ':expires' },
          values: { v: 1, zero: 0, one: 1, expires: expiresIn(now(), DAYS) },
        },
      );
      return 1 + (before === 'refused' ? 0 : Number(before?.count ?? 0));
    },
  };
}
