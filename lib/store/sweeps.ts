import type { CardId } from '../domain/card.ts';
import { stableId } from '../domain/ids.ts';
import { type CardKey, cardPartition } from './card-record.ts';
import { type KnownDetails, readDetails } from './details.ts';
import { expiresIn } from './expiry.ts';
import { LEASE_MS } from './lease.ts';
import { numberKey, numberPrefix } from './numbers.ts';
import { type Item, type Key, settersOf, type Table } from './table.ts';

/** One board of a team. */
export interface BoardKey {
  readonly team: string;
  readonly board: string;
}

/** How far looking at a board has come. Moments are epoch milliseconds. */
export interface SweepState {
  /** The id of the board that was looked at: a connection may come to lead to another one. */
  readonly board?: string;
  /** What the board gave last (`Board.changedSince`); empty before the first look. */
  readonly cursor: string;
  /** Cards that are still to be looked at: there was no time or no call left for them. */
  readonly left: readonly ToLookAt[];
  /** The card whose comments were looked at last, where all are in turn. */
  readonly turn: string;
  /** When the last look began, and when one last came to its end. */
  readonly began: number;
  readonly ended?: number;
  /** What kept the last look from its end. */
  readonly failed?: string;
}

/** A card to be looked at; `isNew` when it stood nowhere on the board before. */
export interface ToLookAt {
  readonly card: CardId;
  readonly isNew?: boolean;
}

/** A card that Cardwire has met, and what the last look saw of it. */
export interface MetCard {
  readonly card: CardId;
  readonly number: number;
  /** How it looked (`lookOf`); absent while nobody has looked, `unheard` where nobody needed to. */
  readonly look?: string;
  /** How often conversations were shown another look of it, and how many of these showings the last look knew of. */
  readonly shown?: number;
  readonly checked?: number;
  /** It was archived or gone, or stands on the board that the connection led to before. */
  readonly gone: boolean;
  /** Short ids (`shortId`) of the comments that are known; absent while nobody has looked. */
  readonly comments?: readonly string[];
  /** When this was written down: epoch milliseconds; absent from what an older deployment stored. */
  readonly seenAt?: number;
  /** How its details were; written by `DetailBook` alone. */
  readonly details: KnownDetails;
}

/** The look of a card that nobody would hear of: it is not read. */
export const unheard = '';

/** What looking at the boards for missed changes remembers. */
export interface Sweeps {
  /** How far it has come; may be a moment old. Undefined before the first look. */
  state(key: BoardKey): Promise<SweepState | undefined>;
  /** Takes the board for one run; undefined while another one has it. Gives how far the last one came. */
  begin(key: BoardKey): Promise<SweepState | undefined>;
  /** Gives the board back. */
  end(key: BoardKey, state: SweepState): Promise<void>;
  /** Every card that Cardwire has met on a board. */
  met(key: BoardKey): Promise<readonly MetCard[]>;
  /** Keeps what was seen of a card that has a number. */
  saw(key: BoardKey, seen: Omit<MetCard, 'details' | 'seenAt' | 'shown'>): Promise<void>;
  /**
   * Counts that a conversation was shown another look of a card: what the last look saw says nothing of that one, however old it is. Gives which of all
   * such showings it was; undefined where the number means another card by now.
   */
  wasShown(key: CardKey, number: number): Promise<number | undefined>;
  /** A comment is told by the first event that claims it, and by no other one, for longer than `REMEMBERED_MS`. Gives that event's id. */
  claimComment(key: CardKey, comment: string, event: string): Promise<string>;
  /** The event that has claimed a comment; undefined when none has. */
  commentOwner(key: CardKey, comment: string): Promise<string | undefined>;
}

/** A team with more cards on one board has the oldest numbers looked at alone. */
const MOST_CARDS = 20_000;
/** Longer than a webhook can come late: two weeks in the queue, 90 days among the dead letters, and in the queue once more. */
const COMMENT_DAYS = 120;

/** Who has told a comment is known for so long at least, however far the board's clock is off. Milliseconds. */
export const REMEMBERED_MS = 100 * 86_400_000;

export const notBegun: SweepState = { cursor: '', left: [], turn: '', began: 0 };

