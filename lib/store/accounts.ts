import type { Table } from './table.ts';

/** Whose account is whose: linked by a code that the team gave out. */
export interface Accounts {
  /** The name in the team's settings that an account of a channel connection belongs to; undefined when it is linked to nobody. */
  nameOf(team: string, connection: string, person: string): Promise<string | undefined>;
  link(team: string, connection: string, person: string, name: string): Promise<void>;
}

/** Linked accounts in the table. */
export function createAccounts(table: Table): Accounts {
  const keyOf = (team: string, connection: string, person: string) => ({
    pk: `TEAM#${team}`,
    sk: `ACCOUNT#${connection}#${person}`,
  });
  return {
    async nameOf(team, connection, person) {
      const item = await table.get(keyOf(team, connection, person));
      return item?.name === undefined ? undefined : String(item.name);
    },

    async link(team, connection, person, name) {
      await table.update(keyOf(team, connection, person), {
        set: { v: ':v', name: ':name' },
        values: { v: 1, name },
      });
    },
  };
}
