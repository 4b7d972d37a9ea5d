import type { Card, CardDraft, Marker } from '../../domain/card.ts';
import { CardwireError, later, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { carries, withMarker } from '../marker-line.ts';
import { path } from './client.ts';
import { type CardDoc, cardsInList, made, readAs } from './documents.ts';
import { type CardRead, readDoc, toCard } from './read-card.ts';
import { cardPath, type Wekan } from './wekan.ts';

/** Opens a card that carries the marker, and gives it what the server ignores on create. */
export async function createCard(wekan: Wekan, draft: CardDraft, marker: Marker): Promise<Card> {
  const { client, connection, directory } = wekan;
  const column = await columnFor(wekan, draft);
  const answer = await client.post(path`/api/boards/${connection.board}/lists/${column}/cards`, {
    title: draft.title,
    description: withMarker(draft.description, marker),
    // A2.5: without it the answer is a 500.
    swimlaneId: await directory.swimlane(),
    // A2.5: required before v10.92 and ignored since; always the account's own.
    authorId: connection.self,
    assignees: draft.assignees,
    ...(draft.due === undefined ? {} : { dueAt: draft.due }),
  });
  const { _id } = readAs(made, answer, 'create');
  // A2.5: labels are ignored on create, so they are never there yet: no need to read before.
  if (draft.labels.length > 0) await client.put(cardPath(wekan, column, _id), { labelIds: draft.labels });
  return toCard(wekan, await finish(wekan, _id, draft));
}

/**
 * Looks for a card that a died run may have made: in the column it was meant for, then in the others, because people move cards, then
 * in the board's export, where the archived ones are too. One that was deleted since is not found.
 */
export async function findCreated(wekan: Wekan, draft: CardDraft, marker: Marker): Promise<Card | undefined> {
  const { client, connection, directory } = wekan;
  const meant = draft.column ?? connection.intake;
  const columns = (await directory.columns.reload()).map(({ id }) => id);
  for (const column of [...new Set([meant, ...columns])]) {
    const answer = await client.get(path`/api/boards/${connection.board}/lists/${column}/cards`);
    const cards = readAs(cardsInList, answer, 'cards');
    const found = cards.find(({ description }) => carries(description ?? '', marker));
    if (found) return toCard(wekan, await finish(wekan, found._id, draft));
  }
  const found = await directory.byDescription((description) => carries(description, marker));
  return found && toCard(wekan, await finish(wekan, found, draft));
}

/**
 * The column a new card goes to. Asked fresh: into a column that is gone the server would put the card all the same, and nobody would
 * ever see it (A2.5). When the intake column is gone, the board's first one is better than no card.
 */
async function columnFor({ connection, directory }: Wekan, draft: CardDraft): Promise<string> {
  const columns = await directory.columns.reload();
  const wanted = draft.column ?? connection.intake;
  const found = columns.find(({ id }) => id === wanted) ?? (draft.column ? undefined : columns[0]);
  if (!found) throw refuse(say('board-column-gone'));
  return found.id;
}

/** Reads the card back, and once more gives it what it lacks. */
async function finish(wekan: Wekan, id: string, draft: CardDraft): Promise<CardRead> {
  const read = await present(wekan, id);
  const missing = missingFrom(read.doc, draft);
  if (Object.keys(missing).length === 0) return read;
  await wekan.client.put(cardPath(wekan, read.doc.listId, id), missing);
  return present(wekan, id);
}

/** What was asked for and is not there. People are left out: who is no member of the board is dropped on purpose. */
function missingFrom(doc: CardDoc, { labels, due }: CardDraft): Record<string, unknown> {
  const has = doc.labelIds ?? [];
  const lacking = labels.filter((label) => !has.includes(label));
  return {
    ...(lacking.length > 0 ? { labelIds: [...has, ...lacking] } : {}),
    // Before v9.65 due dates are ignored on create too.
    ...(due !== undefined && !doc.dueAt ? { dueAt: due } : {}),
  };
}

async function present(wekan: Wekan, id: string): Promise<CardRead> {
  const read = await readDoc(wekan, id);
  if (!read) throw new CardwireError('wekan-card-vanished', later);
  return read;
}
