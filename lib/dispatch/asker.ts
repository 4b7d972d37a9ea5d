import type { CommandEvent } from '../../schemas/event.ts';
import type { TeamMember } from '../../schemas/team.ts';
import type { Channel } from '../channels/channel.ts';
import type { Role } from '../domain/person.ts';
import { linkable, listedPerson, roleOf } from '../teams/people.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import type { Parts } from './parts.ts';

/** Who asks: whom of the settings it is, if anybody, and what they are to the team. */
export interface Asker {
  readonly self?: TeamMember;
  readonly role: Role;
}

/**
 * Finds out who asks.
 * @throws CardwireError what the channel throws when it is asked who is in a room.
 */
export async function askerOf(
  parts: Parts,
  event: Pick<CommandEvent, 'connection' | 'person' | 'unproven'>,
  team: Team,
  connection: ChannelConnection,
  channel: Pick<Channel, 'isIn'>,
): Promise<Asker> {
  const self = await identify(parts, event, team, connection);
  const isIn = (room: string, person: string) => channel.isIn(room, person);
  const role = await roleOf(team, event.connection, event.person, self, isIn);
  return { ...(self && { self }), role };
}

/** Whom of the settings it is that asks; nobody, where the source does not prove who they are. */
async function identify(
  { store }: Parts,
  { person, unproven }: Pick<CommandEvent, 'person' | 'unproven'>,
  team: Team,
  { id, product }: ChannelConnection,
): Promise<TeamMember | undefined> {
  if (unproven) return undefined;
  const listed = listedPerson(team, product, person);
  if (listed || !linkable(product)) return listed;
  return listedPerson(team, product, person, await store.accounts.nameOf(team.id, id, person.id));
}
