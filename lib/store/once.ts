import { absent, expiresIn } from './expiry.ts';
import type { Key, Table } from './table.ts';

/** What is said or done once within a time, however often there is a reason for it. */
export interface Once {
  /**
   * True the first time within so many days, and again for the same `by`: a run that died comes back as the same one.
   * @param what one thing, such as `dead` or the id of an answer.
   */
  first(team: string, what: string, days: number, by?: string): Promise<boolean>;
  /** It came to nothing: the next one is the first again. */
  undo(team: string, what: string): Promise<void>;
}

/** Such marks in the table; `now` is epoch milliseconds. */
export function createOnce(table: Table, now: () => number): Once {
  const keyOf = (team: string, what: string): Key => ({ pk: `TEAM#${team}`, sk: `ONCE#${what}` });
  return {
    async first(team, what, days, by = '') {
      const before = await table.update(keyOf(team, what), {
        set: { v: ':v', by: ':by', expires: ':expires' },
        when: by === '' ? absent : `${absent} OR #by = :by`,
        values: { v: 1, by, expires: expiresIn(now(), days) },
      });
      return before !== 'refused';
    },

    async undo(team, what) {
      await table.update(keyOf(team, what), {
        set: { expires: ':now' },
        values: { now: expiresIn(now(), 0) },
      });
    },
  };
}
