import type { Delivery } from '../../../schemas/delivery.ts';
import { parseConversation } from '../../domain/conversation.ts';
import type { MissedCard, MissedComment } from '../../store/missed-cards.ts';
import type { Paused } from '../../store/paused.ts';
import type { Telling } from '../../store/thread-record.ts';
import type { Team } from '../../teams/team.ts';
import { asOne } from '../as-one.ts';
import { faceOf, goneFace } from '../face.ts';
import type { Parts } from '../parts.ts';
import { putRightIn, type Tiding, tellConversation } from '../tell.ts';
import { commentsIn, pauseKeyOf } from './pause.ts';
import { isTokenRefused } from './refusals.ts';

/** One run reads missed cards for so long; the next showing there goes on. Milliseconds. */
const BUDGET_MS = 15_000;

/**
 * What was shown in a paused conversation ends its pause: the messages of the cards that changed meanwhile are put right, and comments that
 * were missed are told by their number. Best effort: what was shown stays shown, and what is left is tried with the next showing; so is what
 * others, who knew nothing of it yet, have dropped meanwhile.
 * @param telling what was just told: a run that died may have written it down as missed before.
 */
export async function wakeAfter(
  parts: Parts,
  delivery: Delivery,
  pause: Paused,
  telling: readonly Telling[],
): Promise<void> {
  const { paused } = parts.store;
  const key = pauseKeyOf(delivery);
  try {
    const now = await paused.wake(key);
    // The token is good again, for all of its connection.
    if (isTokenRefused(pause.reason)) await paused.resume(key.team, parseConversation(key.where).connection);
    if (now && (await catchUp(parts, delivery, now.missed, telling))) await paused.end(key);
  } catch {
    parts.log.warn('conversation-not-caught-up', { team: key.team });
  }
}

/** True when no card is left. */
async function catchUp(
  parts: Parts,
  delivery: Delivery,
  missed: readonly MissedCard[],
  telling: readonly Telling[],
): Promise<boolean> {
  const team = await parts.team(delivery.team);
  const began = parts.now();
  const told = new Set(telling.flatMap(commentsIn).map(({ id }) => id));
  for (const each of missed) {
    const isShown = each.board === delivery.board && each.card === delivery.card;
    const comments = (each.comments ?? []).filter(({ id }) => !isShown || !told.has(id));
    // What was just shown is right already, but for what was said before.
    const isRight = isShown && comments.length === 0;
    if (parts.now() - began > BUDGET_MS) return false;
    if (team && !isRight) await putRight(parts, team, delivery.conversation, { ...each, comments });
    await parts.store.paused.caughtUp(pauseKeyOf(delivery), each);
    // What tells more than a look counts once it is shown.
    if (!isRight && comments.length === 0) parts.meter.count('CaughtUp');
  }
  return true;
}

async function putRight(
  parts: Parts,
  team: Team,
  conversation: string,
  { board: on, card: id, comments = [] }: MissedCard,
): Promise<void> {
  const connection = team.boards[on];
  if (!connection) return;
  const key = { team: team.id, board: on, card: id };
  const [board, record] = [await parts.board(team, connection), await parts.store.cards.get(key)];
  const at = parts.now();
  const card = await board.read(id);
  const tiding = {
    ...{ team, key, record, at, columns: await board.columns() },
    face: card ? faceOf(team, connection, card, record?.owner?.name) : goneFace(id, at, parts.now()),
  };
  if (card && comments.length > 0) return tellMissed(parts, tiding, conversation, comments);
  const look = { id: `woken.${at}`, kind: 'edit', at } as const;
  await putRightIn(parts, { ...tiding, happenings: [look] }, conversation);
}

/** Told again by a run that was done again, it has the same id. */
function tellMissed(
  parts: Parts,
  tiding: Omit<Tiding, 'happenings'>,
  conversation: string,
  comments: readonly MissedComment[],
): Promise<void> {
  // A run that died is done again, and misses the same once more.
  const each = [...new Map(comments.map((comment) => [comment.id, comment])).values()];
  const id = `woken.${each.at(-1)?.id}`;
  const steps = [...Map.groupBy(each, ({ step }) => step).entries()];
  const counted = steps.map(([step, { length: count }]) => ({
    ...({ id, kind: 'comment', at: tiding.at } as const),
    ...{ step, count },
  }));
  const told = asOne(counted);
  const happenings = told ? [told] : [];
  return tellConversation(parts, { ...tiding, happenings }, conversation, 'reply');
}
