import type { CardFace, Delivery, Happening, Missed } from '../../schemas/delivery.ts';
import type { Showing, ThreadState } from '../channels/channel.ts';
import { cut } from '../channels/cut.ts';
import type { CardId } from '../domain/card.ts';
import { CardwireError, isRefusal, never } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import type { CardKey, StoryLine } from '../store/cards.ts';
import { type Telling, type ThreadRecord, toldId } from '../store/thread-record.ts';
import { missedOf } from './as-one.ts';
import { foldMissed } from './late.ts';
import { moveToDirect } from './move-to-direct.ts';
import { looksSame, newestFace } from './newest-face.ts';
import { newsOf } from './news.ts';
import type { Parts } from './parts.ts';
import { holdBack, pauseFor, pauseKeyOf } from './pauses/pause.ts';
import { isLasting } from './pauses/refusals.ts';
import { wakeAfter } from './pauses/wake.ts';
import { readAgain } from './read-again.ts';
import { throughFor } from './team-for.ts';
import { tellAgain } from './tell-again.ts';

/** How much of a comment the living message itself shows: characters. */
const LAST_LIMIT = 120;

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
  const { threads } = parts.store;
  const key = { ...delivery, card: delivery.card as CardId };
  const first = claimed.telling[0]?.happening;
  const line = (what: string, code?: string): StoryLine => ({
    at: parts.now(),
    what,
    event: first?.id ?? '',
    ...(first && { received: first.at }),
    ...(code === undefined ? {} : { code }),
  });
  const nothing = { before: claimed, state: undefined, face: undefined, last: undefined };
  const pause = await parts.store.paused.get(pauseKeyOf(delivery));
  const held = holdBack(parts, delivery, pause);
  const face = await faceToShow(parts, delivery, claimed, held !== undefined).catch(
    async (error: unknown) => {
      await threads.release(key, claimed, line('failed', codeOf(error)));
      throw error;
    },
  );
  const showing = face && showingOf(delivery, claimed, face, lookSince);
  // What looks as it is shown was read later: nothing that is older will be shown any more.
  if (!showing) return threads.complete(key, { ...nothing, face, line: line('passed-over') });
  try {
    if (held) throw held;
    const state = await post(parts, delivery, showing, claimed.state);
    const { last } = showing;
    await noteShown(parts, key, face, claimed.shown);
    await threads.complete(key, { before: claimed, state, face, last, line: line('shown') });
    parts.meter.count('Delivered');
  } catch (error) {
    if (!isRefusal(error)) {
      const code = codeOf(error);
      await threads.release(key, claimed, line('failed', code));
      if (!held) await pauseFor(parts, delivery, code, claimed.telling, pause);
      throw error;
    }
    const untold = { delivery, face, telling: claimed.telling };
    const moved = isLasting(error.code) && (await moveToDirect(parts, untold));
    const paused = !moved && (await pauseFor(parts, delivery, error.code, claimed.telling, pause));
    const what = moved ? 'moved' : held ? 'dropped' : paused ? 'paused' : 'refused';
    const givenUp = what === 'refused';
    const isAlone = holds(delivery, claimed.telling);
    if (givenUp && !isAlone) await tellAgain(parts, untold, { alone: parts.now() });
    await threads.complete(key, { ...nothing, givenUp, line: line(what, error.code) });
    if (givenUp && isAlone) throw error;
    return;
  }
  if (pause) await wakeAfter(parts, delivery, pause);
}

/**
 * Another look was shown: looking compares it with the board, also where that looks as it did at the last look. Noted before it is written down as
 * shown, as a run that dies in between is done again.
 */
async function noteShown(parts: Parts, key: CardKey, { number, look, revision }: CardFace, shown?: CardFace) {
  if (number === undefined || look === shown?.look) return;
  await parts.store.sweeps.wasShown(key, number, revision);
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
async function faceToShow(
  parts: Parts,
  delivery: Delivery,
  { shown, next = shown, noted = next }: ThreadRecord,
  isHeld: boolean,
): Promise<CardFace | undefined> {
  const face = next && noted && newestFace(shown, newestFace(next, noted));
  return face?.crossed && !isHeld ? readAgain(parts, delivery, face) : face;
}

/** What is to be shown; undefined when the conversation has seen it all. */
function showingOf(
  delivery: Delivery,
  claimed: ThreadRecord,
  face: CardFace,
  lookSince?: Date,
): Showing | undefined {
  const { team, board, card } = delivery;
  const { shown, state, telling } = claimed;
  const audible = telling.filter(
    ({ loudness, happening }) => loudness !== 'refresh' && !claimed.told.includes(toldId(happening.id)),
  );
  const news = newsOf(foldMissed(audible), shown, face);
  // A run that died may have shown another look, or made the message anew where people had deleted it: nobody has written that down.
  // Nor does anybody know which of two looks that have crossed is the newer one.
  const unsure = lookSince !== undefined || face.crossed === true;
  const edit = unsure || news.length > 0 || !shown || !looksSame(shown, face);
  if (!edit) return undefined;
  const told = news.at(-1);
  const last = told ? inShort(told) : claimed.last;
  const { undone } = audible.find(({ happening }) => happening.undone !== undefined)?.happening ?? {};
  return {
    // Two teams, or two boards, may share a room and hear of the same thing; a command that is tried again may mean another card.
    id: stableId(team, board, card, delivery.conversation, telling[0]?.happening.id ?? ''),
    conversation: delivery.conversation,
    board,
    face,
    columns: delivery.columns,
    ...(last && { last }),
    news: repliesOf(news, claimed, state === undefined),
    edit,
    ...(undone === undefined ? {} : { undone }),
    ...(lookSince && { lookSince }),
  };
}

/** A first message says by itself what happened; only a comment is more than fits on it. */
function repliesOf(
  news: readonly Happening[],
  { telling }: ThreadRecord,
  first: boolean,
): readonly Happening[] {
  const loud = new Set(
    telling.filter(({ loudness }) => loudness === 'reply').map(({ happening }) => happening.id),
  );
  const saysMore = (happening: Happening) => missedOf(happening).some(({ comment }) => comment !== undefined);
  return news.filter((happening) => loud.has(happening.id) && (!first || saysMore(happening)));
}

function inShort({ undone: _, ...happening }: Happening): Happening {
  const { comment, also } = happening;
  // Of several things that were missed, the living message quotes none.
  if (also) return { ...unquoted(happening), also: also.map(unquoted) };
  return comment === undefined ? happening : { ...happening, comment: cut(comment, LAST_LIMIT) };
}

function unquoted<M extends Missed>({ comment: _, ...missed }: M): Omit<M, 'comment'> {
  return missed;
}

async function post(parts: Parts, delivery: Delivery, showing: Showing, state: ThreadState | undefined) {
  const through = await throughFor(parts, delivery);
  if (!through) throw new CardwireError('channel-not-connected', never);
  const channel = await parts.channel(through.team, through.connection);
  return channel.deliver(showing, state);
}

function codeOf(error: unknown): string {
  return error instanceof CardwireError ? error.code : 'unexpected';
}
