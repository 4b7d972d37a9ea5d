import { randomUUID } from 'node:crypto';
import type { CardId } from '../domain/card.ts';
import type { Beginning, Mailbox, MailTarget } from '../domain/mail.ts';
import { absent, expiresIn, standing } from './expiry.ts';
import { createOnce } from './once.ts';
import { settersOf, type Table } from './table.ts';

/** What the table knows of mail. */
export interface MailBook {
  /** Whose address it is; undefined when it is nobody's. */
  mailbox(address: string): Promise<Mailbox | undefined>;
  openMailbox(address: string, mailbox: Mailbox): Promise<void>;
  closeMailbox(address: string): Promise<void>;
  /** What a mail of ours was about, by the id in its reply address, its SES id or its own id. */
  target(id: string): Promise<MailTarget | undefined>;
  remember(id: string, target: MailTarget): Promise<void>;
  /** An answer to it means nothing any more. */
  forget(id: string): Promise<void>;
  /** The subject that a conversation began with: a thread keeps its first one. */
  subject(conversation: string): Promise<string | undefined>;
  keepSubject(conversation: string, subject: string, beginning?: Beginning): Promise<void>;
  /** How a conversation began, where that is out of the ordinary. */
  beginning(conversation: string): Promise<Beginning | undefined>;
  /** What is known of an address within a team. */
  correspondent(team: string, address: string): Promise<Correspondent>;
  know(team: string, address: string, what: Partial<Correspondent>): Promise<void>;
  /** The address is written to again. */
  unblock(team: string, address: string): Promise<void>;
  /** True the first time within so many days, and again for the same `by`: what is said once a day, to one address, for one reason. */
  once(team: string, what: string, days: number, by?: string): Promise<boolean>;
  /** Counts one more within a day (UTC), and says how many there are by now. */
  tally(team: string, what: string): Promise<number>;
  /** Notes that a mail is about to be sent: how many tries may have sent it, this one among them, and its Message-ID once it is known. */
  begin(id: string): Promise<{ readonly tries: number; readonly message?: string }>;
  /** It was sent, with this Message-ID. */
  sent(id: string, message: string): Promise<void>;
  /** It is sure that the last try did not send it; `tries` is what `begin` said of it. Safe to repeat. */
  unsent(id: string, tries: number): Promise<void>;
}

/** Someone who writes or is written to. */
export interface Correspondent {
  /** The language they write in, as far as it could be told. */
  readonly language?: 'en' | 'de';
  /** They have followed a link that was sent to this address. */
  readonly confirmed?: boolean;
  /** Nothing is sent there: mail came back, or they complained. */
  readonly blocked?: 'bounce' | 'complaint';
}

/** Mail is answered long after it was sent; what it was about is kept as long as people keep their mail in mind. Days. */
const REMEMBERED_DAYS = 400;

/** Longer than a queue keeps what asks for a mail. Days. */
const SENDING_DAYS = 30;

const beginnings = ['quiet', 'copied'] as const;

const DAY_MS = 86_400_000;

const sendingKey = (id: string) => ({ pk: `SENDING#${id}`, sk: 'SENDING' });

