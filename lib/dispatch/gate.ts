import type { CommandEvent } from '../../schemas/event.ts';
import type { Channel } from '../channels/channel.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { refusedAtGate } from './admission.ts';
import type { Asker } from './asker.ts';
import { forAsker } from './mail-asks.ts';
import { followLink } from './mail-link.ts';
import type { Parts } from './parts.ts';

/** A command that has come in, and who asks. */
export interface AtGate {
  readonly parts: Parts;
  readonly team: Team;
  readonly event: CommandEvent;
  readonly connection: ChannelConnection;
  readonly channel: Channel;
  readonly asker: Asker;
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
  if (event.input.by === 'link') return { code: await followLink(at, event.input) };
  if (!event.mail || connection.product !== 'email') return { event };
  const code = await refusedAtGate({ ...at, through: connection });
  return code === undefined ? forAsker(at) : { code };
}
