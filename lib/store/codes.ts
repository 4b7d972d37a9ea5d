import { stableId } from '../domain/ids.ts';
import { expiresIn, standing } from './expiry.ts';
import { type Item, settersOf, type Table } from './table.ts';

/** What a one-time code is good for: a server joins the team, or an account is somebody's of the team. */
export type Grant =
  | { readonly kind: 'connect'; readonly connection: string }
  /** Without a connection, for an account of any. */
  | { readonly kind: 'link'; readonly name: string; readonly connection?: string };

/** One try to use a code. */
export interface Use {
  readonly team: string;
  readonly connection: string;
  readonly kind: Grant['kind'];
  /** The twelve characters (`readCode`). */
  readonly code: string;
  /** Id of the event that brings it: a run that dies after using the code can use it again, and nobody else can. */
  readonly event: string;
}

/** One-time codes, each good for a day and for one event. */
export interface Codes {
  give(team: string, code: string, grant: Grant): Promise<void>;
  /** What the code was good for; `unknown` when there is none, it was for something else, or its day is over. */
  use(use: Use): Promise<Grant | 'unknown' | 'used'>;
}

const DAYS = 1;
/** Kept after use for longer than a message can live in a queue (14 days). */
const DAYS_AFTER_USE = 30;

/** Codes in the table, as hashes: whoever reads the table has no code. `now` is epoch milliseconds. */
export function createCodes(table: Table, now: () => number): Codes {
  const keyOf = (team: string, code: string) => ({
    pk: `TEAM#${team}`,
    sk: `CODE#${stableId('code', team, code)}`,
  });
  return {
    async give(team, code, grant) {
      const { kind, connection } = grant;
      const given: Item = {
        ...{ v: 1, expires: expiresIn(now(), DAYS), kind },
        ...(connection && { connection }),
        ...('name' in grant && { name: grant.name }),
      };
      await table.update(keyOf(team, code), {
        set: settersOf(given),
        values: given,
      });
    },

    async use({ team, connection, kind, code, event }) {
      const key = keyOf(team, code);
      const before = await table.update(key, {
        set: { usedBy: ':event', expires: ':kept' },
        when: [
          standing,
          '#kind = :kind',
          '(attribute_not_exists(#connection) OR #connection = :connection)',
          '(attribute_not_exists(#usedBy) OR #usedBy = :event)',
        ].join(' AND '),
        values: { kind, connection, event, kept: expiresIn(now(), DAYS_AFTER_USE) },
      });
      if (before !== 'refused') return before ? grantOf(before) : 'unknown';
      const there = await table.get(key);
      return there?.kind === kind && there.usedBy !== undefined ? 'used' : 'unknown';
    },
  };
}

function grantOf({ kind, name, connection }: Item): Grant {
  if (kind === 'connect') return { kind, connection: String(connection) };
  return {
    kind: 'link',
    name: String(name),
    ...(connection === undefined ? {} : { connection: String(connection) }),
  };
}
