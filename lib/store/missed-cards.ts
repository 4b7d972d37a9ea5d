import type { CardId } from '../domain/card.ts';
import type { Item, Update } from './table.ts';

/** What was missed during a pause is part of its item; here is how it is written there and read. */

/** A card by its board's connection and its id there. */
export interface MissedCard {
  readonly board: string;
  readonly card: CardId;
  /** The comments that would have been told there; absent or empty for none. Of many, some; of a run that was done again, twice. */
  readonly comments?: readonly MissedComment[];
}

/** A comment that is not told: a short id for what was done to it. */
export interface MissedComment {
  readonly id: string;
  readonly step: 'added' | 'edited';
}

/** More of them would be read with every showing; what else changed is right again with its next change. */
const MOST_MISSED = 50;
/** More comments than that on one card are not counted. */
const MOST_COMMENTS = 99;

/** On the condition of a pause that stands: what is left of an ended one waits to be swept. */
export const isPaused = 'attribute_exists(#reason)';

/** Adds a card to those that are known, or comments to what was said on it; undefined when no more is kept. `at` is epoch milliseconds. */
export function addMissed(
  missed: readonly MissedCard[],
  { board, card, comments = [] }: MissedCard,
  at: number,
): Update | undefined {
  const known = missed.find((each) => each.board === board && each.card === card);
  const isFull = known ? (known.comments?.length ?? 0) >= MOST_COMMENTS : missed.length >= MOST_MISSED;
  if (isFull || (known && comments.length === 0)) return undefined;
  const says = comments.length > 0;
  return {
    set: {
      'missed.#card': ':now',
      ...(says ? { said: 'list_append(if_not_exists(#said, :none), :comments)' } : {}),
    },
    when: isPaused,
    values: { now: at, ...(says ? { none: [], comments } : {}) },
    names: namesOf(board, card),
  };
}

/** Takes a card away and all that was said on it, unless more was said since it was read. */
export function takeCard({ board, card, comments = [] }: MissedCard): Update {
  const [first] = comments;
  const nothingSince = first ? `${isFirst} AND size(#said) <= :read` : 'attribute_not_exists(#said)';
  return {
    remove: ['missed.#card', 'said'],
    when: `${isPaused} AND ${nothingSince}`,
    names: namesOf(board, card),
    ...(first && { values: { first: first.id, read: comments.length } }),
  };
}

/** Takes away the comments that were read; what was said on the card since is left, and so is the card. Undefined when none were read. */
export function takeComments({ board, card, comments = [] }: MissedCard): Update | undefined {
  const [first] = comments;
  return (
    first && {
      // The last one first: the embedded table moves up the rest of a list with each.
      remove: comments.map((_, at) => `said[${at}]`).reverse(),
      when: `${isFirst} AND size(#said) > :read`,
      names: namesOf(board, card),
      values: { first: first.id, read: comments.length },
    }
  );
}

/** Reads what was missed from a pause's item. */
export function readMissed(item: Item): readonly MissedCard[] {
  return Object.keys((item.missed ?? {}) as object).map((key) => {
    const space = key.indexOf(' ');
    const said = item[`said ${key}`] as readonly (MissedComment | string)[] | undefined;
    return {
      ...{ board: key.slice(0, space), card: key.slice(space + 1) as CardId },
      ...(said && { comments: commentsOf(said) }),
    };
  });
}

/** What was read still stands at the beginning of what was said: another run that was woken has not taken it away. */
const isFirst = '(#said[0].id = :first OR #said[0] = :first)';

/** What was said on a card stands beside the list of cards, so that a card may be in it without. */
function namesOf(board: string, card: CardId) {
  return { card: `${board} ${card}`, said: `said ${board} ${card}` };
}

/** An older deployment wrote down the ids alone. */
function commentsOf(said: readonly (MissedComment | string)[]): readonly MissedComment[] {
  return said.map((each) => (typeof each === 'string' ? { id: each, step: 'added' as const } : each));
}
