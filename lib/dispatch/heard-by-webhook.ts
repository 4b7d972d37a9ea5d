import type { Happening } from '../../schemas/delivery.ts';
import type { Change, ChangeEvent } from '../../schemas/event.ts';
import type { Board } from '../boards/board.ts';
import type { BoardMember, CardComment, CardId, Column } from '../domain/card.ts';
import type { CardKey } from '../store/card-record.ts';
import type { BoardConnection } from '../teams/team.ts';
import type { CardNow } from './card-now.ts';
import { inPatience } from './details/patience.ts';
import { type CardOn, isToldAlready } from './details/settle.ts';
import { type NamesTold, namesTold } from './names-told.ts';
import type { Parts } from './parts.ts';
import type { Told } from './tell.ts';

/** A webhook of a new comment is raised this soon after the comment was written, by the board's own clock. Milliseconds. */
const AT_ONCE_MS = 2_000;

/**
 * What a webhook's event tells; nobody is told what the bridge did itself, what is gone by now, and what was told already.
 * @param columns those of the board, where a column that the card left has its name.
 * @throws CardwireError what the board throws.
 */
export async function heardByWebhook(
  parts: Parts,
  { team, connection, board, key, card }: CardNow,
  event: ChangeEvent,
  columns: readonly Column[],
): Promise<Told> {
  const { change } = event;
  const comment = card && (await storedComment(board, key.card, change));
  const step = stepOf(change, comment);
  const doer = doerOf(change, comment, step) ?? (card && (await deleterOf(board, key.card, change)));
  const names = await namesTold(board, team, connection, change, doer);
  const happening = happeningOf(event, names, columns, comment, step);
  // Who brings a comment back is never named, and the one that is named wrote it.
  const isQuiet =
    (isOwn(change, connection) && step !== 'restored') ||
    (card !== undefined && saysSomething(change) && !comment);
  return {
    happenings: [card ? happening : { ...happening, kind: 'delete' }],
    quiet:
      isQuiet || (card !== undefined && !(await isNews(parts, { key, board, card }, event, comment, step))),
  };
}

/** Whether nobody has told it before: what was found by looking before its webhook came is told already, or about to be. */
async function isNews(
  parts: Parts,
  on: CardOn,
  event: ChangeEvent,
  comment: CardComment | undefined,
  step: Change['step'],
): Promise<boolean> {
  if (step === 'added' && comment) return isFirst(parts, on.key, comment, event);
  const isTold = () => isToldAlready(parts, on, event, comment?.id);
  return !(await inPatience(parts, event.at, isTold, false));
}

/**
 * A comment that was found on the board before its webhook came is told already, or about to be. A webhook that comes once more is another
 * event here: the moment at which the door took it tells it from the same message of the queue.
 */
async function isFirst(
  parts: Parts,
  key: CardKey,
  comment: CardComment,
  { id, at }: ChangeEvent,
): Promise<boolean> {
  const own = `${id}@${at}`;
  return (await parts.store.sweeps.claimComment(key, comment.id, own)) === own;
}

/** The bridge's own writes have been told already, as the person's doing; a board's rule may still have moved the card in its name. */
function isOwn({ actor }: Change, connection: BoardConnection): boolean {
  if (!actor) return false;
  if (actor.id !== undefined) return actor.id === connection.self;
  // Where a board sends no user name (Wekan before v10.72), an account without a full name is called by it (wekan.md A1.12).
  const username = actor.username ?? actor.name;
  return username?.toLowerCase() === connection.user.toLowerCase();
}

/** A comment that comes back looks like a new one where it was never edited (taiga.md A0.4), but it was written before. */
function stepOf({ step, happened }: Change, comment: CardComment | undefined): Change['step'] {
  if (step !== 'added' || comment?.at === undefined || happened === undefined) return step;
  return happened - comment.at > AT_ONCE_MS ? 'restored' : step;
}

/** Whom a happening is told of: a comment's author wrote it, and somebody else may have done the rest (taiga.md A0.3). */
function doerOf({ actor }: Change, comment: CardComment | undefined, step: Change['step']): Change['actor'] {
  const author = comment?.author;
  if (step === 'restored') return undefined;
  return author && (step === 'added' || isSamePerson(actor, author)) ? author : actor;
}

/** Whoever deleted a comment, where the webhook does not say it but the board knows. */
async function deleterOf(
  board: Board,
  id: CardId,
  { kind, step, comment }: Change,
): Promise<Change['actor']> {
  if (kind !== 'comment' || step !== 'removed' || comment === undefined) return undefined;
  const deleter = await board.deleterOf?.(id, comment);
  return deleter === undefined ? undefined : { id: deleter };
}

function isSamePerson(actor: Change['actor'], author: BoardMember): boolean {
  if (actor?.id !== undefined) return actor.id === author.id;
  return actor?.username === undefined ? actor?.name === author.name : actor.username === author.username;
}

function saysSomething({ kind, step }: Change): boolean {
  return kind === 'comment' && step !== 'removed';
}

/** A comment is told as the board has stored it, not as the hook has it. */
async function storedComment(board: Board, id: CardId, change: Change): Promise<CardComment | undefined> {
  if (!saysSomething(change) || change.comment === undefined) return undefined;
  return board.comment(id, change.comment);
}

function happeningOf(
  event: ChangeEvent,
  names: NamesTold,
  columns: readonly Column[],
  comment: CardComment | undefined,
  step: Change['step'],
): Happening {
  const { kind, from, happened } = event.change;
  const fromName = columns.find(({ id }) => id === from)?.name ?? event.change.fromName;
  return {
    id: event.id,
    kind,
    ...(step && { step }),
    ...names,
    ...(comment && { comment: comment.text }),
    ...(fromName === undefined ? {} : { from: fromName }),
    at: event.at,
    ...(happened === undefined ? {} : { happened }),
  };
}
