import { absent, expiresIn } from './expiry.ts';
import { LEASE_MS } from './lease.ts';
import type { Key, Table } from './table.ts';

/**
 * What a claim found. `lookSince` is set when an earlier run may have got somewhere: look before doing it again. `deaths` counts
 * the runs that ended without an outcome, `answers` what the run that has done it was claimed with.
 */
export type Claim =
  | { readonly got: true; readonly deaths: number; readonly lookSince?: Date }
  | { readonly got: false; readonly why: 'done'; readonly answers?: string }
  | { readonly got: false; readonly why: 'held'; readonly until: number };

/** A try that came to nothing. `at`: epoch milliseconds. */
interface Failure {
  readonly code: string;
  readonly at: number;
  readonly waits: boolean;
}

/** Records that one command has been carried out, so that it never is again. */
export interface Receipts {
  /** @param answers tells the same event that comes with another answer open from the same one that comes again. */
  claim(team: string, event: string, answers?: string): Promise<Claim>;
  /** Whether anyone has ever claimed it. */
  begun(team: string, event: string): Promise<boolean>;
  /** Carried out, or refused for good. */
  complete(team: string, event: string, outcome: string): Promise<void>;
  /** A try failed; the next one may claim at once. */
  release(team: string, event: string, code: string): Promise<void>;
  /** Why its last try that came to nothing did so, and when; undefined when none did. `waits`: nothing has come of it yet. */
  lastFailure(team: string, event: string): Promise<Failure | undefined>;
  /** Its runs that died count no more: what killed them has been put right. */
  forgive(team: string, event: string): Promise<void>;
}

/** Kept longer than a message can live in a queue (14 days). */
const DAYS = 30;

/** Receipts in the table; `now` is epoch milliseconds. */
export function createReceipts(table: Table, now: () => number): Receipts {
  return {
    async claim(team, event, answers) {
      const at = now();
      const before = await table.update(keyOf(team, event), {
        set: {
          v: ':v',
          state: ':open',
          leaseUntil: ':until',
          firstAt: 'if_not_exists(#firstAt, :now)',
          claims: 'if_not_exists(#claims, :zero) + :one',
          expires: ':expires',
          ...(answers === undefined ? {} : { answers: ':answers' }),
        },
        when: `${absent} OR #state = :free OR (#state = :open AND #leaseUntil < :now)`,
        values: {
          v: 1,
          open: 'open',
          free: 'free',
          until: at + LEASE_MS,
          now: at,
          zero: 0,
          one: 1,
          expires: expiresIn(at, DAYS),
          ...(answers === undefined ? {} : { answers }),
        },
      });
      if (before === undefined) return { got: true, deaths: 0 };
      if (before !== 'refused') {
        const deaths = Number(before.claims ?? 0) - Number(before.releases ?? 0);
        return { got: true, deaths, lookSince: new Date(Number(before.firstAt)) };
      }
      const held = await table.get(keyOf(team, event));
      if (held?.state === 'done')
        return {
          ...{ got: false, why: 'done' },
          ...(held.answers === undefined ? {} : { answers: String(held.answers) }),
        };
      return { got: false, why: 'held', until: Number(held?.leaseUntil ?? at) };
    },

    async begun(team, event) {
      return (await table.get(keyOf(team, event))) !== undefined;
    },

    async complete(team, event, outcome) {
      await table.update(keyOf(team, event), {
        set: { state: ':done', outcome: ':outcome' },
        values: { done: 'done', outcome },
      });
    },

    async release(team, event, code) {
      await table.update(keyOf(team, event), {
        set: {
          ...{ state: ':free', outcome: ':code', failed: ':code', failedAt: ':now' },
          releases: 'if_not_exists(#releases, :zero) + :one',
        },
        when: '#state = :open',
        values: { free: 'free', open: 'open', code, now: now(), zero: 0, one: 1 },
      });
    },

    async lastFailure(team, event) {
      const item = await table.get(keyOf(team, event));
      if (item?.failed === undefined) return undefined;
      const isHeld = item.state === 'open' && Number(item.leaseUntil) >= now();
      const waits = item.state === 'free' || isHeld;
      return { code: String(item.failed), at: Number(item.failedAt), waits };
    },

    async forgive(team, event) {
      await table.update(keyOf(team, event), {
        set: { releases: '#claims' },
        when: 'attribute_exists(#claims)',
      });
    },
  };
}

function keyOf(team: string, event: string): Key {
  return { pk: `TEAM#${team}`, sk: `EVENT#${event}` };
}