/** Mail in the table; `now` is epoch milliseconds. */
export function createMailBook(table: Table, now: () => number): MailBook {
  const personKey = (team: string, address: string) => ({ pk: `TEAM#${team}`, sk: `MAILER#${address}` });

  return {
    async mailbox(address) {
      const item = await table.get({ pk: `MAILBOX#${address}`, sk: 'MAILBOX' });
      if (!item) return undefined;
      const { team, connection, generation, board } = item;
      return {
        ...{ team: String(team), connection: String(connection) },
        ...{ generation: Number(generation), board: String(board) },
      };
    },

    async openMailbox(address, mailbox) {
      const values = { v: 1, ...mailbox };
      await table.update(
        { pk: `MAILBOX#${address}`, sk: 'MAILBOX' },
        // One that was closed before is open again.
        { set: settersOf(values), remove: ['expires'], values },
      );
    },

    async closeMailbox(address) {
      await table.update({ pk: `MAILBOX#${address}`, sk: 'MAILBOX' }, gone(now()));
    },

    async target(id) {
      const item = await table.get({ pk: `MAIL#${id}`, sk: 'TARGET' });
      if (!item) return undefined;
      const { team, connection, board, card, conversation } = item;
      return {
        ...{ team: String(team), connection: String(connection), board: String(board) },
        ...{ card: String(card) as CardId, conversation: String(conversation) },
      };
    },

    async remember(id, target) {
      const values = { v: 1, ...target, expires: expiresIn(now(), REMEMBERED_DAYS) };
      await table.update({ pk: `MAIL#${id}`, sk: 'TARGET' }, { set: settersOf(values), values });
    },

    async forget(id) {
      await table.update({ pk: `MAIL#${id}`, sk: 'TARGET' }, gone(now()));
    },

    async subject(conversation) {
      const item = await table.get({ pk: `MAILTHREAD#${conversation}`, sk: 'SUBJECT' });
      return item && String(item.subject);
    },

    async keepSubject(conversation, subject, beginning) {
      const values = {
        v: 1,
        subject,
        ...(beginning && { [beginning]: true }),
        expires: expiresIn(now(), REMEMBERED_DAYS),
      };
      await table.update(
        { pk: `MAILTHREAD#${conversation}`, sk: 'SUBJECT' },
        {
          set: settersOf(values),
          remove: beginnings.filter((each) => each !== beginning),
          values,
          when: absent,
        },
      );
    },

    async beginning(conversation) {
      const item = await table.get({ pk: `MAILTHREAD#${conversation}`, sk: 'SUBJECT' });
      return beginnings.find((each) => item?.[each] === true);
    },

    async correspondent(team, address) {
      const item = await table.get(personKey(team, address));
      return {
        ...(item?.language === 'de' || item?.language === 'en' ? { language: item.language } : {}),
        ...(item?.confirmed === true ? { confirmed: true } : {}),
        ...(item?.blocked === 'bounce' || item?.blocked === 'complaint' ? { blocked: item.blocked } : {}),
      };
    },

    async know(team, address, what) {
      const values = { v: 1, ...what, expires: expiresIn(now(), REMEMBERED_DAYS) };
      const known = { set: settersOf(values), values };
      const added = await table.update(personKey(team, address), { ...known, when: standing });
      if (added !== 'refused') return;
      // What was known before has had its time, and does not come back with what is new.
      const remove = ['language', 'confirmed', 'blocked'].filter((each) => !(each in what));
      await table.update(personKey(team, address), { ...known, remove });
    },

    async unblock(team, address) {
      const when = 'attribute_exists(#blocked)';
      await table.update(personKey(team, address), { remove: ['blocked'], when });
    },

    once: createOnce(table, now).first,

    async tally(team, what) {
      const day = Math.floor(now() / DAY_MS);
      const before = await table.update(
        { pk: `TEAM#${team}`, sk: `TALLY#${what}.${day}` },
        {
          set: { v: ':v', count: 'if_not_exists(#count, :zero) + :one', expires: ':expires' },
          values: { v: 1, zero: 0, one: 1, expires: expiresIn(now(), 2) },
        },
      );
      return 1 + (before === 'refused' ? 0 : Number(before?.count ?? 0));
    },

    async begin(id) {
      const run = randomUUID();
      const before = await table.update(sendingKey(id), {
        set: { v: ':v', tries: 'if_not_exists(#tries, :zero) + :one', run: ':run', expires: ':expires' },
        when: 'attribute_not_exists(#message) AND (attribute_not_exists(#run) OR #run <> :run)',
        values: { v: 1, zero: 0, one: 1, run, expires: expiresIn(now(), SENDING_DAYS) },
      });
      if (before !== 'refused') return { tries: 1 + Number(before?.tries ?? 0) };
      const item = await table.get(sendingKey(id));
      const tries = Number(item?.tries ?? 1);
      // A write whose answer was lost is sent again by the client: this very try is counted already.
      const isCounted = item?.message === undefined && item?.run === run;
      return isCounted ? { tries } : { tries, message: String(item?.message ?? '') };
    },

    async sent(id, message) {
      await table.update(sendingKey(id), { set: { message: ':message' }, values: { message } });
    },

    async unsent(id, tries) {
      await table.update(sendingKey(id), {
        set: { tries: ':before' },
        when: '#tries = :tries',
        values: { tries, before: tries - 1 },
      });
    },
  };
}

/** The table's port deletes nothing: what has expired is gone. */
function gone(now: number) {
  return { set: { v: ':v', expires: ':expires' }, values: { v: 1, expires: expiresIn(now, 0) } };
}
