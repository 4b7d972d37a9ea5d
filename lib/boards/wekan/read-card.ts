import type { BoardMember, Card, CardId } from '../../domain/card.ts';
import { CardwireError, later, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { splitMarker } from '../marker-line.ts';
import { isForbidden, isNotFound } from './answer.ts';
import { path } from './client.ts';
import { type CardDoc, cardDoc, readAs } from './documents.ts';
import { linkOfCard } from './link.ts';
import type { Wekan } from './wekan.ts';

/** A card's document, with the moments at which the board was asked for it and had answered, epoch milliseconds. */
export interface CardRead {
  readonly doc: CardDoc;
  readonly revision: number;
  readonly answered: number;
}

/**
 * Reads a card by its id alone, archived ones too (A2.5, v7.93 and later). Undefined when it is gone, or on another board: nothing
 * crosses the connection's board.
 */
export async function readDoc(wekan: Wekan, id: string): Promise<CardRead | undefined> {
  const revision = wekan.now();
  try {
    const answer = await wekan.client.get(path`/api/cards/${id}`);
    const answered = wekan.now();
    // A2.5: a card that is gone is a 404; an empty answer is somebody else's, and no reason to tell people that it was deleted.
    const doc = readAs(cardDoc, answer, 'card');
    return doc.boardId === wekan.connection.board ? { doc, revision, answered } : undefined;
  } catch (error) {
    if (isNotFound(error)) return await gone(wekan);
    if (await isElsewhere(wekan, error)) return undefined;
    throw error;
  }
}

/** A proxy without its server answers 404 to everything: then the board is not found either, and nothing is gone for good. */
async function gone({ client, connection }: Wekan): Promise<undefined> {
  try {
    await client.get(path`/api/boards/${connection.board}`);
  } catch (error) {
    if (isNotFound(error)) throw new CardwireError('wekan-board-not-found', later);
    throw error;
  }
}

/** A card that was moved to a board we may not see is refused like one of a board that has shut us out: our own board tells which. */
async function isElsewhere({ client, connection }: Wekan, error: unknown): Promise<boolean> {
  if (!isForbidden(error)) return false;
  await client.get(path`/api/boards/${connection.board}`);
  return true;
}

/** Reads a card that is to be changed. */
export async function readPresent(wekan: Wekan, id: string): Promise<CardRead> {
  const read = await readDoc(wekan, id);
  if (!read) throw refuse(say('card-gone'));
  return read;
}

/** The card that a document describes, with names in place of ids. No call when the directory knows them all. */
export async function toCard(wekan: Wekan, { doc, revision, answered }: CardRead): Promise<Card> {
  const { directory, numbers } = wekan;
  const [column, assignees, labels] = await Promise.all([
    directory.columns.find(doc.listId),
    Promise.all((doc.assignees ?? []).map((id) => memberOf(wekan, id))),
    Promise.all((doc.labelIds ?? []).map((id) => directory.labels.find(id))),
  ]);
  const id = doc._id as CardId;
  if (typeof doc.cardNumber === 'number') numbers.set(doc.cardNumber, id);
  return {
    id,
    ...(typeof doc.cardNumber === 'number' ? { number: doc.cardNumber } : {}),
    title: doc.title,
    description: splitMarker(doc.description ?? '').text,
    // A column that is archived or deleted has no name any more.
    column: column ?? { id: doc.listId, name: '?' },
    assignees,
    labels: labels.filter((label) => label !== undefined),
    ...(doc.dueAt ? { due: doc.dueAt } : {}),
    archived: doc.archived,
    url: linkOfCard(wekan.connection, id),
    values: valuesOf(doc),
    revision,
    answered,
  };
}

/** What else of a card its webhooks tell: dates without a name, a custom field by a name that the document does not have. */
function valuesOf({ description, startAt, endAt, receivedAt, customFields }: CardDoc): Card['values'] {
  const filled = (customFields ?? []).filter(({ value }) => value !== null && value !== undefined);
  return {
    description: splitMarker(description ?? '').text.trim(),
    dates: [startAt, endAt, receivedAt].map((at) => at ?? '').join(' '),
    fields: JSON.stringify(filled.map(({ _id, value }) => [_id, value])),
  };
}

/** Somebody on the board. Who has no name there (names switched off by an administrator, an account deleted) still has an id. */
export async function memberOf({ directory }: Wekan, id: string): Promise<BoardMember> {
  return (await directory.people.find(id)) ?? { id, username: '', name: '?' };
}
