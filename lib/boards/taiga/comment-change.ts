import type { Change } from '../../../schemas/event.ts';
import type { TaigaChange, TaigaPerson } from '../../../schemas/taiga-webhook.ts';
import { actorOf } from './actor.ts';
import { type CommentLocator, writeLocator } from './comment-locator.ts';

/** A webhook is raised at once after an edit was stamped; one with an older stamp has another reason. Milliseconds. */
const AT_ONCE_MS = 500;

/** Where the comment stands, and what the webhook says of it. */
export interface Commented {
  readonly on: Pick<CommentLocator, 'type' | 'id'>;
  readonly change: TaigaChange;
  /** The comment's author, for good (A0.3): not who edited, deleted or restored it. */
  readonly by: TaigaPerson | undefined;
  /** When the webhook was raised: epoch milliseconds. */
  readonly at: number | undefined;
}

type CommentTold = Pick<Change, 'kind' | 'step' | 'comment' | 'actor'>;

/** What was done to a comment (A1.5); undefined when the webhook is about none. */
export function commentChange(said: Commented): CommentTold | undefined {
  const { on, change, by } = said;
  if (change.comment.trim() === '') return undefined;
  const step = stepOf(said);
  return {
    kind: 'comment',
    step,
    comment: writeLocator({ ...on, author: by?.id }, change.comment),
    ...doerOf(step, said),
  };
}

/** Whether the webhook is there because of what was done to a comment that stood already: then its diff is an old one, told before. */
export function isSavedAgain({ delete_comment_date, edit_comment_date }: TaigaChange): boolean {
  return Boolean(delete_comment_date ?? edit_comment_date);
}

/**
 * A comment that comes back looks like itself (A0.4): an edited one is told by the age of its edit. One that was never edited cannot be
 * told from a new one here; the history knows when it was written.
 */
function stepOf({ change, at }: Commented): 'added' | 'edited' | 'removed' | 'restored' {
  const { delete_comment_date: deleted, edit_comment_date: edited } = change;
  if (deleted) return 'removed';
  if (!edited) return 'added';
  return at !== undefined && at - Date.parse(edited) > AT_ONCE_MS ? 'restored' : 'edited';
}

/** Nobody is named who may not have done it. The version that an edit puts away carries the id of whoever edited. */
function doerOf(step: Change['step'], { change, by }: Commented): Pick<Change, 'actor'> {
  if (step === 'added') return actorOf(by);
  const editor = change.comment_versions?.at(-1)?.user?.id;
  if (step !== 'edited' || editor === undefined) return {};
  return editor === by?.id ? actorOf(by) : { actor: { id: String(editor) } };
}
