import type { CardId } from '../../domain/card.ts';
import type { CommentHead } from '../../domain/card-details.ts';
import { REMEMBERED_MS, shortId } from '../../store/sweeps.ts';
import { GONE } from '../details/compare.ts';
import { stateOf } from '../details/marks.ts';
import { keyOf } from '../details/things.ts';
import type { Found } from './found.ts';
import type { Look, Looking } from './looking.ts';

/** More comments than any board keeps in view; of a card with more, the newest are compared. */
const MOST_COMMENTS = 300;

/** The comments of a card, and which of them are news. */
export interface CommentsFound {
  /** Short ids of all. */
  readonly all: readonly string[];
  readonly areOther: boolean;
  readonly changes: readonly Found[];
}

interface CommentLooking extends Pick<Looking, 'connection' | 'isFirst'> {
  readonly parts: { readonly store: Pick<Looking['parts']['store'], 'sweeps'>; readonly now: () => number };
  readonly team: Pick<Looking['team'], 'id'>;
}

/**
 * The bridge's own comments are no news. Where a card is looked at for the first time, or comes back after so long that nobody remembers which of
 * them were told, those that stand there are taken as known.
 */
export async function lookAtComments(
  { parts, team, connection, isFirst }: CommentLooking,
  { id, met, isNew }: Pick<Look, 'id' | 'met' | 'isNew'>,
  comments: readonly CommentHead[],
): Promise<CommentsFound> {
  const heads = comments.slice(-MOST_COMMENTS);
  const isStranger = isFirst || (met?.gone && parts.now() - (met.seenAt ?? 0) > REMEMBERED_MS);
  const before = isStranger ? undefined : (met?.comments ?? (isNew ? [] : undefined));
  const all = heads.map((head) => shortId(head.id));
  const unknown = before ? unknownOf(heads, before) : [];
  const looking = { parts, team, connection, isFirst };
  const changes = await untold(
    looking,
    id,
    unknown.filter((head) => !isBack(met, head.id)),
  );
  return { all, changes, areOther: met?.comments === undefined || met.comments.join() !== all.join() };
}

/** One that is deleted lets an old one in among the newest: it is no news, though it stands before all that are known. */
function unknownOf(heads: readonly CommentHead[], known: readonly string[]): readonly CommentHead[] {
  const isKnown = ({ id }: CommentHead) => known.includes(shortId(id));
  const from = known.length < MOST_COMMENTS ? 0 : Math.max(0, heads.findIndex(isKnown));
  return heads.slice(from).filter((head) => !isKnown(head));
}

/** Of these comments, those that nobody has told. Of one that is too old nobody remembers whether it was. */
export async function untold(
  { parts, team, connection }: CommentLooking,
  card: CardId,
  heads: readonly CommentHead[],
): Promise<readonly Found[]> {
  const key = { team: team.id, board: connection.id, card };
  const changes: Found[] = [];
  for (const { id: comment, author, at } of heads) {
    if (author === connection.self) continue;
    if (at !== undefined && parts.now() - at > REMEMBERED_MS) continue;
    if ((await parts.store.sweeps.commentOwner(key, comment)) !== undefined) continue;
    changes.push({ kind: 'comment', step: 'added', comment });
  }
  return changes;
}

/** One that was deleted and came back is no new one. */
function isBack(met: Look['met'], comment: string): boolean {
  return met !== undefined && stateOf(met.details.known, keyOf({ kind: 'comment', id: comment })) === GONE;
}
