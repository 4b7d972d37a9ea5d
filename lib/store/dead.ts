import { expiresIn } from './lease.ts';
import type { Table } from './table.ts';

/** A message that will not be tried again: why, and what it takes to bring it back. */
export interface Dead {
  readonly team: string;
  readonly id: string;
  readonly reason: string;
  /** `events` or `deliveries`. */
  readonly queue: string;
  /** The message group: replay keeps the order within it. */
  readonly group: string;
  /** Epoch milliseconds at which the message was accepted. */
  readonly at: number;
  /** Encrypted: it holds what people wrote. */
  readonly body: string;
}

/** Where dead messages are kept: 90 days. */
export interface Graveyard {
  /** Safe to repeat: the same message is one item. */
  bury(dead: Dead): Promise<void>;
  list(team: string): Promise<readonly Dead[]>;
}

const DAYS = 90;
const LISTED = 500;

/** Dead messages as items of the table; `now` is epoch milliseconds. */
export function createGraveyard(table: Table, now: () => number): Graveyard {
  return {
    async bury({ team, id, ...dead }) {
      const stamp = new Date(dead.at).toISOString();
      await table.update(
        { pk: `TEAM#${team}`, sk: `DEAD#${stamp}#${id}` },
        {
          set: Object.fromEntries(['v', 'expires', ...Object.keys(dead)].map((name) => [name, `:${name}`])),
          values: { v: 1, expires: expiresIn(now(), DAYS), ...dead },
        },
      );
    },

    async list(team) {
      const items = await table.query(`TEAM#${team}`, 'DEAD#', LISTED);
      return items.map((item) => ({
        team,
        id: String(item.sk).split('#').at(-1) ?? '',
        reason: String(item.reason),
        queue: String(item.queue),
        group: String(item.group),
        at: Number(item.at),
        body: String(item.body),
      }));
    },
  };
}
