import { expiresIn } from './expiry.ts';
import { LEASE_MS } from './lease.ts';
import { type Item, type Key, settersOf, type Table } from './table.ts';

/** A message that will not be tried again: why, and what it takes to bring it back. */
export interface Dead {
  /** `-` for what names no team. */
  readonly team: string;
  /** The queue's id of the message. */
  readonly id: string;
  readonly reason: string;
  /** The name of the queue that it came from. */
  readonly queue: string;
  /** The message group: replay keeps the order within it. */
  readonly group: string;
  /** Epoch milliseconds at which the message was accepted. */
  readonly at: number;
  /** Encrypted: it holds what people wrote. */
  readonly body: string;
  /** The queue's own order within one millisecond. */
  readonly sequence?: string;
  /** What it was: `command`, `change`, `delivery` … */
  readonly kind?: string;
  /** The card it was about, where that is known, by its board's connection and its id there. */
  readonly board?: string;
  readonly card?: string;
}

/** Where dead messages are kept: 90 days, and no longer than until they are brought back. */
export interface Graveyard {
  /** Safe to repeat: the same message is one item. Gives how often it was buried by now; 0 for one that was brought back. */
  bury(dead: Dead): Promise<number>;
  /** In the order in which they were accepted. */
  list(team: string): Promise<readonly Dead[]>;
  /** Takes one to bring it back; false when another run does so, or has. */
  claim(dead: Dead): Promise<boolean>;
  /** It is in its queue again: its body is forgotten here. */
  raised(dead: Dead): Promise<void>;
}

const DAYS = 90;
const LISTED = 5_000;

/** Dead messages as items of the table; `now` is epoch milliseconds. */
export function createGraveyard(table: Table, now: () => number): Graveyard {
  return {
    async bury(dead) {
      const { team: _team, id: _id, ...kept } = dead;
      const values = { v: 1, expires: expiresIn(now(), DAYS), ...kept };
      const before = await table.update(keyOf(dead), {
        set: { ...settersOf(values), times: 'if_not_exists(#times, :none) + :one' },
        values: { ...values, none: 0, one: 1 },
        // What was brought back and lost its deletion is not dead again.
        when: 'attribute_not_exists(#raisedAt)',
      });
      return before === 'refused' ? 0 : Number(before?.times ?? 0) + 1;
    },

    async list(team) {
      const items = await table.query(`TEAM#${team}`, 'DEAD#', LISTED);
      return items
        .filter(({ body }) => body !== undefined)
        .map((item) => readDead(team, item))
        .toSorted(byAge);
    },

    async claim(dead) {
      const before = await table.update(keyOf(dead), {
        set: { leaseUntil: ':until' },
        when: 'attribute_exists(#body) AND (attribute_not_exists(#leaseUntil) OR #leaseUntil < :now)',
        values: { until: now() + LEASE_MS, now: now() },
      });
      return before !== 'refused';
    },

    async raised(dead) {
      await table.update(keyOf(dead), {
        set: { raisedAt: ':now', expires: ':expires' },
        remove: ['body', 'leaseUntil'],
        when: 'attribute_exists(pk)',
        values: { now: now(), expires: expiresIn(now(), 1) },
      });
    },
  };
}

/** The order in which the queue took them. */
function byAge(one: Dead, other: Dead): number {
  const [first = '', second = ''] = [one.sequence, other.sequence];
  return one.at - other.at || first.length - second.length || first.localeCompare(second);
}

function keyOf({ team, at, id }: Pick<Dead, 'team' | 'at' | 'id'>): Key {
  return { pk: `TEAM#${team}`, sk: `DEAD#${new Date(at).toISOString()}#${id}` };
}

function readDead(team: string, item: Item): Dead {
  const { sequence, kind, board, card } = item as Partial<Dead>;
  return {
    team,
    id: String(item.sk).split('#').at(-1) ?? '',
    reason: String(item.reason),
    queue: String(item.queue),
    group: String(item.group),
    at: Number(item.at),
    body: String(item.body),
    ...(sequence === undefined ? {} : { sequence }),
    ...(kind === undefined ? {} : { kind }),
    ...(board === undefined ? {} : { board }),
    ...(card === undefined ? {} : { card }),
  };
}
