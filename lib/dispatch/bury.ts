import { delivery as deliverySchema } from '../../schemas/delivery.ts';
import { type CommandEvent, type Event, event as eventSchema } from '../../schemas/event.ts';
import { stableId } from '../domain/ids.ts';
import { say } from '../domain/say.ts';
import type { Message } from '../queue/consume.ts';
import type { Dead } from '../store/dead.ts';
import { giveBack, replyTo } from './asking.ts';
import type { Parts } from './parts.ts';
import { tellTeam } from './tell-team.ts';

/** Rooms that do not answer may take longer to tell than a run may: after so many of them the message is off its queue without it. */
const MOST_TELLINGS = 3;

/**
 * Keeps a dead message in the table, body encrypted, so that it can be listed with its reason and replayed. What names no team lies
 * with nobody's. The team hears of it once a day, whoever asked for it each time.
 */
export async function bury(parts: Parts, message: Message, reason: string): Promise<void> {
  const { id, queue, group, raw, sentAt, sequence, body } = message;
  const named = typeof body === 'object' && body !== null && 'team' in body ? body.team : undefined;
  const team = typeof named === 'string' ? named : '-';
  const event = eventSchema.safeParse(body);
  const times = await parts.store.graveyard.bury({
    ...{ team, id, queue, group, reason, at: sentAt, body: parts.seal(raw, team) },
    ...(sequence === undefined ? {} : { sequence }),
    ...(event.success ? aboutEvent(event.data) : aboutDelivery(body)),
  });
  if (times === 0 || times > MOST_TELLINGS) return;
  if (event.success && event.data.kind === 'command' && waitsForAnswer(event.data))
    await tellDead(parts, event.data, reason);
  await tellDaily(parts, team, id, reason);
}

/** A draft goes on in a form, which says what it lacks. Nobody is written to whose name anyone could have put there. */
function waitsForAnswer({ input, unproven }: CommandEvent): boolean {
  return input.by !== 'draft' && !unproven;
}

type About = Pick<Dead, 'kind' | 'board' | 'card'>;

/** Which card a typed command means is known when it is carried out, and not before. */
function aboutEvent(event: Event): About {
  const { kind } = event;
  if (event.kind === 'change') return { kind, board: event.connection, card: event.change.card };
  if (event.kind !== 'command') return { kind };
  const { board, input } = event;
  const card = 'card' in input ? input.card : undefined;
  return { kind, ...(board === undefined ? {} : { board }), ...(card === undefined ? {} : { card }) };
}

function aboutDelivery(body: unknown): About {
  const delivery = deliverySchema.safeParse(body);
  if (!delivery.success) return isFailedMail(body) ? { kind: 'mail' } : {};
  const { kind, board, card } = delivery.data;
  return { kind, board, card };
}

/** What Lambda keeps of a call that failed: only mail's functions are called so. */
function isFailedMail(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'requestPayload' in body;
}

/** Best effort: whoever was told that their words are kept hears that it came to nothing, and gets them back. */
async function tellDead(parts: Parts, event: CommandEvent, code: string): Promise<void> {
  try {
    const team = await parts.team(event.team);
    const connection = team?.channels[event.connection];
    if (!team || !connection) return;
    const lines = [say('gave-up', { code }), ...giveBack(event, connection.command)];
    const channel = await parts.channel(team, connection);
    await channel.answer(replyTo(event), lines, stableId(event.id, 'dead'));
  } catch {
    parts.log.warn('death-not-told', { team: event.team, id: event.id });
  }
}

const DAILY = 'dead-letters';

/** Best effort: one message a day, not one for each. What came to nothing is tried again with the next one. */
async function tellDaily(parts: Parts, id: string, message: string, code: string): Promise<void> {
  try {
    const team = await parts.team(id);
    if (!team) return;
    if (!(await parts.store.once.first(id, DAILY, 1, message))) return;
    const announcement = {
      line: say('dead-letters', { code, team: id }),
      id: stableId(id, DAILY, message),
      since: new Date(parts.now() - LOOK_BACK_MS),
    };
    if (await tellTeam(parts, team, team.teamChannels, announcement)) return;
    await parts.store.once.undo(id, DAILY);
  } catch {
    parts.log.warn('dead-letters-not-told', { team: id });
  }
}

/** A run that died after telling comes back within the queue's visibility (six minutes). Milliseconds. */
const LOOK_BACK_MS = 10 * 60_000;