/** Looks in the table; `now` is epoch milliseconds. What is seen of a card stands beside its number, which is written once for each card. */
export function createSweeps(table: Table, now: () => number): Sweeps {
  return {
    async state(key) {
      const item = await table.get(sweepKey(key), { stale: true });
      return item && readState(item);
    },

    async begin(key) {
      const before = await table.update(sweepKey(key), {
        set: { v: ':v', began: ':now', leaseUntil: ':until' },
        when: 'attribute_not_exists(#leaseUntil) OR #leaseUntil < :now',
        values: { v: 1, now: now(), until: now() + LEASE_MS },
      });
      return before === 'refused' ? undefined : readState(before ?? {});
    },

    async end(key, { board, cursor, left, turn, ended, failed }) {
      const values = {
        ...{ cursor, left, turn },
        ...(board === undefined ? {} : { board }),
        ...(ended === undefined ? {} : { ended }),
        ...(failed === undefined ? {} : { failed }),
      };
      await table.update(sweepKey(key), {
        set: settersOf(values),
        remove: [
          'leaseUntil',
          ...(failed === undefined ? ['failed'] : []),
          ...(ended === undefined ? ['ended'] : []),
        ],
        values,
      });
    },

    async met({ team, board }) {
      const items = await table.query(`TEAM#${team}`, numberPrefix(board), MOST_CARDS);
      return items.map((item) => readMet(item, numberPrefix(board)));
    },

    async saw(key, { card, number, look, checked, gone, comments }) {
      const values = {
        ...{ gone, seenAt: now() },
        ...(look === undefined ? {} : { look }),
        ...(checked === undefined ? {} : { checked }),
        ...(comments === undefined ? {} : { comments }),
      };
      await table.update(numberKey(key, number), {
        set: settersOf(values),
        when: '#card = :card',
        values: { ...values, card },
      });
    },

    async wasShown(key, number) {
      const before = await table.update(numberKey(key, number), {
        set: { shown: 'if_not_exists(#shown, :zero) + :one' },
        when: '#card = :card',
        values: { zero: 0, one: 1, card: key.card },
      });
      return before === 'refused' ? undefined : 1 + Number(before?.shown ?? 0);
    },

    async claimComment(key, comment, event) {
      const before = await table.update(commentKey(key, comment), {
        set: { v: ':v', event: 'if_not_exists(#event, :event)', expires: ':expires' },
        values: { v: 1, event, expires: expiresIn(now(), COMMENT_DAYS) },
      });
      return before === undefined || before === 'refused' ? event : String(before.event);
    },

    async commentOwner(key, comment) {
      const item = await table.get(commentKey(key, comment));
      return item && String(item.event);
    },
  };
}

/** Whether a conversation was shown another look of the card since it was last looked at. */
export function wasShownSince({ shown, checked }: MetCard): boolean {
  return shown !== undefined && shown > (checked ?? 0);
}

/** A comment's id as it is remembered: 48 bits tell all comments of a card apart. */
export function shortId(comment: string): string {
  return stableId('comment', comment).slice(0, 8);
}

function commentKey(key: CardKey, comment: string): Key {
  return { pk: cardPartition(key), sk: `COMMENT#${shortId(comment)}` };
}

function sweepKey({ team, board }: BoardKey): Key {
  return { pk: `TEAM#${team}`, sk: `SWEEP#${board}` };
}

function readState(item: Item): SweepState {
  const { board, ended, failed } = item as Partial<SweepState>;
  return {
    ...(board === undefined ? {} : { board }),
    cursor: String(item.cursor ?? ''),
    left: (item.left as readonly ToLookAt[] | undefined) ?? [],
    turn: String(item.turn ?? ''),
    began: Number(item.began ?? 0),
    ...(ended === undefined ? {} : { ended }),
    ...(failed === undefined ? {} : { failed }),
  };
}

function readMet(item: Item, prefix: string): MetCard {
  const { look, shown, checked, comments, seenAt } = item as Partial<MetCard>;
  return {
    card: String(item.card) as CardId,
    number: Number(String(item.sk).slice(prefix.length)),
    ...(look === undefined ? {} : { look }),
    ...(shown === undefined ? {} : { shown }),
    ...(checked === undefined ? {} : { checked }),
    gone: item.gone === true,
    ...(comments === undefined ? {} : { comments }),
    ...(seenAt === undefined ? {} : { seenAt }),
    details: readDetails(item),
  };
}
