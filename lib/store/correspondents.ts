import { rememberedDays } from '../domain/mail.ts';
import { expiresIn, standing } from './expiry.ts';
import { settersOf, type Table } from './table.ts';

/** Someone who writes or is written to. */
export interface Correspondent {
  /** The language they write in, as far as it could be told. */
  readonly language?: 'en' | 'de';
  /** They have followed a link that was sent to this address. */
  readonly confirmed?: boolean;
  /** Nothing is sent there: mail came back, or they complained. */
  readonly blocked?: 'bounce' | 'complaint';
}

/** What is known of mail addresses, within each team. */
export interface Correspondents {
  /** Empty for an address of which nothing is known. */
  get(team: string, address: string): Promise<Correspondent>;
  /** Adds to what is known. */
  know(team: string, address: string, what: Partial<Correspondent>): Promise<void>;
  /** The address is written to again. */
  unblock(team: string, address: string): Promise<void>;
}

/** Correspondents in the table; `now` is epoch milliseconds. */
export function createCorrespondents(table: Table, now: () => number): Correspondents {
  const keyOf = (team: string, address: string) => ({ pk: `TEAM#${team}`, sk: `MAILER#${address}` });
  return {
    async get(team, address) {
      const item = await table.get(keyOf(team, address));
      return {
        ...(item?.language === 'de' || item?.language === 'en' ? { language: item.language } : {}),
        ...(item?.confirmed === true ? { confirmed: true } : {}),
        ...(item?.blocked === 'bounce' || item?.blocked === 'complaint' ? { blocked: item.blocked } : {}),
      };
    },

    async know(team, address, what) {
      const values = { v: 1, ...what, expires: expiresIn(now(), rememberedDays) };
      const known = { set: settersOf(values), values };
      const added = await table.update(keyOf(team, address), { ...known, when: standing });
      if (added !== 'refused') return;
      // What was known before has had its time, and does not come back with what is new.
      const remove = ['language', 'confirmed', 'blocked'].filter((each) => !(each in what));
      await table.update(keyOf(team, address), { ...known, remove });
    },

    async unblock(team, address) {
      const when = 'attribute_exists(#blocked)';
      await table.update(keyOf(team, address), { remove: ['blocked'], when });
    },
  };
}
