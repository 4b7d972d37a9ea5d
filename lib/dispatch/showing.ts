import type { CardFace, Delivery, Happening, Missed } from '../../schemas/delivery.ts';
import type { Showing } from '../channels/channel.ts';
import { cut } from '../channels/cut.ts';
import { stableId } from '../domain/ids.ts';
import { type ThreadRecord, toldId } from '../store/thread-record.ts';
import { missedOf } from './as-one.ts';
import { foldMissed } from './late.ts';
import { looksSame } from './newest-face.ts';
import { newsOf } from './news.ts';

/** How much of a comment the living message itself shows: characters. */
const LAST_LIMIT = 120;

/**
 * What is to be shown of what a claimed thread is telling, with this face; undefined when the conversation has seen it all.
 * @param lookSince since when a run that died may have posted it already.
 */
export function showingOf(
  delivery: Delivery,
  claimed: ThreadRecord,
  face: CardFace,
  lookSince?: Date,
): Showing | undefined {
  const { team, board, card } = delivery;
  const { shown, state, telling } = claimed;
  const audible = telling.filter(
    ({ loudness, happening }) => loudness !== 'refresh' && !claimed.told.includes(toldId(happening.id)),
  );
  const news = newsOf(foldMissed(audible), shown, face);
  // A run that died may have shown another look, or made the message anew where people had deleted it: nobody has written that down.
  // Nor does anybody know which of two looks that have crossed is the newer one.
  const unsure = lookSince !== undefined || face.crossed === true;
  const edit = unsure || news.length > 0 || !shown || !looksSame(shown, face);
  if (!edit) return undefined;
  const told = news.at(-1);
  const last = told ? inShort(told) : claimed.last;
  const { undone } = audible.find(({ happening }) => happening.undone !== undefined)?.happening ?? {};
  return {
    // Two teams, or two boards, may share a room and hear of the same thing; a command that is tried again may mean another card.
    id: stableId(team, board, card, delivery.conversation, telling[0]?.happening.id ?? ''),
    conversation: delivery.conversation,
    board,
    face,
    columns: delivery.columns,
    ...(last && { last }),
    news: repliesOf(news, claimed, state === undefined),
    edit,
    ...(undone === undefined ? {} : { undone }),
    ...(lookSince && { lookSince }),
  };
}

/** A first message says by itself what happened; only a comment is more than fits on it. */
function repliesOf(
  news: readonly Happening[],
  { telling }: ThreadRecord,
  first: boolean,
): readonly Happening[] {
  const loud = new Set(
    telling.filter(({ loudness }) => loudness === 'reply').map(({ happening }) => happening.id),
  );
  const saysMore = (happening: Happening) => missedOf(happening).some(({ comment }) => comment !== undefined);
  return news.filter((happening) => loud.has(happening.id) && (!first || saysMore(happening)));
}

function inShort({ undone: _, ...happening }: Happening): Happening {
  const { comment, also } = happening;
  // Of several things that were missed, the living message quotes none.
  if (also) return { ...unquoted(happening), also: also.map(unquoted) };
  return comment === undefined ? happening : { ...happening, comment: cut(comment, LAST_LIMIT) };
}

function unquoted<M extends Missed>({ comment: _, ...missed }: M): Omit<M, 'comment'> {
  return missed;
}
