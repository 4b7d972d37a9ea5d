import type { CommandEvent } from '../../schemas/event.ts';
import type { Channel } from '../channels/channel.ts';
import { refuse } from '../domain/errors.ts';
import type { Role } from '../domain/person.ts';
import { say } from '../domain/say.ts';
import { isConnected, serversOf } from '../teams/joined.ts';
import type { Team } from '../teams/team.ts';
import type { Asking } from './asking.ts';
import type { Parts } from './parts.ts';

/** Where something was asked for: `server` is absent where there are no servers, or nobody but the person and the bot is. */
type Origin = Pick<CommandEvent, 'team' | 'connection' | 'server'>;

/** Whether an event comes from a server of the team, or from none. */
export function isFromTeam(team: Team, { connection, server }: Omit<Origin, 'team'>): boolean {
  return server === undefined || isConnected(team, connection, server);
}

/** Who asks for something, and what they are to the team. */
interface Caller {
  readonly team: Team;
  readonly event: Origin & Pick<CommandEvent, 'person'>;
  readonly role: Role;
  readonly channel: Pick<Channel, 'isKnown'>;
}

/**
 * Whether the team listens to whoever asks. A conversation alone with the bot names no server, and anyone on whose server it is can begin one:
 * who is no member has to be on a server of the team.
 * @throws CardwireError what the channel throws when it is asked for a person.
 */
export async function isHeard(
  parts: Pick<Parts, 'team'>,
  { team, event, role, channel }: Caller,
): Promise<boolean> {
  const { server, connection, person } = event;
  if (server !== undefined) return isFromTeam(team, event);
  if (role === 'member') return true;
  const servers = serversOf(team, connection);
  if (await channel.isKnown(person.id, servers)) return true;
  // The person's server may have joined a moment ago.
  const latest = await parts.team(team.id, { fresh: true });
  const joined = latest ? serversOf(latest, connection).filter((each) => !servers.includes(each)) : [];
  return joined.length > 0 && channel.isKnown(person.id, joined);
}

/**
 * Whoever may invite the bot can bring it to a server of their own: there, and alone with it, nothing is done for them but connecting it. Looked
 * at before anything that was asked for is read, as what cannot be read is answered with names of the team's own.
 * @throws CardwireError a refusal that says how to connect the server.
 */
export async function guardServer(asking: Asking): Promise<void> {
  const { parts, event, word } = asking;
  const { input } = event;
  if ((input.by === 'options' && input.verb === 'connect') || (await isHeard(parts, asking))) return;
  throw refuse(say(event.server === undefined ? 'person-not-connected' : 'server-not-connected', { word }));
}
