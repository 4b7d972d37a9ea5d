import { type Beginning, rememberedDays } from '../domain/mail.ts';
import { absent, expiresIn } from './expiry.ts';
import { settersOf, type Table } from './table.ts';

/** What conversations by mail began with: a thread keeps its first subject. */
export interface MailSubjects {
  /** The subject that a conversation began with; undefined when none is kept. */
  get(conversation: string): Promise<string | undefined>;
  /** Keeps the first one; a later one changes nothing. */
  keep(conversation: string, subject: string, beginning?: Beginning): Promise<void>;
  /** How a conversation began, where that is out of the ordinary. */
  beginning(conversation: string): Promise<Beginning | undefined>;
}

const beginnings = ['quiet', 'copied'] as const;

/** Subjects in the table; `now` is epoch milliseconds. */
export function createMailSubjects(table: Table, now: () => number): MailSubjects {
  const keyOf = (conversation: string) => ({ pk: `MAILTHREAD#${conversation}`, sk: 'SUBJECT' });
  return {
    async get(conversation) {
      const item = await table.get(keyOf(conversation));
      return item && String(item.subject);
    },

    async keep(conversation, subject, beginning) {
      const values = {
        v: 1,
        subject,
        ...(beginning && { [beginning]: true }),
        expires: expiresIn(now(), rememberedDays),
      };
      await table.update(keyOf(conversation), {
        set: settersOf(values),
        remove: beginnings.filter((each) => each !== beginning),
        values,
        when: absent,
      });
    },

    async beginning(conversation) {
      const item = await table.get(keyOf(conversation));
      return beginnings.find((each) => item?.[each] === true);
    },
  };
}
