import type { Snapshot } from '../../boards/board.ts';
import { CardwireError } from '../../domain/errors.ts';
import type { SweepState } from '../../store/sweeps.ts';
import { enqueueFound } from './found.ts';
import { lookAtMet } from './look-at-card.ts';
import { untold } from './look-at-comments.ts';
import { lookAtDetails } from './look-at-details.ts';
import { hasHearers, isUsedUp, noting, readHanging, type Work } from './work.ts';

/** Where only what is done to a comment that stands makes no card a changed one, so many times fewer cards have their turn in a look. */
const SELDOM = 4;

/**
 * What is done to comments and steps does not make every board's cards changed ones: so the cards take turns, as many as there are calls left for
 * them. Gives the card that was the last, and what kept the next one from being looked at.
 * @param last the card that was the last of the run before.
 */
export async function takeTurns(work: Work, last: string): Promise<Pick<SweepState, 'turn' | 'failed'>> {
  const { looking, met, budget, taken } = work;
  const cards = [...met.values()]
    .filter(({ look, gone, card }) => look && !gone && !taken.has(card))
    .toSorted((one, other) => (one.card < other.card ? -1 : 1));
  const next = Math.max(
    0,
    cards.findIndex(({ card }) => card > last),
  );
  const most = looking.board.can.commentsChange ? Math.ceil(budget.turns / SELDOM) : budget.turns;
  let turn = last;
  for (const each of [...cards.slice(next), ...cards.slice(0, next)].slice(0, most)) {
    if (isUsedUp(work)) break;
    turn = each.card;
    if (!(await hasHearers(work, each.card))) continue;
    taken.add(each.card);
    try {
      noting(work, await lookAtMet(looking, each, await readHanging(work, each.card)));
    } catch (error) {
      if (!(error instanceof CardwireError)) throw error;
      return { turn, failed: error.code };
    }
  }
  return { turn };
}

/** Compares what was read on the way of all other cards, which takes no call of the board. */
export async function lookAtListed(work: Work): Promise<void> {
  const { looking, met, listed, budget, taken } = work;
  for (const [card, details] of listed) {
    const known = met.get(card);
    if (!known?.look || known.gone || taken.has(card)) continue;
    if (looking.parts.now() >= budget.until) return;
    const { changes, known: now } = lookAtDetails(looking, known.details, details);
    if (changes.length === 0 && now === undefined) continue;
    if (await hasHearers(work, card)) noting(work, await lookAtMet(looking, known, details));
  }
}

/** Tells what was said on what belongs to a card. */
export async function lookAtSaid(work: Work, said: Snapshot['said']): Promise<void> {
  const { looking, met } = work;
  for (const [card, heads] of said) {
    const known = met.get(card);
    if (looking.isFirst || !known?.look || !(await hasHearers(work, card))) continue;
    const found = await untold(looking, card, heads);
    await enqueueFound(looking, card, found);
    if (found.length > 0) noting(work, 'different');
  }
}
