import type { CardId } from '../domain/card.ts';
import { type MailTarget, rememberedDays } from '../domain/mail.ts';
import { expiresIn } from './expiry.ts';
import { settersOf, type Table } from './table.ts';

/** What mails of ours were about, each by the id in its reply address, its SES id or its own id. */
export interface MailTargets {
  get(id: string): Promise<MailTarget | undefined>;
  /** An answer to the mail with this id is about the target. */
  remember(id: string, target: MailTarget): Promise<void>;
}

/** Such targets in the table; `now` is epoch milliseconds. */
export function createMailTargets(table: Table, now: () => number): MailTargets {
  const keyOf = (id: string) => ({ pk: `MAIL#${id}`, sk: 'TARGET' });
  return {
    async get(id) {
      const item = await table.get(keyOf(id));
      if (!item) return undefined;
      const { team, connection, board, card, conversation } = item;
      return {
        ...{ team: String(team), connection: String(connection), board: String(board) },
        ...{ card: String(card) as CardId, conversation: String(conversation) },
      };
    },

    async remember(id, target) {
      const values = { v: 1, ...target, expires: expiresIn(now(), rememberedDays) };
      await table.update(keyOf(id), { set: settersOf(values), values });
    },
  };
}
