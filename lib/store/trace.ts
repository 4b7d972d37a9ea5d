import { DEADLINE_MS } from '../queue/waiting.ts';
import type { CardKey, StoryLine } from './card-record.ts';
import type { Receipts } from './receipts.ts';
import type { Store } from './store.ts';
import type { ThreadRecord } from './thread-record.ts';

/** One line of a card's story, and where it happened: a conversation, or empty for the card itself. */
export interface TraceLine extends StoryLine {
  readonly where: string;
  /** How it stands now, and not what has happened: until when it waits, where that is known. Epoch milliseconds. */
  readonly waits?: { readonly until?: number };
}

type Rooms = Pick<Store, 'cards' | 'threads' | 'receipts' | 'paused' | 'graveyard'>;

/** How a thread stands, with its conversation. */
type Thread = ThreadRecord & { readonly conversation: string };

/**
 * A card's story from the table, oldest first: what was asked, what was shown where, what failed and why; then what waits now, where, and what
 * lies with the dead letters. Holds no texts.
 * @param now epoch milliseconds.
 */
export async function traceOf(store: Rooms, key: CardKey, now: number): Promise<readonly TraceLine[]> {
  const card = await store.cards.get(key);
  const threads = await store.threads.ofCard(key);
  const story = card?.story ?? [];
  const failed = await failures(store.receipts, key.team, story, now);
  const lines = [
    ...unfold(story)
      .filter(({ what }) => what !== PUT_OFF)
      .map((line) => ({ ...line, where: '' })),
    ...failed.filter(({ waits }) => !waits),
    ...threads.flatMap((thread) =>
      unfold(thread.story).map((line) => ({ ...line, where: thread.conversation })),
    ),
  ];
  return [
    ...lines.sort((one, other) => one.at - other.at),
    ...failed.filter(({ waits }) => waits),
    ...threads.flatMap((thread) => waiting(thread, now)),
    ...(await pauses(store, key, threads)),
    ...(await dead(store, key)),
  ];
}

/** An event is received once, however often it is tried. */
function unfold(story: readonly StoryLine[]): readonly StoryLine[] {
  const received = new Map(story.map(({ event, received: at }) => [event, at]));
  const arrivals = [...received].flatMap(([event, at]) =>
    at === undefined ? [] : [{ at, what: 'received', event }],
  );
  return [...arrivals, ...story];
}

/** In a card's story: the first try of a command came to nothing. What has become of it since says its receipt. */
export const PUT_OFF = 'put-off';

/** Why commands had to be tried again, and that they wait now. Of what has waited for longer than anything may, nothing comes: it lies with the dead. */
async function failures(
  receipts: Pick<Receipts, 'lastFailure'>,
  team: string,
  story: readonly StoryLine[],
  now: number,
): Promise<readonly TraceLine[]> {
  const lines: TraceLine[] = [];
  for (const event of new Set(story.map((line) => line.event))) {
    const failed = await receipts.lastFailure(team, event);
    if (!failed) continue;
    const { at, code, waits } = failed;
    lines.push({ at, what: 'command-failed', event, code, where: '' });
    const { received = 0 } = story.find((line) => line.event === event && line.what === PUT_OFF) ?? {};
    if (waits && received + DEADLINE_MS > now)
      lines.push({ at, what: 'command-retried', event, code, where: '', waits: {} });
  }
  return lines;
}

/** What is gathered for the next message, and what is being told or waits for another try. */
function waiting(thread: Thread, now: number): readonly TraceLine[] {
  const where = thread.conversation;
  const { flushAt, leaseUntil, leaseAt } = thread;
  const gathered = thread.pending.map(({ happening }) => ({
    ...{ at: happening.at, what: 'gathered', event: happening.id, where },
    waits: flushAt === undefined ? {} : { until: flushAt },
  }));
  const isHeld = leaseUntil > now;
  const code = thread.story.at(-1)?.code;
  const open = thread.telling.map(({ happening }) => ({
    ...{ at: leaseAt, what: isHeld ? 'claimed' : 'retried', event: happening.id, where },
    ...(isHeld || code === undefined ? {} : { code }),
    waits: {},
  }));
  return [...gathered, ...open];
}

/** The pauses of conversations that hear of this card, and of their connections. */
async function pauses(
  { paused }: Rooms,
  { team }: CardKey,
  threads: readonly Thread[],
): Promise<readonly TraceLine[]> {
  const wheres = threads.flatMap(({ conversation }) => [conversation, conversation.split(':')[1]]);
  const all = await paused.list(team);
  return all
    .filter(({ where, resting }) => resting && wheres.includes(where))
    .map(({ where, since, reason }) => ({
      ...{ at: since, what: 'is-paused', event: '', code: reason, where },
      waits: {},
    }));
}

async function dead({ graveyard }: Rooms, key: CardKey): Promise<readonly TraceLine[]> {
  const all = await graveyard.list(key.team);
  return all
    .filter(({ board, card }) => board === key.board && card === key.card)
    .map(({ at, id, reason }) => ({ at, what: 'dead', event: id, code: reason, where: '', waits: {} }));
}
