import type { Delivery } from '../../schemas/delivery.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { parseConversation } from '../domain/conversation.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import type { Parts } from './parts.ts';
import { isFromTeam } from './server-gate.ts';

/** Where an event came from: by which address, and from which server where there are any. */
type Origin = Pick<CommandEvent, 'team' | 'connection' | 'generation' | 'server'>;

/**
 * The team that an event is for. A server that the remembered settings do not know may have joined a moment ago, and an address that they
 * do not know yet may have been made: they are read anew then.
 */
export async function teamFor(parts: Pick<Parts, 'team'>, origin: Origin): Promise<Team | undefined> {
  const team = await parts.team(origin.team);
  if (!team) return undefined;
  // One name, one connection: a board's or a channel's (lib/teams/cross-checks.ts).
  const { generation = 0 } = team.boards[origin.connection] ?? team.channels[origin.connection] ?? {};
  if (generation >= origin.generation && isFromTeam(team, origin)) return team;
  return parts.team(origin.team, { fresh: true });
}

/** The team that a delivery is for, and the connection that its conversation is on. */
interface Through {
  readonly team: Team;
  readonly connection: ChannelConnection;
}

/**
 * What a delivery goes through; undefined where the team has no such connection. One that the remembered settings do not know may have been set up
 * a moment ago: they are read anew then, as what refuses for good pauses a conversation until somebody resumes it.
 */
export async function throughFor(
  parts: Pick<Parts, 'team'>,
  { team: id, conversation }: Pick<Delivery, 'team' | 'conversation'>,
): Promise<Through | undefined> {
  const name = parseConversation(conversation).connection;
  for (const fresh of [false, true]) {
    const team = await parts.team(id, { fresh });
    const connection = team?.channels[name];
    if (team && connection) return { team, connection };
  }
  return undefined;
}
