import { tellByDefault } from '../../schemas/team.ts';
import type { JoinedServer, Team } from './team.ts';

/** Whether the team hears a server: the one that set-up has connected, or one that joined by a code. */
export function isConnected(team: Team, connection: string, server: string): boolean {
  return serversOf(team, connection).includes(server);
}

/** The servers that the team hears through a connection: the one that set-up has connected, and those that joined by a code. */
export function serversOf(team: Team, connection: string): readonly string[] {
  const channel = team.channels[connection];
  const own = channel !== undefined && 'server' in channel ? [channel.server] : [];
  const joined = (team.joined ?? []).filter((each) => each.connection === connection);
  return [...own, ...joined.map(({ server }) => server)];
}

/**
 * A team as the dispatcher works with it: the rooms in which servers joined hear of every card, like those that its file names. What
 * joined through a connection that is gone is left out.
 */
export function withJoined(team: Team, joined: readonly JoinedServer[]): Team {
  const standing = joined.filter(({ connection }) => team.channels[connection] !== undefined);
  if (standing.length === 0) return team;
  const named = new Set(team.teamChannels.map(({ conversation }) => conversation));
  const rooms = standing.filter(({ conversation }) => !named.has(conversation));
  return {
    ...team,
    joined: standing,
    teamChannels: [
      ...team.teamChannels,
      ...rooms.map(({ conversation }) => ({ conversation, tell: [...tellByDefault] })),
    ],
  };
}
