import type { CardId } from '../../domain/card.ts';
import type { CommentHead } from '../../domain/card-details.ts';
import { shortId } from '../../store/sweeps.ts';
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
  readonly parts: { readonly store: Pick<Looking['parts']['store'], 'sweeps'> };
  readonly team: Pick<Looking['team'], 'id'>;
}

/** The bridge's own comments are no news; where a card is looked at for the first time, those that stand there are taken as known. */
export async function lookAtComments(
  { parts, team, connection, isFirst }: CommentLooking,
  { id, met, isNew }: Pick<Look, 'id' | 'met' | 'isNew'>,
  comments: readonly CommentHead[],
): Promise<CommentsFound> {
  const heads = comments.slice(-MOST_COMMENTS);
  const before = isFirst ? undefined : (met?.comments ?? (isNew ? [] : undefined));
  const all = heads.map((head) => shortId(head.id));
  const unknown = before ? heads.filter((head) => !before.includes(shortId(head.id))) : [];
  const looking = { parts, team, connection, isFirst };
  const changes = await untold(
    looking,
    id,
    unknown.filter((head) => !isBack(met, head.id)),
  );
  return { all, changes, areOther: met?.comments === undefined || met.comments.join() !== all.join() };
}

/** Of these comments, those that nobody has told. */
export async function untold(
  { parts, team, connection }: CommentLooking,
  card: CardId,
  heads: readonly CommentHead[],
): Promise<readonly Found[]> {
  const key = { team: team.id, board: connection.id, card };
  const changes: Found[] = [];
  for (const { id: comment, author } of heads) {
    if (author === connection.self) continue;
    if ((await parts.store.sweeps.commentOwner(key, comment)) !== undefined) continue;
    changes.push({ kind: 'comment', step: 'added', comment });
  }
  return changes;
}

/** One that was deleted and came back is no new one. */
function isBack(met: Look['met'], comment: string): boolean {
  return met !== undefined && stateOf(met.details.known, keyOf({ kind: 'comment', id: comment })) === GONE;
}
