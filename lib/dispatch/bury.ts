import { type CommandEvent, event as eventSchema } from '../../schemas/event.ts';
import { stableId } from '../domain/ids.ts';
import { say } from '../domain/say.ts';
import type { Message } from '../queue/consume.ts';
import { replyTo, writtenText } from './asking.ts';
import type { Parts } from './parts.ts';

/**
 * Keeps a dead message in the table, body encrypted, so that it can be listed with its reason and replayed. What names no team lies
 * with nobody's.
 */
export async function bury(parts: Parts, message: Message, reason: string): Promise<void> {
  const { id, queue, group, raw, sentAt, body } = message;
  const named = typeof body === 'object' && body !== null && 'team' in body ? body.team : undefined;
  const team = typeof named === 'string' ? named : '-';
  await parts.store.graveyard.bury({
    team,
    id,
    queue,
    group,
    reason,
    at: sentAt,
    body: parts.seal(raw, team),
  });
  const event = eventSchema.safeParse(body);
  if (event.success && event.data.kind === 'command' && waitsForAnswer(event.data))
    await tellDead(parts, event.data, reason);
}

/** A draft goes on in a form, which says what it lacks. Nobody is written to whose name anyone could have put there. */
function waitsForAnswer({ input, unproven }: CommandEvent): boolean {
  return input.by !== 'draft' && !unproven;
}

/** Best effort: whoever was told that their words are kept hears that it came to nothing, and gets them back. */
async function tellDead(parts: Parts, event: CommandEvent, code: string): Promise<void> {
  try {
    const team = await parts.team(event.team);
    const connection = team?.channels[event.connection];
    if (!team || !connection) return;
    const text = writtenText(event, connection.command);
    const lines = [say('gave-up', { code }), ...(text === '' ? [] : [say('you-wrote', { text })])];
    const channel = await parts.channel(team, connection);
    await channel.answer(replyTo(event), lines, stableId(event.id, 'dead'));
  } catch {
    parts.log.warn('death-not-told', { team: event.team, id: event.id });
  }
}
