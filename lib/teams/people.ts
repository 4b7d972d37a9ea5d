import { idSides, type Side, type TeamMember } from '../../schemas/team.ts';
import { isRefusal } from '../domain/errors.ts';
import type { Person, Role } from '../domain/person.ts';
import type { ChannelConnection, Team } from './team.ts';

/**
 * What a person is to the team: a member when the settings list them, or when they are in the room whose people are members;
 * everyone else is a guest.
 *
 * @param connection the channel connection the person speaks through.
 * @param listed whom of the settings the person is (`listedPerson`).
 * @param isIn asks that channel whether a person (id) is in a room (id). It is asked about the connection's own room only, as
 * ids mean nothing elsewhere, and not at all for people whom the settings list.
 * @throws CardwireError what `isIn` threw, when it is worth another try: nobody becomes a member by an outage, and no member
 * is told that they are a guest by one. A refusal for good means guest.
 */
export async function roleOf(
  team: Team,
  connection: string,
  person: Person,
  listed: TeamMember | undefined,
  isIn: (room: string, person: string) => Promise<boolean>,
): Promise<Role> {
  if (listed) return 'member';
  const { room } = team.members;
  if (room?.connection !== connection || person.id === '') return 'guest';
  try {
    return (await isIn(room.room, person.id)) ? 'member' : 'guest';
  } catch (error) {
    if (isRefusal(error)) return 'guest';
    throw error;
  }
}

/**
 * Whom of the settings a person is who speaks through a channel of this product: by the name that their account was linked to, by their id
 * where names can be chosen freely, else by their user name.
 */
export function listedPerson(
  team: Team,
  product: ChannelConnection['product'],
  person: Person,
  linked?: string,
): TeamMember | undefined {
  const known = linked === undefined ? undefined : team.members.people.find(({ name }) => name === linked);
  return known ?? findPerson(team, product, isKnownById(product) ? person.id : person.name);
}

/**
 * Whether accounts of a product are linked to people by a code that is typed there: where user names say who somebody is, there is no need;
 * a mail has no command to type it with.
 */
export function linkable(product: ChannelConnection['product']): boolean {
  return isKnownById(product) && product !== 'email';
}

function isKnownById(product: ChannelConnection['product']): boolean {
  return (idSides as readonly Side[]).includes(product);
}

/** The user name on one side of somebody whom another side calls `name`; undefined when the settings do not link them. */
export function linkedName(team: Team, from: Side, name: string, to: Side): string | undefined {
  return findPerson(team, from, name)?.[to];
}

/**
 * How the team calls somebody, one name wherever they act: the settings' name where they list the user name of that side, else
 * `unlisted`, which is the user name as it is unless told.
 */
export function displayNameOf(
  team: Pick<Team, 'members'>,
  side: Side,
  username: string,
  unlisted = username,
): string {
  return findPerson(team, side, username)?.name ?? unlisted;
}

/** Mattermost's user names are lower case, Wekan's and Taiga's unique without regard to case. */
function findPerson(team: Pick<Team, 'members'>, side: Side, name: string): TeamMember | undefined {
  const wanted = name.trim().replace(/^@/, '').toLowerCase();
  if (wanted === '') return undefined;
  return team.members.people.find((person) => person[side]?.toLowerCase() === wanted);
}
