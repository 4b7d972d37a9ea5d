import { expiresIn } from './expiry.ts';
import type { Table } from './table.ts';

/** How often something happens within a day. */
export interface Tallies {
  /** Counts one more within this day (UTC), and says how many there are by now. */
  count(team: string, what: string): Promise<number>;
}

const DAY_MS = 86_400_000;

/** Counters in the table, one item for each thing and day; `now` is epoch milliseconds. */
export function createTallies(table: Table, now: () => number): Tallies {
  return {
    async count(team, what) {
      const day = Math.floor(now() / DAY_MS);
      const before = await table.update(
        { pk: `TEAM#${team}`, sk: `TALLY#${what}.${day}` },
        {
          set: { v: ':v', count: 'if_not_exists(#count, :zero) + :one', expires: ':expires' },
          values: { v: 1, zero: 0, one: 1, expires: expiresIn(now(), 2) },
        },
      );
      return 1 + (before === 'refused' ? 0 : Number(before?.count ?? 0));
    },
  };
}
