import type { CardId } from '../../domain/card.ts';
import { CardwireError } from '../../domain/errors.ts';
import { lookAtComments } from './look-at-card.ts';
import { isHeard, isUsedUp, noting, type Work } from './work.ts';

/**
 * Where a new comment does not make its card a changed one, the cards take turns: as many as there are calls left for them. Gives the card
 * that was the last, and what kept the next one from being looked at.
 *
 * @param last the card that was the last of the run before.
 * @param done cards that have been looked at anyway.
 */
export async function takeTurns(
  work: Work,
  last: string,
  done: ReadonlySet<CardId>,
): Promise<{ readonly turn: string; readonly failed?: string }> {
  const { looking, met, budget } = work;
  if (looking.board.can.commentsChange) return { turn: last };
  const cards = [...met.values()]
    .filter(({ look, gone, card }) => look && !gone && !done.has(card))
    .toSorted((one, other) => (one.card < other.card ? -1 : 1));
  const next = Math.max(
    0,
    cards.findIndex(({ card }) => card > last),
  );
  let turn = last;
  for (const each of [...cards.slice(next), ...cards.slice(0, next)].slice(0, budget.turns)) {
    if (isUsedUp(work)) break;
    turn = each.card;
    if (!(await isHeard(work, each.card))) continue;
    work.calls += 1;
    try {
      noting(work, await lookAtComments(looking, each));
    } catch (error) {
      if (!(error instanceof CardwireError)) throw error;
      return { turn, failed: error.code };
    }
  }
  return { turn };
}
