import { idSides } from '../../schemas/team.ts';
import { displayNameOf } from './people.ts';
import type { Team } from './team.ts';

/** Who hears of a card in a conversation, and what people call it. */
interface Party {
  readonly conversation: string;
  /** Absent where a room hears of it. */
  readonly person?: string;
  readonly name?: string;
  readonly place?: string;
}

/** What is known of the people and rooms of a card. */
interface Known {
  readonly owner?: Party;
  readonly followers: readonly Party[];
}

/** How somebody is told alone. */
export type Alone = 'direct' | 'mail';

/**
 * What people call a conversation, with its connection behind it: `town-square (chat)`, `a direct message to Tom (chat)`. Of a room that nobody
 * named, the connection is all that is said; of an address, that it is a mail.
 * @param where a conversation, or a connection's own name.
 * @param alone says it of a conversation of one person alone, whose name is not always known.
 */
export function roomName(
  team: Pick<Team, 'teamChannels' | 'members'>,
  card: Known | undefined,
  where: string,
  alone: (how: Alone, name: string | undefined) => string,
): string {
  const [channel = '', connection = where] = where.split(':');
  const parties = [...(card?.followers ?? []), ...(card?.owner ? [card.owner] : [])];
  const here = parties.filter(({ conversation }) => conversation === where);
  const named = [...here.map(({ place }) => place), roomOf(team, where)].find((name) => name !== undefined);
  const person = here.find((party) => party.person !== undefined)?.person;
  const isAlone = channel === 'email' || (named === undefined && person !== undefined);
  const name = isAlone
    ? alone(channel === 'email' ? 'mail' : 'direct', nameOf(team, parties, channel, connection, person))
    : named;
  return name === undefined ? connection : `${name} (${connection})`;
}

function roomOf({ teamChannels }: Pick<Team, 'teamChannels'>, where: string): string | undefined {
  return teamChannels.find(({ conversation }) => conversation === where)?.name;
}

/** The team's name for a person, else the one that they follow or opened the card under. Never an address: some write one as their name. */
function nameOf(
  team: Pick<Team, 'members'>,
  parties: readonly Party[],
  channel: string,
  connection: string,
  person: string | undefined,
): string | undefined {
  if (person === undefined) return undefined;
  const side = idSides.find((each) => each === channel);
  const listed = side === undefined ? '' : displayNameOf(team, side, person, '');
  if (listed !== '') return listed;
  const isTheirs = (party: Party) =>
    party.person === person && party.conversation.split(':')[1] === connection && party.name;
  const name = parties.find(isTheirs)?.name;
  return name?.includes('@') ? undefined : name;
}
