import type { Delivery } from '../../../schemas/delivery.ts';
import type { CardId } from '../../domain/card.ts';
import { parseConversation } from '../../domain/conversation.ts';
import { CardwireError, never } from '../../domain/errors.ts';
import type { MissedComment } from '../../store/missed-cards.ts';
import type { Paused, PauseKey } from '../../store/paused.ts';
import { type Telling, toldId } from '../../store/thread-record.ts';
import { missedOf } from '../as-one.ts';
import type { Parts } from '../parts.ts';
import { isLasting, isTokenRefused } from './refusals.ts';
import { tellOfPause } from './tell-of-pause.ts';

/**
 * A conversation that refuses for good is paused: what comes for it is dropped, and the team hears of it once. What comes for a connection
 * whose token is refused waits in the queue, and is not tried with every message.
 */

/** A refused token is tried again so much later, by one message of each conversation. Milliseconds. */
const TOKEN_MS = 2 * 60_000;

/** Where a delivery goes, as its pause is kept. */
export function pauseKeyOf({ team, conversation }: Delivery): PauseKey {
  return { team, where: conversation };
}

/**
 * What a paused conversation is held back for; undefined when it is worth a try. Whoever asked from this very conversation is reason enough:
 * the bot may have been invited since.
 */
export function holdBack(
  parts: Parts,
  delivery: Delivery,
  pause: Paused | undefined,
): CardwireError | undefined {
  if (!pause?.resting) return undefined;
  if (isTokenRefused(pause.reason)) {
    const left = pause.at + TOKEN_MS - parts.now();
    return left > 0 ? new CardwireError(pause.reason, { when: 'later', afterMs: left }) : undefined;
  }
  const isAwaited = delivery.kind === 'delivery' && delivery.awaited === true;
  return isAwaited ? undefined : new CardwireError(pause.reason, never);
}

/**
 * Pauses a conversation for a refusal, remembers the card that is not shown there and what was said on it, and tells the team.
 * @param telling what was to be told.
 * @param before the pause as it was before the try.
 * @returns false for a refusal that may be this message's own fault: the next one is welcome.
 */
export async function pauseFor(
  parts: Parts,
  delivery: Delivery,
  code: string,
  telling: readonly Telling[],
  before: Paused | undefined,
): Promise<boolean> {
  const waits = isTokenRefused(code);
  if (!waits && !isLasting(code)) return false;
  const { paused } = parts.store;
  const key = pauseKeyOf(delivery);
  const isKnown = before?.resting && before.reason === code && !waits;
  const pause = isKnown ? before : await paused.pause(key, code);
  if (!before?.resting) parts.meter.count('Paused');
  const comments = telling.flatMap(commentsIn);
  const card = { board: delivery.board, card: delivery.card as CardId, comments };
  if (!waits) await paused.miss(key, pause, card);
  if (pause.told) return true;
  const isTold = waits
    ? await tellOfConnection(parts, delivery, code)
    : await tellOfPause(parts, delivery, pause);
  if (isTold) await paused.told(key);
  return true;
}

/** What is, or would have been, told aloud of comments. */
export function commentsIn({ happening, loudness }: Telling): readonly MissedComment[] {
  if (loudness !== 'reply') return [];
  const said = missedOf(happening).filter(({ kind, step }) => kind === 'comment' && step !== 'removed');
  return said.flatMap(({ id, step, count = 1 }) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${toldId(id)}${at || ''}`,
      step: step === 'edited' ? step : 'added',
    })),
  );
}

/** Of a refused token the team hears once, however many conversations there are. */
async function tellOfConnection(parts: Parts, delivery: Delivery, code: string): Promise<boolean> {
  const { paused } = parts.store;
  const whole = { team: delivery.team, where: parseConversation(delivery.conversation).connection };
  const pause = await paused.pause(whole, code);
  if (pause.told) return true;
  const isTold = await tellOfPause(parts, delivery, pause);
  if (isTold) await paused.told(whole);
  return isTold;
}
