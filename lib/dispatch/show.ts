import type { CardFace, Delivery } from '../../schemas/delivery.ts';
import type { Showing, ThreadState } from '../channels/channel.ts';
import type { CardId } from '../domain/card.ts';
import { CardwireError, codeOf, isRefusal, never } from '../domain/errors.ts';
import type { CardKey, StoryLine } from '../store/card-record.ts';
import type { Paused } from '../store/paused.ts';
import type { Telling, ThreadRecord } from '../store/thread-record.ts';
import type { ThreadKey } from '../store/threads.ts';
import { moveToDirect } from './move-to-direct.ts';
import { newestFace } from './newest-face.ts';
import type { Parts } from './parts.ts';
import { holdBack, pauseFor, pauseKeyOf } from './pauses/pause.ts';
import { isLasting } from './pauses/refusals.ts';
import { wakeAfter } from './pauses/wake.ts';
import { readAgain } from './read-again.ts';
import { showingOf } from './showing.ts';
import { throughFor } from './team-for.ts';
import { tellAgain } from './tell-again.ts';

/** One try to show what a claimed thread is telling. */
interface Try {
  readonly delivery: Delivery;
  readonly key: ThreadKey;
  readonly claimed: ThreadRecord;
  /** The conversation's pause, as it was before. */
  readonly pause: Paused | undefined;
  /** What it is held back for; undefined where it is worth a try. */
  readonly held: CardwireError | undefined;
}

const nothingShown = { state: undefined, face: undefined, last: undefined };

/**
 * Shows what a claimed thread is telling, and completes the claim. A failed try gives the claim back, so that the next one looks for
 * what this one may have posted; a refusal for good completes it. A conversation that would refuse everything is paused, or goes on in its
 * owner's direct message; of several things that were told together, each is then told by itself.
 * @throws CardwireError what the channel threw, where it is the message that is at fault or worth another try.
 */
export async function show(
  parts: Parts,
  delivery: Delivery,
  claimed: ThreadRecord,
  lookSince?: Date,
): Promise<void> {
  const { threads, paused } = parts.store;
  const key = { ...delivery, card: delivery.card as CardId };
  const pause = await paused.get(pauseKeyOf(delivery));
  const held = holdBack(parts, delivery, pause);
  const attempt = { delivery, key, claimed, pause, held };
  const face = await faceToShow(parts, attempt).catch(async (error: unknown) => {
    await threads.release(key, claimed, storyLine(parts, claimed, 'failed', codeOf(error)));
    throw error;
  });
  const showing = face && showingOf(delivery, claimed, face, lookSince);
  // What looks as it is shown was read later: nothing that is older will be shown any more.
  if (!showing) {
    const line = storyLine(parts, claimed, 'passed-over');
    return threads.complete(key, { ...nothingShown, before: claimed, face, line });
  }
  try {
    if (held) throw held;
    const state = await post(parts, delivery, showing, claimed.state);
    const { last } = showing;
    const nth = await noteShown(parts, key, face, claimed.shown);
    const line = storyLine(parts, claimed, 'shown');
    await threads.complete(key, { before: claimed, state, face, nth, last, line });
    parts.meter.count('Delivered');
    if (last?.caughtUp && last !== claimed.last) parts.meter.count('CaughtUp');
  } catch (error) {
    if (isRefusal(error)) return refused(parts, attempt, face, error);
    await failed(parts, attempt, codeOf(error));
    throw error;
  }
  if (pause) await wakeAfter(parts, delivery, pause, claimed.telling);
}

/** The claim is given back, for another try. */
async function failed(
  parts: Parts,
  { delivery, key, claimed, pause, held }: Try,
  code: string,
): Promise<void> {
  await parts.store.threads.release(key, claimed, storyLine(parts, claimed, 'failed', code));
  if (!held) await pauseFor(parts, delivery, code, claimed.telling, pause);
}

/**
 * The claim is completed with nothing shown: the card goes on elsewhere, its conversation is paused, or the message is given up. Of several
 * things that were told together each is queued by itself then, as one of them may be why all were refused.
 * @throws CardwireError the refusal itself, where the message is given up that says all there was to tell: it is to be brought back.
 */
async function refused(
  parts: Parts,
  { delivery, key, claimed, pause, held }: Try,
  face: CardFace,
  refusal: CardwireError,
): Promise<void> {
  const { code } = refusal;
  const { telling } = claimed;
  const untold = { delivery, face, telling };
  const moved = isLasting(code) && (await moveToDirect(parts, untold));
  const paused = !moved && (await pauseFor(parts, delivery, code, telling, pause));
  const what = moved ? 'moved' : held ? 'dropped' : paused ? 'paused' : 'refused';
  const givenUp = what === 'refused';
  const isAlone = holds(delivery, telling);
  if (givenUp && !isAlone) await tellAgain(parts, untold, { alone: parts.now() });
  const line = storyLine(parts, claimed, what, code);
  await parts.store.threads.complete(key, { ...nothingShown, before: claimed, givenUp, line });
  if (givenUp && isAlone) throw refusal;
}

function storyLine(
  { now }: Pick<Parts, 'now'>,
  { telling: [first] }: ThreadRecord,
  what: string,
  code?: string,
): StoryLine {
  return {
    at: now(),
    what,
    event: first?.happening.id ?? '',
    ...(first && { received: first.happening.at }),
    ...(code === undefined ? {} : { code }),
  };
}

/**
 * Another look was shown: looking compares it with the board, also where that looks as it did at the last look. Counted before it is written down as
 * shown, as a run that dies in between is done again, and counts again: a look may have come in between, and not have seen it yet.
 */
async function noteShown({ store }: Parts, key: CardKey, { number, look }: CardFace, shown?: CardFace) {
  if (number === undefined || look === shown?.look) return undefined;
  return store.sweeps.wasShown(key, number);
}

/** Whether a message says by itself all that is told with it: given up, it is all that has to be brought back. */
function holds(delivery: Delivery, telling: readonly Telling[]): boolean {
  return (
    delivery.kind === 'delivery' && telling.every(({ happening }) => happening.id === delivery.happening.id)
  );
}

/**
 * The newest look of the card there is; undefined when there is none. Where looks have crossed it is read now, under the claim: whatever is
 * shown after it was read later than what was shown before. What is held back is not shown, and no board has to be up for it. A refresh may
 * have overtaken the first message: what it knew counts as well.
 */
async function faceToShow(parts: Parts, { delivery, claimed, held }: Try): Promise<CardFace | undefined> {
  const { shown, next = shown, noted = next } = claimed;
  const face = next && noted && newestFace(shown, newestFace(next, noted));
  return face?.crossed && !held ? readAgain(parts, delivery, face) : face;
}

async function post(parts: Parts, delivery: Delivery, showing: Showing, state: ThreadState | undefined) {
  const through = await throughFor(parts, delivery);
  if (!through) throw new CardwireError('channel-not-connected', never);
  const channel = await parts.channel(through.team, through.connection);
  return channel.deliver(showing, state);
}
