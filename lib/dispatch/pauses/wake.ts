import type { Delivery } from '../../../schemas/delivery.ts';
import { parseConversation } from '../../domain/conversation.ts';
import type { MissedCard, Paused } from '../../store/paused.ts';
import type { Team } from '../../teams/team.ts';
import { faceOf, goneFace } from '../face.ts';
import type { Parts } from '../parts.ts';
import { putRightIn, type Tiding, tellConversation } from '../tell.ts';
import { pauseKeyOf } from './pause.ts';
import { isTokenRefused } from './refusals.ts';

/** One run reads missed cards for so long; the next showing there goes on. Milliseconds. */
const BUDGET_MS = 15_000;

/**
 * What was shown in a paused conversation ends its pause: the messages of the cards that changed meanwhile are put right, and comments that
 * were missed are told by their number. Best effort: what
 * was shown stays shown, and what is left is tried with the next showing.
 */
export async function wakeAfter(parts: Parts, delivery: Delivery, pause: Paused): Promise<void> {
  const { paused } = parts.store;
  const key = pauseKeyOf(delivery);
  try {
    if (pause.resting) await paused.wake(key);
    // The token is good again, for all of its connection.
    if (isTokenRefused(pause.reason)) await paused.resume(key.team, parseConversation(key.where).connection);
    // What was just shown is right already, but for what was said before.
    const isShown = ({ board, card }: MissedCard) => board === delivery.board && card === delivery.card;
    const left = pause.missed.filter((each) => !isShown(each) || each.comments);
    if (await catchUp(parts, delivery, left)) await paused.end(key);
  } catch {
    parts.log.warn('conversation-not-caught-up', { team: key.team });
  }
}

/** True when no card is left. */
async function catchUp(parts: Parts, delivery: Delivery, missed: readonly MissedCard[]): Promise<boolean> {
  const team = await parts.team(delivery.team);
  const began = parts.now();
  for (const each of missed) {
    if (parts.now() - began > BUDGET_MS) return false;
    if (team) await putRight(parts, team, delivery.conversation, each);
    await parts.store.paused.caughtUp(pauseKeyOf(delivery), each);
    parts.meter.count('CaughtUp');
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
  const last = comments.at(-1);
  if (card && last !== undefined)
    return tellMissed(parts, tiding, conversation, { last, count: comments.length });
  const look = { id: `woken.${at}`, kind: 'edit', at } as const;
  await putRightIn(parts, { ...tiding, happenings: [look] }, conversation);
}

/** Told again by a run that was done again, it has the same id. */
function tellMissed(
  parts: Parts,
  tiding: Omit<Tiding, 'happenings'>,
  conversation: string,
  { last, count }: { readonly last: string; readonly count: number },
): Promise<void> {
  const said = { kind: 'comment', step: 'added', caughtUp: true, count } as const;
  const happenings = [{ ...said, id: `woken.${last}`, at: tiding.at }];
  return tellConversation(parts, { ...tiding, happenings }, conversation, 'reply');
}
