import type { CardFace, Happening } from '../../schemas/delivery.ts';
import type { ThreadState } from '../channels/channel.ts';
import { type CardKey, cardPartition, type StoryLine } from './card-record.ts';
import { expiresIn } from './expiry.ts';
import { LEASE_MS } from './lease.ts';
import { type Key, settersOf, type Table, type Update } from './table.ts';
import { readThread, type Telling, type ThreadRecord, toldId } from './thread-record.ts';

/** A card's thread in one conversation. */
export interface ThreadKey extends CardKey {
  readonly conversation: string;
}

/**
 * Claim and state of a card's thread in one conversation are one item, so that telling costs two writes: the claim, which says
 * what is about to be told, and the completion. A claim answers false when its condition did not hold.
 */
export interface Threads {
  get(key: ThreadKey): Promise<ThreadRecord | undefined>;
  /** Claims the thread to tell one happening at once: free, nothing gathered or left over, not told yet, no burst. */
  claim(key: ThreadKey, telling: Telling, face: CardFace, quietBefore: number): Promise<ThreadRecord | false>;
  /** Claims the thread to tell what has been gathered. */
  claimPending(key: ThreadKey): Promise<ThreadRecord | false>;
  /** Takes over what a run that died was telling. */
  claimLeftover(key: ThreadKey): Promise<ThreadRecord | false>;
  /** Adds to what the next flush tells. A face that is not newer for certain marks the one that waits as `crossed`. */
  gather(key: ThreadKey, telling: Telling, face: CardFace, flushAt: number): Promise<Gathering>;
  /** Keeps a look of the card where no message stands yet. One that is not newer for certain marks the one that is kept as `crossed`. */
  note(key: ThreadKey, face: CardFace): Promise<void>;
  /** Replaces the face that is shown by one that looks the same and was read later; false when it is shown no more, or more is to be told. */
  keep(key: ThreadKey, shown: CardFace, later: CardFace): Promise<boolean>;
  complete(key: ThreadKey, shown: Shown): Promise<void>;
  /** Gives the claim back after a failed try: what was being told stays, to be taken over. `before` is what the claim gave. */
  release(key: ThreadKey, before: ThreadRecord, line: StoryLine): Promise<void>;
  /** Everything one card has in any conversation. */
  ofCard(key: CardKey): Promise<readonly (ThreadRecord & { readonly conversation: string })[]>;
}

/** What the next flush will tell: when it is due, and the id of the happening that began it. */
export interface Gathering {
  readonly due: number;
  readonly begins: string;
}

/** What a completed showing leaves behind. */
export interface Shown {
  readonly before: ThreadRecord;
  readonly state: ThreadState | undefined;
  readonly face: CardFace | undefined;
  /** Which showing of another look it was (`ThreadRecord.nth`), where it was one. */
  readonly nth?: number | undefined;
  readonly last: Happening | undefined;
  readonly line: StoryLine;
  /** It was given up, to be brought back by hand: it is not told, and may come again. */
  readonly givenUp?: boolean;
}

const DAYS = 400;
/** Enough for what a queue may hand over twice; few enough that a thread stays near one write unit (1 KiB). */
const TOLD_IDS = 16;
const STORY_LINES = 5;
const FREE = '(attribute_not_exists(#leaseUntil) OR #leaseUntil < :now)';

