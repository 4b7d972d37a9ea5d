import type { CommandEvent } from '../../schemas/event.ts';
import { refuse } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { isConnected } from '../teams/joined.ts';
import type { Team } from '../teams/team.ts';
import type { Asking } from './asking.ts';
import type { Parts } from './parts.ts';

/** Where something was asked for: `server` is absent where there are no servers, or nobody but the person and the bot is. */
type Origin = Pick<CommandEvent, 'team' | 'connection' | 'server'>;

/**
 * The team that an event is for. A server that the remembered settings do not know may have joined a moment ago: they are read anew then.
 */
export async function teamFor(parts: Pick<Parts, 'team'>, origin: Origin): Promise<Team | undefined> {
  const team = await parts.team(origin.team);
  if (!team || isFromTeam(team, origin)) return team;
  return parts.team(origin.team, { fresh: true });
}

/** Whether an event comes from a server of the team, or from none. */
export function isFromTeam(team: Team, { connection, server }: Omit<Origin, 'team'>): boolean {
  return server === undefined || isConnected(team, connection, server);
}

/**
 * Whoever may invite the bot can bring it to a server of their own: there, nothing is done but connecting it. Looked at before anything that
 * was asked for is read, as what cannot be read is answered with names of the team's own.
 * @throws CardwireError a refusal that says how to connect the server.
 */
export function guardServer({ team, event, word }: Pick<Asking, 'team' | 'event' | 'word'>): void {
  const { input } = event;
  if (isFromTeam(team, event) || (input.by === 'options' && input.verb === 'connect')) return;
  throw refuse(say('server-not-connected', { word }));
}
