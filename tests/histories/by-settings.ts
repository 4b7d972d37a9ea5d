import type { Team } from '../../lib/teams/team.ts';
import type { Doing } from './doings.ts';
import type { TeamWorld } from './team-world.ts';

/** What the team's own file may become, and what it was. */
export const settlings = ['settings-room', 'settings-channel', 'settings-rights', 'settings-first'] as const;

/**
 * Changes what the settings say; that counts once the team is set up anew. A connection that was taken out stays so: a new one of its name would
 * be another one, with addresses of its own. Mail stays too: whose an address is stands elsewhere.
 */
export function changeSettings(world: TeamWorld, { what, room }: Doing): void {
  const { chats, team, first, dropped } = world;
  const { teamRoom, connection } = chats[room % chats.length] ?? {};
  if (what === 'settings-first') world.settle([...dropped].reduce(without, first));
  else if (what === 'settings-rights') world.settle(withRights(team, room % 2 === 0));
  else if (what === 'settings-channel') world.settle(without(team, connection?.id ?? ''));
  else world.settle(withoutRoom(team, (conversation) => conversation === teamRoom));
}

function withRights(team: Team, forMembers: boolean): Team {
  return forMembers
    ? { ...team, members: { ...team.members, may: ['show', 'help', 'create'] } }
    : { ...team, guests: { may: [] } };
}

function without(team: Team, connection: string): Team {
  const left = Object.entries(team.channels).filter(([id]) => id !== connection);
  const isThere = (conversation: string) => conversation.split(':')[1] === connection;
  return withoutRoom({ ...team, channels: Object.fromEntries(left) }, isThere);
}

function withoutRoom(team: Team, isMeant: (conversation: string) => boolean): Team {
  return { ...team, teamChannels: team.teamChannels.filter(({ conversation }) => !isMeant(conversation)) };
}
