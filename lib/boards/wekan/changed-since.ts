import * as z from 'zod/mini';
import type { CardId } from '../../domain/card.ts';
import type { Snapshot } from '../board.ts';
import { readCursor } from '../cursor.ts';
import { path } from './client.ts';
import { listsAnswer, readAs } from './documents.ts';
import { readCards, readListed } from './search.ts';
import type { Wekan } from './wekan.ts';

/** The newest change of each column, by column id. */
const cursorShape = z.record(z.string(), z.string());

/**
 * The cards of every column in which something changed (A2.8): more than have changed, never fewer. There is no `since` anywhere in the
 * API; servers before v10.72 do not tell a column's last change either, there every column counts as changed. Cards that left a
 * column for the archive, another board or nowhere are not among them: who follows one reads it.
 *
 * @param cursor what the last call gave; empty the first time, which gives every open card.
 */
export async function changedSince(wekan: Wekan, cursor: string): Promise<Snapshot> {
  const { client, connection } = wekan;
  const known = readCursor(cursorShape, cursor, {});
  const lists = readAs(listsAnswer, await client.get(path`/api/boards/${connection.board}/lists`), 'lists');
  const ids: CardId[] = [];
  const next: Record<string, string> = {};
  for (const { _id, cardsModifiedAt } of lists) {
    if (cardsModifiedAt !== undefined) next[_id] = cardsModifiedAt;
    if (cardsModifiedAt !== undefined && cardsModifiedAt === known[_id]) continue;
    ids.push(...(await readListed(wekan, _id)).map((card) => card._id as CardId));
  }
  return { cards: await readCards(wekan, ids), cursor: JSON.stringify(next) };
}
