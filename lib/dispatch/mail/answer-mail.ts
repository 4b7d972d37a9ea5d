import type { CommandEvent } from '../../../schemas/event.ts';
import type { Channel } from '../../channels/channel.ts';
import { isRefusal } from '../../domain/errors.ts';
import { stableId } from '../../domain/ids.ts';
import type { Say } from '../../domain/say.ts';
import { replyTo } from '../asking.ts';
import type { Parts } from '../parts.ts';

/**
 * Answers the mail that an event came with, where it may be answered. An address that cannot be written to keeps nothing from being done.
 * @param what tells several answers to one event apart.
 */
export async function answerMail(
  { parts, channel }: { readonly parts: Parts; readonly channel: Channel },
  event: CommandEvent,
  lines: readonly Say[],
  what: string,
): Promise<void> {
  try {
    await channel.answer(replyTo(event), lines, stableId(event.id, what));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    parts.log.warn('answer-refused', { team: event.team, id: event.id, code: error.code });
  }
}
