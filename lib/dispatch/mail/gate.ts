import type { CommandEvent } from '../../../schemas/event.ts';
import type { Channel } from '../../channels/channel.ts';
import { stableId } from '../../domain/ids.ts';
import type { ChannelConnection, Team } from '../../teams/team.ts';
import type { Asker } from '../asker.ts';
import type { Parts } from '../parts.ts';
import { type Arriving, refusedAtGate } from './admission.ts';
import { forAsker } from './asks.ts';
import { followLink, letGo } from './link.ts';
import { confirmedId, parkedIdOf } from './parked.ts';

/** A command that has come in, and who asks. */
export interface AtGate {
  readonly parts: Parts;
  readonly team: Team;
  readonly event: CommandEvent;
  readonly connection: ChannelConnection;
  readonly channel: Channel;
  readonly asker: Asker;
  /** An earlier run may have got somewhere with it. */
  readonly lookSince?: Date | undefined;
  /** Carries out what a link lets go. */
  readonly carryOut: (event: CommandEvent) => Promise<void>;
}

/**
 * Looks at what came by mail, or by a link in one, before anything is done for it. Everything else passes.
 * @returns the event as it is to be carried out, or the code of how it ended here.
 */
export async function throughGate(
  at: AtGate,
): Promise<{ readonly event: CommandEvent } | { readonly code: string }> {
  const { event, connection } = at;
  const { mail } = event;
  if (event.input.by === 'link') return { code: await followLink(at, event.input) };
  if (!mail || connection.product !== 'email') return { event };
  const arriving = { ...at, mail, through: connection };
  const code = await refusedAtGate(arriving);
  if (code !== undefined) return { code };
  if (at.lookSince && (await wasParked(at))) return { code: 'mail-parked' };
  return forAsker({ ...arriving, event: await sparing(arriving) });
}

/**
 * Whether a run that died had parked it, before its sender was known: they may have confirmed it by now, and it is done, or is done here. As itself
 * it would be done once more.
 */
async function wasParked(at: AtGate): Promise<boolean> {
  const { parts, team, event } = at;
  const parked = await parts.store.parked.get(team.id, parkedIdOf(event));
  if (!parked) return parts.store.receipts.begun(team.id, confirmedId(event));
  await letGo(at, parked);
  return true;
}

/** New cards of one day that are acknowledged though nothing proves who wrote them. */
const MOST_UNPROVEN = 3;

/** A mail that anybody may have written in somebody's name: beyond a few in a day, that person hears nothing of what comes of it. */
async function sparing({ parts, team, event, mail }: Arriving): Promise<CommandEvent> {
  if (!event.unproven || !event.reply.mail || mail.answers !== undefined) return event;
  for (let place = 1; place <= MOST_UNPROVEN; place++) {
    const what = stableId('mail-unproven', event.person.id, String(place));
    if (await parts.store.once.first(team.id, what, 1, event.id)) return event;
  }
  parts.log.info('mail-not-answered', { team: team.id, id: event.id });
  return { ...event, reply: {} };
}
