import type { Card, CardId } from '../../domain/card.ts';
import type { CardQuery } from '../board.ts';
import { path } from './client.ts';
import { cardsInList, type ListedCard, readAs } from './documents.ts';
import { type CardRead, readDoc, toCard } from './read-card.ts';
import type { Wekan } from './wekan.ts';

/** How many cards are read at the same time. */
const atOnce = 5;

/**
 * Finds cards, in the order of the columns. Lists are read first, they hold what is asked for; the cards found are then read one by one,
 * because a list's answer has neither numbers nor labels (A2.5).
 */
export async function searchCards(wekan: Wekan, query: CardQuery): Promise<readonly Card[]> {
  if (query.number !== undefined) return byNumber(wekan, query, query.number);
  const columns = query.column ? [query.column] : (await wekan.directory.columns.all()).map(({ id }) => id);
  const found: CardId[] = [];
  for (const column of columns) {
    if (found.length >= query.limit) break;
    const listed = await readListed(wekan, column);
    found.push(...listed.filter((card) => fits(card, query)).map(({ _id }) => _id as CardId));
  }
  return readCards(wekan, found.slice(0, query.limit));
}

/** The cards of one column, as a list's answer has them: not the archived ones. */
export async function readListed(
  { client, connection }: Wekan,
  column: string,
): Promise<readonly ListedCard[]> {
  const answer = await client.get(path`/api/boards/${connection.board}/lists/${column}/cards`);
  return readAs(cardsInList, answer, 'cards');
}

/** Reads cards by id, a few at a time, in this order. What is gone or archived by now is left out. */
async function readCards(wekan: Wekan, ids: readonly CardId[]): Promise<readonly Card[]> {
  const cards: Card[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const reads = await Promise.all(ids.slice(at, at + atOnce).map((id) => readDoc(wekan, id)));
    const open = reads.filter((read): read is CardRead => read !== undefined && !read.doc.archived);
    cards.push(...(await Promise.all(open.map((read) => toCard(wekan, read)))));
  }
  return cards;
}

/** A number that has been met is one read; any other takes the board's export. */
async function byNumber(wekan: Wekan, query: CardQuery, number: number): Promise<readonly Card[]> {
  const { numbers, directory } = wekan;
  const id = numbers.get(number) ?? (await directory.byNumber(number));
  const read = id === undefined ? undefined : await readDoc(wekan, id);
  const cards = read ? [await toCard(wekan, read)] : [];
  return cards.filter(
    (card) =>
      card.number === number &&
      (query.column === undefined || card.column.id === query.column) &&
      fits(
        { ...card, _id: card.id, dueAt: card.due, assignees: card.assignees.map((each) => each.id) },
        query,
      ),
  );
}

function fits({ title, description, assignees, dueAt }: ListedCard, query: CardQuery): boolean {
  const { text, assignee, dueBefore } = query;
  if (text !== undefined && !`${title}\n${description ?? ''}`.toLowerCase().includes(text.toLowerCase())) {
    return false;
  }
  if (assignee !== undefined && !(assignees ?? []).includes(assignee)) return false;
  return dueBefore === undefined || (Boolean(dueAt) && Date.parse(dueAt ?? '') < Date.parse(dueBefore));
}
