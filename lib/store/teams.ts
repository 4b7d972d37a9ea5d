import type { Item, Table } from './table.ts';

/** A team's settings as one opaque item: what stands in it, and how its secrets are sealed, is `lib/teams`' business. */
export interface TeamItem {
  readonly id: string;
  readonly settings: string;
  /** Servers that joined by a code; absent where none has. */
  readonly joined?: readonly Joined[];
}

/** A server that joined through a channel connection, with the conversation that it did it in. */
export interface Joined {
  readonly connection: string;
  readonly server: string;
  readonly conversation: string;
}

/** The settings of every team. */
export interface TeamStore {
  /** @param options `fresh` for what is written this very moment; without it, an answer some moments old will do. */
  get(id: string, options?: { readonly fresh?: boolean }): Promise<TeamItem | undefined>;
  /** Stores the settings; what has joined stays. */
  put(item: Pick<TeamItem, 'id' | 'settings'>): Promise<void>;
  /** A server joins. Nothing happens where the team is gone. */
  join(id: string, joined: Joined): Promise<void>;
  /** A server that joined goes. */
  leave(id: string, left: Pick<Joined, 'connection' | 'server'>): Promise<void>;
  list(): Promise<readonly string[]>;
}

const LISTED = 1000;

/**
 * Team settings in the table. The ids stand once more in a partition of their own, so that listing reads no settings. A server that joined
 * is an attribute of its own beside the settings: whatever is written at the same time, nothing of it is lost.
 */
export function createTeamStore(table: Table): TeamStore {
  const keyOf = (id: string) => ({ pk: `TEAM#${id}`, sk: 'SETTINGS' });
  return {
    async get(id, options) {
      const item = await table.get(keyOf(id), { stale: options?.fresh !== true });
      if (!item) return undefined;
      const joined = joinedOf(item);
      return { id, settings: String(item.settings), ...(joined.length === 0 ? {} : { joined }) };
    },

    async put({ id, settings }) {
      await table.update(keyOf(id), {
        set: { v: ':v', settings: ':settings' },
        values: { v: 1, settings },
      });
      await table.update({ pk: 'TEAMS', sk: `TEAM#${id}` }, { set: { v: ':v' }, values: { v: 1 } });
    },

    async join(id, { conversation, ...server }) {
      await table.update(keyOf(id), {
        set: { joined: ':conversation' },
        when: 'attribute_exists(#settings)',
        values: { conversation },
        names: { joined: attributeOf(server) },
      });
    },

    async leave(id, server) {
      await table.update(keyOf(id), {
        remove: ['joined'],
        when: 'attribute_exists(#settings)',
        names: { joined: attributeOf(server) },
      });
    },

    async list() {
      const items = await table.query('TEAMS', 'TEAM#', LISTED);
      return items.map((item) => String(item.sk).slice('TEAM#'.length));
    },
  };
}

function attributeOf({ connection, server }: Pick<Joined, 'connection' | 'server'>): string {
  return `joined:${connection}:${server}`;
}

/** In the order of the attributes' names: the same whichever order the table gives them in. */
function joinedOf(item: Item): Joined[] {
  return Object.keys(item)
    .filter((name) => name.startsWith('joined:'))
    .sort()
    .map((name) => {
      const [, connection = '', server = ''] = name.split(':');
      return { connection, server, conversation: String(item[name]) };
    });
}
