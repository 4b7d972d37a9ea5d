import type { CardId } from '../domain/card.ts';
import type { CardKey } from './card-record.ts';
import type { Key, Table } from './table.ts';

/** What looks have left beside a number (sweeps.ts, details.ts): it is of the card alone that was looked at. */
const ofLooks = ['look', 'shown', 'checked', 'gone', 'comments', 'seenAt', 'details', 'detailsVersion'];

/**
 * Writes down which card a number means. Wekan gives the number of the newest card again once that is gone, and a connection may come to lead to
 * another board: what looks have left of the card that the number meant before goes then.
 * @param isNew the card has just been made: nobody has commented on it, and what is found there later is news (`Sweeps`).
 */
export async function pointNumber(table: Table, key: CardKey, number: number, isNew = false): Promise<void> {
  const values = { v: 1, card: key.card, ...(isNew ? { none: [] } : {}) };
  const set = { v: ':v', card: ':card' };
  const same = await table.update(numberKey(key, number), {
    set: { ...set, ...(isNew ? { comments: 'if_not_exists(#comments, :none)' } : {}) },
    when: 'attribute_not_exists(#card) OR #card = :card',
    values,
  });
  if (same !== 'refused') return;
  await table.update(numberKey(key, number), {
    set: { ...set, ...(isNew ? { comments: ':none' } : {}) },
    remove: ofLooks.filter((each) => !isNew || each !== 'comments'),
    values,
  });
}

/** The card that a number means; a moment ago it may have been another one. */
export async function cardOfNumber(
  table: Table,
  at: Pick<CardKey, 'team' | 'board'>,
  number: number,
): Promise<CardId | undefined> {
  const item = await table.get(numberKey(at, number), { stale: true });
  return item && (String(item.card) as CardId);
}

/** Where a card's number stands, and beside it what looks have left (sweeps.ts, details.ts). */
export function numberKey({ team, board }: Pick<CardKey, 'team' | 'board'>, number: number): Key {
  return { pk: `TEAM#${team}`, sk: `${numberPrefix(board)}${number}` };
}

/** How the sort keys of a board's numbers begin. */
export function numberPrefix(board: string): string {
  return `NUMBER#${board}#`;
}
