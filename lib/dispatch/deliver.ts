import type { CardDelivery, CardFace, Delivery, Flush } from '../../schemas/delivery.ts';
import { DELIVERY_VERSION } from '../../schemas/delivery.ts';
import type { CardId } from '../domain/card.ts';
import { NotYet } from '../queue/waiting.ts';
import { type Telling, type ThreadRecord, toldId } from '../store/thread-record.ts';
import type { Gathering, ThreadKey } from '../store/threads.ts';
import { afterReplay } from './late.ts';
import { followToDirect } from './move-to-direct.ts';
import { looksSame, newestFace } from './newest-face.ts';
import type { Parts } from './parts.ts';
import { show } from './show.ts';

/** A burst: what comes sooner than this after a showing is gathered and becomes one edit and one reply. Milliseconds. */
const BURST_MS = 10_000;

/** How soon to come back when another run holds the thread. Milliseconds. */
const HELD_MS = 2_000;

/**
 * Shows one happening in one conversation, at once or gathered with the rest of a burst. Exactly once: the thread's claim says what
 * is being told, its record what has been, and what a run that died was telling is looked for and finished first.
 */
export async function deliver(parts: Parts, delivery: CardDelivery): Promise<void> {
  const { face, happening, loudness, awaited, alone } = delivery;
  const key = threadKeyOf(delivery);
  const { threads } = parts.store;
  if (delivery.replayed) return deliver(parts, afterReplay(delivery, await threads.get(key)));
  if (needsStanding(delivery)) {
    const standing = await threads.get(key);
    // The first message may be on its way with an older look: what is queued for one thread comes one after the other.
    if (!standing?.state) return noteOrFollow(parts, delivery, standing);
    if (!standsOtherwise(delivery, standing)) return stillSo(parts, delivery, standing);
  }

  const telling: Telling = { happening, loudness };
  // What comes late comes with more of its kind.
  const quietBefore = delivery.late ? 0 : parts.now() - (awaited || alone ? 0 : BURST_MS);
  const claimed = await threads.claim(key, telling, face, quietBefore);
  if (claimed) return show(parts, delivery, claimed);

  const thread = await threads.get(key);
  if (!thread || thread.leaseUntil >= parts.now()) throw new NotYet(HELD_MS);
  if (thread.telling.length > 0) {
    await finishLeftover(parts, delivery, thread);
    throw new NotYet(HELD_MS);
  }
  const [first] = thread.pending;
  if (first && thread.pending.some((each) => each.happening.id === happening.id)) {
    const due = thread.flushAt ?? thread.shownAt + BURST_MS;
    await askForFlush(parts, delivery, { due, begins: first.happening.id });
    return putRight(parts, delivery, thread);
  }
  if (thread.told.includes(toldId(happening.id))) return putRight(parts, delivery, thread);
  await gather(parts, delivery, telling, thread);
}

/** No message stands where there was one to be: its owner may have been told alone by then, and what was queued here goes after it. */
async function noteOrFollow(parts: Parts, delivery: CardDelivery, standing: ThreadRecord | undefined) {
  const { face, happening, loudness } = delivery;
  const wasTold = standing !== undefined && standing.told.length > 0;
  const untold = { delivery, face, telling: [{ happening, loudness }] };
  if (wasTold && (await followToDirect(parts, untold))) return;
  await parts.store.threads.note(threadKeyOf(delivery), face);
}

/**
 * What was told or gathered already may come once more with a newer look of the card, when a run that died has been done again: nothing is said
 * twice, but what is shown stays true.
 */
async function putRight(parts: Parts, delivery: CardDelivery, thread: ThreadRecord): Promise<void> {
  const { face, happening } = delivery;
  if (!isNews(face, thread)) return stillSo(parts, delivery, thread);
  const again = { ...happening, id: `${happening.id}@${face.revision}` };
  await deliver(parts, { ...delivery, happening: again, loudness: 'refresh' });
}

/** Ends a burst: tells in one edit and one reply what has been gathered. */
export async function deliverFlush(parts: Parts, flush: Flush): Promise<void> {
  const early = flush.due - parts.now();
  if (early > 0) throw new NotYet(early);
  const key = threadKeyOf(flush);
  const claimed = await parts.store.threads.claimPending(key);
  if (claimed) return show(parts, flush, claimed);

  const thread = await parts.store.threads.get(key);
  if (!thread || (thread.pending.length === 0 && thread.telling.length === 0)) return;
  if (thread.leaseUntil >= parts.now()) throw new NotYet(HELD_MS);
  await finishLeftover(parts, flush, thread);
  if (thread.pending.length > 0) throw new NotYet(HELD_MS);
}

/** What is not told anywhere makes no new message, and a card that nobody saw need not be told gone. */
function needsStanding({ loudness, happening }: CardDelivery): boolean {
  return loudness === 'refresh' || happening.kind === 'delete';
}

/** False where the message that stands is true already, as after a board's echo of our own doing: it costs no claim and no call of the channel. */
function standsOtherwise({ face }: CardDelivery, thread: ThreadRecord): boolean {
  // What is being told or gathered may be this very happening, left by a run that died.
  if (thread.telling.length > 0 || thread.pending.length > 0) return true;
  return isNews(face, thread);
}

/** Whether a face is other than the one that shows once everything gathered has been told, and newer for all that anybody knows. */
function isNews(face: CardFace, { shown, next }: ThreadRecord): boolean {
  const last = next ? newestFace(shown, next) : shown;
  const latest = newestFace(last, face);
  return !last || latest.crossed === true || !looksSame(latest, last);
}

/**
 * Takes down that a card still looks as it is shown: what was read before, and comes only now, is no news. What has been gathered is shown
 * later, and so is what another run is telling.
 */
async function stillSo(parts: Parts, delivery: CardDelivery, thread: ThreadRecord): Promise<void> {
  const { shown, pending } = thread;
  if (!shown || pending.length > 0) return;
  const latest = newestFace(shown, delivery.face);
  if (latest === shown) return;
  const kept = await parts.store.threads.keep(threadKeyOf(delivery), shown, latest);
  if (!kept) throw new NotYet(HELD_MS);
}

async function gather(parts: Parts, delivery: CardDelivery, telling: Telling, thread: ThreadRecord) {
  const key = threadKeyOf(delivery);
  const flushAt = (delivery.late ? parts.now() : thread.shownAt) + BURST_MS;
  await askForFlush(parts, delivery, await parts.store.threads.gather(key, telling, delivery.face, flushAt));
}

/** Asked for twice, it is one message: a run that died may have gathered and not asked. */
async function askForFlush(parts: Parts, delivery: CardDelivery, gathering: Gathering): Promise<void> {
  const { team, board, card, conversation, at, columns } = delivery;
  await parts.send([
    { v: DELIVERY_VERSION, kind: 'flush', team, board, card, conversation, at, columns, ...gathering },
  ]);
}

async function finishLeftover(parts: Parts, delivery: Delivery, thread: ThreadRecord): Promise<void> {
  const claimed = await parts.store.threads.claimLeftover(threadKeyOf(delivery));
  if (!claimed) throw new NotYet(HELD_MS);
  await show(parts, delivery, claimed, new Date(thread.leaseAt));
}

function threadKeyOf({ team, board, card, conversation }: Delivery): ThreadKey {
  return { team, board, card: card as CardId, conversation };
}
