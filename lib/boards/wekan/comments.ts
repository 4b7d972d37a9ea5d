import type { CardComment, Marker } from '../../domain/card.ts';
import { type CommentHead, hashOfText } from '../../domain/card-details.ts';
import { carries, splitMarker, withMarker } from '../marker-line.ts';
import { isNotFound } from './answer.ts';
import { path } from './client.ts';
import { commentDoc, commentsAnswer, made, readAs } from './documents.ts';
import { type CardRead, memberOf, readPresent } from './read-card.ts';
import { cardPartPath, type Wekan } from './wekan.ts';

/** Writes a comment that carries the marker. The card is read first: the server takes comments for cards that are gone (A2.5). */
export async function addComment(wekan: Wekan, id: string, text: string, marker: Marker): Promise<CardRead> {
  const read = await readPresent(wekan, id);
  const answer = await wekan.client.post(cardPartPath(wekan, id, 'comments'), {
    comment: withMarker(text, marker),
    // A2.5: required and stored before v8.19, ignored since.
    authorId: wekan.connection.self,
  });
  readAs(made, answer, 'comment');
  return read;
}

/** Whether a comment with this marker is on the card already. */
export async function hasComment(wekan: Wekan, id: string, marker: Marker): Promise<boolean> {
  return (await readComments(wekan, id)).some(({ comment }) => carries(comment ?? '', marker));
}

/** The comments that stand on a card, in the order of the answer: it has no dates (A2.5). */
export async function listComments(wekan: Wekan, id: string): Promise<readonly CommentHead[]> {
  const comments = await readComments(wekan, id);
  return comments.map(({ _id, comment, authorId }) => ({
    id: _id,
    says: hashOfText(splitMarker(comment ?? '').text),
    ...(authorId ? { author: authorId } : {}),
  }));
}

async function readComments(wekan: Wekan, id: string) {
  return readAs(commentsAnswer, await wekan.client.get(cardPartPath(wekan, id, 'comments')), 'comments');
}

/** A stored comment, without its marker line. Undefined when it is gone (200 with an empty body, A2.3). */
export async function readComment(
  wekan: Wekan,
  id: string,
  comment: string,
): Promise<CardComment | undefined> {
  try {
    const answer = await wekan.client.get(`${cardPartPath(wekan, id, 'comments')}${path`/${comment}`}`);
    if (answer === undefined) return undefined;
    const { _id, text, userId, boardId } = readAs(commentDoc, answer, 'comment');
    if (boardId !== wekan.connection.board) return undefined;
    const author = userId ? { author: await memberOf(wekan, userId) } : {};
    return { id: _id, text: splitMarker(text).text, ...author };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
