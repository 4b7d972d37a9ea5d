import type { TeamFile } from '../../schemas/team.ts';
import { formatConversation } from '../domain/conversation.ts';
import type { Team } from '../teams/team.ts';
import type { Generations } from './generations.ts';
import type { Reached } from './reach.ts';

/** The team as it is stored: the file's settings, with what was found on the far side in the place of names. */
export function teamOf(file: TeamFile, reached: Reached, retired: Generations): Team {
  const { people, may, room } = file.members;
  const membersRoom = room && reached.room(room.channel, room.room);
  return {
    id: file.team,
    language: file.language,
    timezone: file.timezone,
    members: {
      people,
      may,
      ...(room && membersRoom ? { room: { connection: room.channel, room: membersRoom.id } } : {}),
    },
    guests: file.guests,
    boards: Object.fromEntries(reached.boards.map(({ connection }) => [connection.id, connection])),
    channels: Object.fromEntries(reached.channels.map(({ connection }) => [connection.id, connection])),
    teamChannels: file.teamChannels.flatMap(({ channel, room: written, tell }) => {
      const found = reached.room(channel, written);
      if (!found) return [];
      const { product } = found.channel.connection;
      const place = { channel: product, connection: channel, room: found.id, thread: '' };
      return [{ conversation: formatConversation(place), tell, name: written }];
    }),
    reconcile: file.reconcile,
    retired,
  };
}
