import type { CardDelivery, Happening, Missed } from '../../schemas/delivery.ts';
import { cut } from '../channels/cut.ts';
import type { Telling, ThreadRecord } from '../store/thread-record.ts';
import { asOne, missedOf } from './as-one.ts';
import { LONGEST_LATE, MOST_QUOTED } from './quotes.ts';

/**
 * A delivery that was given up and brought back, as the conversation is to hear of it: what is older than the newest that was seen there is summed
 * up, not posted, as everyone there knows how things went on.
 */
export function afterReplay(delivery: CardDelivery, thread: ThreadRecord | undefined): CardDelivery {
  const { replayed: _, ...fresh } = delivery;
  const { happening } = delivery;
  if (!thread?.shown || happening.at >= (thread.seen ?? thread.shown.revision)) return fresh;
  const late = asOne(missedOf(happening).map(shortened));
  return { ...fresh, late: true, ...(late && { happening: late }) };
}

function shortened(missed: Missed): Missed {
  const { comment } = missed;
  if (comment === undefined) return missed;
  return { ...missed, comment: cut(comment, LONGEST_LATE) };
}

/** What is told of these: several that are told as one each, and aloud, become one. The first of them speaks for all, and knows all of it. */
export function foldMissed(tellings: readonly Telling[]): readonly Happening[] {
  const isMissed = ({ happening, loudness }: Telling) => happening.caughtUp && loudness === 'reply';
  const missed = tellings.filter(isMissed).map(({ happening }) => happening);
  const [first] = missed;
  const one = asOne(fewQuotes(missed.flatMap(missedOf)));
  if (!first || !one || missed.length === 1) return tellings.map(({ happening }) => happening);
  return tellings.flatMap((each) => {
    if (!isMissed(each)) return [each.happening];
    return each.happening === first ? [{ ...one, id: first.id }] : [];
  });
}

function fewQuotes(all: readonly Missed[]): readonly Missed[] {
  const said = all.filter(isSaid);
  const counted = said.slice(0, -MOST_QUOTED);
  const [first] = counted;
  if (!first) return all;
  const { comment: _, who: __, ...plain } = first;
  const count = counted.reduce((sum, each) => sum + (each.count ?? 1), 0);
  return [...all.filter((each) => !isSaid(each)), { ...plain, count }, ...said.slice(-MOST_QUOTED)];
}

function isSaid({ kind, step = 'added' }: Missed): boolean {
  return kind === 'comment' && step === 'added';
}
