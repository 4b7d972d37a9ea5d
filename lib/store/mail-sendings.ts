import { randomUUID } from 'node:crypto';
import { expiresIn } from './expiry.ts';
import type { Table } from './table.ts';

/** How far the sending of each mail has come: SES cannot be asked what it has sent. */
export interface MailSendings {
  /** Notes that a mail is about to be sent: how many tries may have sent it, this one among them, and its Message-ID once it is known. */
  begin(id: string): Promise<{ readonly tries: number; readonly message?: string }>;
  /** It was sent, with this Message-ID. */
  sent(id: string, message: string): Promise<void>;
  /** It is sure that the last try did not send it; `tries` is what `begin` said of it. Safe to repeat. */
  unsent(id: string, tries: number): Promise<void>;
}

/** Longer than a queue keeps what asks for a mail. */
const DAYS = 30;

/** Sendings in the table; `now` is epoch milliseconds. */
export function createMailSendings(table: Table, now: () => number): MailSendings {
  const keyOf = (id: string) => ({ pk: `SENDING#${id}`, sk: 'SENDING' });
  return {
    async begin(id) {
      const run = randomUUID();
      const before = await table.update(keyOf(id), {
        set: { v: ':v', tries: 'if_not_exists(#tries, :zero) + :one', run: ':run', expires: ':expires' },
        when: 'attribute_not_exists(#message) AND (attribute_not_exists(#run) OR #run <> :run)',
        values: { v: 1, zero: 0, one: 1, run, expires: expiresIn(now(), DAYS) },
      });
      if (before !== 'refused') return { tries: 1 + Number(before?.tries ?? 0) };
      const item = await table.get(keyOf(id));
      const tries = Number(item?.tries ?? 1);
      // A write whose answer was lost is sent again by the client: this very try is counted already.
      const isCounted = item?.message === undefined && item?.run === run;
      return isCounted ? { tries } : { tries, message: String(item?.message ?? '') };
    },

    async sent(id, message) {
      await table.update(keyOf(id), { set: { message: ':message' }, values: { message } });
    },

    async unsent(id, tries) {
      await table.update(keyOf(id), {
        set: { tries: ':before' },
        when: '#tries = :tries',
        values: { tries, before: tries - 1 },
      });
    },
  };
}
