import { stableId } from '../domain/ids.ts';
import { expiresIn } from './expiry.ts';
import type { Table } from './table.ts';

/** What a forgotten person is recognised by: an account, a conversation alone with the bot, or the name that news call them by. */
export type Mark =
  | { readonly connection: string; readonly person: string }
  | { readonly conversation: string }
  | { readonly name: string };

/** Who was asked to be forgotten, as hashes: what was queued before that moment is not carried out, and what comes later is new. */
export interface Tombstones {
  /** From now on, for 30 days. Safe to repeat. */
  raise(team: string, marks: readonly Mark[]): Promise<void>;
  /** When somebody with this mark was forgotten, epoch milliseconds; undefined when nobody was. May be a minute old. */
  since(team: string, mark: Mark): Promise<number | undefined>;
}

/** Twice as long as a message can live in a queue (14 days). */
const DAYS = 30;
/** A team's are read together, and again after so long: with every message they would cost a read each. Milliseconds. */
const TOMBSTONES_FRESH_MS = 60_000;
const LISTED = 10_000;

/** Tombstones in the table; `now` is epoch milliseconds. */
export function createTombstones(table: Table, now: () => number): Tombstones {
  const known = new Map<string, { readonly until: number; readonly since: ReadonlyMap<string, number> }>();

  async function ofTeam(team: string): Promise<ReadonlyMap<string, number>> {
    const remembered = known.get(team);
    if (remembered && remembered.until > now()) return remembered.since;
    const items = await table.query(`TEAM#${team}`, 'FORGOTTEN#', LISTED);
    const since = new Map(
      items.map(({ sk, at }) => [String(sk).slice('FORGOTTEN#'.length), Number(at)] as const),
    );
    known.set(team, { until: now() + TOMBSTONES_FRESH_MS, since });
    return since;
  }

  return {
    async raise(team, marks) {
      for (const mark of marks) {
        await table.update(
          { pk: `TEAM#${team}`, sk: `FORGOTTEN#${hashOf(team, mark)}` },
          {
            set: { v: ':v', at: ':at', expires: ':expires' },
            values: { v: 1, at: now(), expires: expiresIn(now(), DAYS) },
          },
        );
      }
    },

    async since(team, mark) {
      return (await ofTeam(team)).get(hashOf(team, mark));
    },
  };
}

function hashOf(team: string, mark: Mark): string {
  if ('conversation' in mark) return stableId('forgotten', team, 'conversation', mark.conversation);
  if ('name' in mark) return stableId('forgotten', team, 'name', mark.name);
  return stableId('forgotten', team, 'person', mark.connection, mark.person);
}
