import type { Mailbox } from '../domain/mail.ts';
import { expiresIn } from './expiry.ts';
import { settersOf, type Table } from './table.ts';

/** Where the mail door looks up whose an address is: mail comes by no address that could say so itself. */
export interface Mailboxes {
  /** Whose address it is; undefined when it is nobody's. */
  get(address: string): Promise<Mailbox | undefined>;
  open(address: string, mailbox: Mailbox): Promise<void>;
  close(address: string): Promise<void>;
}

/** Mailboxes in the table; `now` is epoch milliseconds. */
export function createMailboxes(table: Table, now: () => number): Mailboxes {
  const keyOf = (address: string) => ({ pk: `MAILBOX#${address}`, sk: 'MAILBOX' });
  return {
    async get(address) {
      const item = await table.get(keyOf(address));
      if (!item) return undefined;
      const { team, connection, generation, board } = item;
      return {
        ...{ team: String(team), connection: String(connection) },
        ...{ generation: Number(generation), board: String(board) },
      };
    },

    async open(address, mailbox) {
      const values = { v: 1, ...mailbox };
      await table.update(
        keyOf(address),
        // One that was closed before is open again.
        { set: settersOf(values), remove: ['expires'], values },
      );
    },

    async close(address) {
      // The table's port deletes nothing: what has expired is gone.
      await table.update(keyOf(address), {
        set: { v: ':v', expires: ':expires' },
        values: { v: 1, expires: expiresIn(now(), 0) },
      });
    },
  };
}
