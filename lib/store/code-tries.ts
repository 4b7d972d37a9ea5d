import { expiresIn } from './expiry.ts';
import type { Key, Table } from './table.ts';

/** Who tries a code, in which event. */
export interface Trier {
  readonly team: string;
  readonly connection: string;
  readonly person: string;
  readonly event: string;
}

/** How many wrong codes a person has tried in this hour. */
export interface CodeTries {
  /** Counts a try before the code is looked at, so that tries at the same time are counted too. False when there were too many. */
  begin(trier: Trier): Promise<boolean>;
  /** It was a right one: it does not count. */
  wasRight(trier: Trier): Promise<void>;
}

/** Wrong codes of a person in an hour. */
const MOST = 5;
const HOUR_MS = 3_600_000;

/** Tries in the table, one item for each person and hour of the clock; `now` is epoch milliseconds. */
export function createCodeTries(table: Table, now: () => number): CodeTries {
  const keyOf = ({ team, connection, person }: Trier): Key => ({
    pk: `TEAM#${team}`,
    sk: `TRIES#${connection}#${person}#${Math.floor(now() / HOUR_MS)}`,
  });
  return {
    async begin(trier) {
      const before = await table.update(keyOf(trier), {
        set: {
          v: ':v',
          tries: 'if_not_exists(#tries, :zero) + :one',
          last: ':event',
          expires: ':expires',
        },
        // A run that died with the right code in its hand comes back as the same event.
        when: 'attribute_not_exists(#tries) OR #tries < :most OR #last = :event',
        values: { v: 1, zero: 0, one: 1, most: MOST, event: trier.event, expires: expiresIn(now(), 1) },
      });
      return before !== 'refused';
    },

    async wasRight(trier) {
      await table.update(keyOf(trier), {
        set: { tries: '#tries - :one' },
        when: '#tries > :zero',
        values: { one: 1, zero: 0 },
      });
    },
  };
}
