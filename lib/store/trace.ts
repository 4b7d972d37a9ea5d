import { type CardKey, createCards, type Step } from './cards.ts';
import type { Table } from './table.ts';
import { createThreads, type ThreadRecord } from './threads.ts';

/** One line of a card's story, and where it happened: a conversation, or empty for the card itself. */
export interface TraceLine extends Step {
  readonly where: string;
}

/** A card's story from the table, oldest first: what was asked, what was shown where, what failed and waits. Holds no texts. */
export async function traceOf(table: Table, key: CardKey): Promise<readonly TraceLine[]> {
  const card = await createCards(table).get(key);
  const threads = await createThreads(table, Date.now).ofCard(key);
  const lines = [
    ...unfold(card?.story ?? []).map((step) => ({ ...step, where: '' })),
    ...threads.flatMap((thread) =>
      unfold(storyOf(thread)).map((step) => ({ ...step, where: thread.conversation })),
    ),
  ];
  return lines.sort((one, other) => one.at - other.at);
}

/** An event is received once, however often it is tried. */
function unfold(steps: readonly Step[]): readonly Step[] {
  const received = new Map(steps.map(({ event, received: at }) => [event, at]));
  const arrivals = [...received].flatMap(([event, at]) =>
    at === undefined ? [] : [{ at, what: 'received', event }],
  );
  return [...arrivals, ...steps];
}

/** What was received and told, and what is on its way. */
function storyOf(thread: ThreadRecord): readonly Step[] {
  const waiting = thread.pending.map(({ happening }) => ({
    at: happening.at,
    what: 'gathered',
    event: happening.id,
  }));
  const open = thread.telling.map(({ happening }) => ({
    at: thread.leaseAt,
    what: 'claimed',
    event: happening.id,
  }));
  return [...thread.story, ...waiting, ...open];
}
