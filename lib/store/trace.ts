import type { CardKey, StoryLine } from './cards.ts';
import type { Store } from './store.ts';
import type { ThreadRecord } from './threads.ts';

/** One line of a card's story, and where it happened: a conversation, or empty for the card itself. */
export interface TraceLine extends StoryLine {
  readonly where: string;
}

/** A card's story from the table, oldest first: what was asked, what was shown where, what failed and waits. Holds no texts. */
export async function traceOf(
  { cards, threads }: Pick<Store, 'cards' | 'threads'>,
  key: CardKey,
): Promise<readonly TraceLine[]> {
  const card = await cards.get(key);
  const shown = await threads.ofCard(key);
  const lines = [
    ...unfold(card?.story ?? []).map((line) => ({ ...line, where: '' })),
    ...shown.flatMap((thread) =>
      unfold(storyOf(thread)).map((line) => ({ ...line, where: thread.conversation })),
    ),
  ];
  return lines.sort((one, other) => one.at - other.at);
}

/** An event is received once, however often it is tried. */
function unfold(story: readonly StoryLine[]): readonly StoryLine[] {
  const received = new Map(story.map(({ event, received: at }) => [event, at]));
  const arrivals = [...received].flatMap(([event, at]) =>
    at === undefined ? [] : [{ at, what: 'received', event }],
  );
  return [...arrivals, ...story];
}

/** What was received and told, and what is on its way. */
function storyOf(thread: ThreadRecord): readonly StoryLine[] {
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
