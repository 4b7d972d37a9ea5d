import type { Table } from './table.ts';

/** A team's settings as one opaque item: what stands in it, and how its secrets are sealed, is `lib/teams`' business. */
export interface TeamItem {
  readonly id: string;
  readonly settings: string;
}

/** The settings of every team. */
export interface TeamStore {
  get(id: string): Promise<TeamItem | undefined>;
  put(item: TeamItem): Promise<void>;
  list(): Promise<readonly string[]>;
}

const LISTED = 1000;

/** Team settings in the table. The ids stand once more in a partition of their own, so that listing reads no settings. */
export function createTeamStore(table: Table): TeamStore {
  return {
    async get(id) {
      const item = await table.get({ pk: `TEAM#${id}`, sk: 'SETTINGS' }, { stale: true });
      return item && { id, settings: String(item.settings) };
    },

    async put({ id, settings }) {
      await table.update(
        { pk: `TEAM#${id}`, sk: 'SETTINGS' },
        { set: { v: ':v', settings: ':settings' }, values: { v: 1, settings } },
      );
      await table.update({ pk: 'TEAMS', sk: `TEAM#${id}` }, { set: { v: ':v' }, values: { v: 1 } });
    },

    async list() {
      const items = await table.query('TEAMS', 'TEAM#', LISTED);
      return items.map((item) => String(item.sk).slice('TEAM#'.length));
    },
  };
}