/** Threads in the table; `now` is epoch milliseconds. */
export function createThreads(table: Table, now: () => number): Threads {
  async function claimWhere(key: ThreadKey, update: Update): Promise<ThreadRecord | false> {
    const at = now();
    const before = await table.update(threadKey(key), {
      ...update,
      set: { v: ':v', leaseAt: ':now', leaseUntil: ':until', expires: ':expires', ...update.set },
      values: { v: 1, now: at, until: at + LEASE_MS, expires: expiresIn(at, DAYS), ...update.values },
    });
    return before === 'refused' ? false : readThread(before ?? {});
  }

  return {
    async get(key) {
      const item = await table.get(threadKey(key));
      return item && readThread(item);
    },

    async claim(key, telling, face, quietBefore) {
      const before = await claimWhere(key, {
        set: { telling: ':telling', next: ':face' },
        when: [
          FREE,
          '(attribute_not_exists(#telling) AND attribute_not_exists(#pending))',
          '(attribute_not_exists(#shownAt) OR #shownAt <= :quiet)',
          '(attribute_not_exists(#told) OR NOT contains(#told, :id))',
        ].join(' AND '),
        values: { telling: [telling], face, quiet: quietBefore, id: toldId(telling.happening.id) },
      });
      return before && { ...before, telling: [telling], next: face };
    },

    async claimPending(key) {
      const before = await claimWhere(key, {
        set: { telling: '#pending' },
        remove: ['pending', 'flushAt'],
        when: `${FREE} AND attribute_not_exists(#telling) AND attribute_exists(#pending)`,
      });
      return before && { ...before, telling: before.pending, pending: [] };
    },

    async claimLeftover(key) {
      // What the first of several runs posted is still to be found when they all died: looking begins where telling began.
      return claimWhere(key, {
        set: { leaseAt: '#leaseAt' },
        when: `${FREE} AND attribute_exists(#telling)`,
      });
    },

    async gather(key, telling, face, flushAt) {
      const update = (withFace: boolean): Update => ({
        set: {
          v: ':v',
          pending: 'list_append(if_not_exists(#pending, :none), :telling)',
          flushAt: 'if_not_exists(#flushAt, :flushAt)',
          expires: ':expires',
          ...(withFace ? { next: ':face' } : { 'next.#crossed': ':crossed' }),
        },
        ...(withFace ? { when: 'attribute_not_exists(#next) OR #next.#answered < :revision' } : {}),
        values: {
          v: 1,
          none: [],
          telling: [telling],
          flushAt,
          expires: expiresIn(now(), DAYS),
          ...(withFace ? { face, revision: face.revision } : { crossed: true }),
        },
      });
      const newer = await table.update(threadKey(key), update(true));
      const before = newer === 'refused' ? await table.update(threadKey(key), update(false)) : newer;
      const began = readThread(before === undefined || before === 'refused' ? {} : before);
      return {
        due: began.flushAt ?? flushAt,
        begins: began.pending[0]?.happening.id ?? telling.happening.id,
      };
    },

    async note(key, face) {
      const newer = await table.update(threadKey(key), {
        set: { v: ':v', noted: ':face', expires: ':expires' },
        when: 'attribute_not_exists(#state) AND (attribute_not_exists(#noted) OR #noted.#answered < :revision)',
        values: { v: 1, face, revision: face.revision, expires: expiresIn(now(), DAYS) },
      });
      if (newer !== 'refused') return;
      await table.update(threadKey(key), {
        set: { 'noted.#crossed': ':crossed' },
        when: 'attribute_not_exists(#state) AND attribute_exists(#noted)',
        values: { crossed: true },
      });
    },

    async keep(key, shown, later) {
      const kept = await table.update(threadKey(key), {
        set: { shown: ':face' },
        when: '#shown.#revision = :known AND attribute_not_exists(#telling) AND attribute_not_exists(#pending)',
        values: { face: later, known: shown.revision },
      });
      return kept !== 'refused';
    },

    async complete(key, { before, state, face, nth, last, line, givenUp }) {
      const ids = givenUp ? [] : before.telling.map(({ happening }) => toldId(happening.id));
      const told = [...before.told, ...ids].slice(-TOLD_IDS);
      const story = [...before.story, line].slice(-STORY_LINES);
      const values = {
        ...{ told, story, expires: expiresIn(now(), DAYS) },
        ...(state && { state, shownAt: now() }),
        ...(face && { shown: face }),
        ...(state && face && { seen: face.revision }),
        ...(nth !== undefined && { nth }),
        ...(last && { last }),
      };
      const set = settersOf(values);
      const remove = ['telling', 'leaseUntil', 'leaseAt', 'noted'];
      // What was gathered meanwhile still needs the newest face.
      const alone = { set, values, remove: [...remove, 'next'], when: 'attribute_not_exists(#pending)' };
      const done = await table.update(threadKey(key), alone);
      if (done === 'refused') await table.update(threadKey(key), { set, values, remove });
    },

    async release(key, before, line) {
      // A chat that is away is tried for days: the story must not grow with it.
      await table.update(threadKey(key), {
        set: { leaseUntil: ':zero', story: ':story' },
        when: 'attribute_exists(#telling)',
        values: { zero: 0, story: [...before.story, line].slice(-STORY_LINES) },
      });
    },

    async ofCard(key) {
      const items = await table.query(cardPartition(key), 'THREAD#', 200);
      return items.map((item) => ({
        ...readThread(item),
        conversation: String(item.sk).slice('THREAD#'.length),
      }));
    },
  };
}

function threadKey(key: ThreadKey): Key {
  return { pk: cardPartition(key), sk: `THREAD#${key.conversation}` };
}
