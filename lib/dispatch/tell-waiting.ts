import type { CommandEvent } from '../../schemas/event.ts';
import type { Channel } from '../channels/channel.ts';
import { CardwireError } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import { say } from '../domain/say.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { replyTo, writtenText } from './asking.ts';
import { readInput } from './input/read-input.ts';
import type { Parts } from './parts.ts';

/** What has failed, and for whom. */
export interface Waiting {
  readonly team: Team;
  readonly event: CommandEvent;
  readonly channel: Channel;
  readonly connection: ChannelConnection;
}

/**
 * Tells a person that what they asked for waits, why, that nothing need be sent again, and that what they ask for next waits with it. Best effort:
 * the command itself is safe in the queue.
 * @param error why the first try came to nothing.
 */
export async function tellWaiting(parts: Parts, waiting: Waiting, error: unknown): Promise<void> {
  const { event, channel, connection } = waiting;
  const why = error instanceof CardwireError ? error.say : undefined;
  const text = writtenText(event, connection.command);
  const lines = [
    ...(why ? [why, say('kept')] : [say('will-try-again')]),
    ...(opensCard(waiting) ? [say('link-follows')] : []),
    // It is in one group with this one, and nobody hears of it before its first try. Whoever writes mails waits for no answer.
    ...(event.mail ? [] : [say('next-waits')]),
    ...(text === '' ? [] : [say('you-wrote', { text })]),
  ];
  try {
    await channel.answer(replyTo(event), lines, stableId(event.id, 'waiting'));
  } catch {
    parts.log.warn('waiting-not-told', { team: event.team, id: event.id });
  }
}

/** What cannot be understood is told so when the command is carried out. */
function opensCard({ team, event, connection }: Waiting): boolean {
  try {
    return readInput({ team, event, word: connection.command }).command.verb === 'create';
  } catch {
    return false;
  }
}
