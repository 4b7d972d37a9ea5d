import { stableId } from '../domain/ids.ts';
import { expiresIn } from './expiry.ts';
import type { Table } from './table.ts';

/** Which objects of the mail bucket came from whom: a bucket can be asked for a name, not for a sender. */
export interface Originals {
  /** Notes the objects of one mail: as it came, and its files. Safe to repeat. */
  note(team: string, address: string, mail: string, objects: readonly string[]): Promise<void>;
  /** The objects of everything that an address has sent, as far as they have not expired. */
  of(team: string, address: string): Promise<readonly string[]>;
}

/** As long as the bucket keeps a mail (serverless.yml, `MailBucket`). */
const DAYS = 30;
const LISTED = 10_000;

/** The hash under which the mails of one address are noted. */
export function originalsOf(address: string): string {
  return stableId('original', address.toLowerCase());
}

/** Notes in the table, by a hash of the address; `now` is epoch milliseconds. */
export function createOriginals(table: Table, now: () => number): Originals {
  return {
    async note(team, address, mail, objects) {
      await table.update(
        { pk: `TEAM#${team}`, sk: `ORIGINAL#${originalsOf(address)}#${mail}` },
        {
          set: { v: ':v', objects: ':objects', expires: ':expires' },
          values: { v: 1, objects, expires: expiresIn(now(), DAYS) },
        },
      );
    },

    async of(team, address) {
      const items = await table.query(`TEAM#${team}`, `ORIGINAL#${originalsOf(address)}#`, LISTED);
      return items.flatMap(({ objects }) => (Array.isArray(objects) ? objects.map(String) : []));
    },
  };
}
