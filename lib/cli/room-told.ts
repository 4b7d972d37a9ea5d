import { roomName } from '../teams/room-name.ts';
import { toldAlone } from './told-alone.ts';

/**
 * How the command line calls a conversation, with its connection behind it: as people do, and a room that nobody named by its id, which tells it
 * from the others of its connection.
 * @param card what is known of people and rooms of a card that is told there.
 * @param where a conversation, or a connection's own name.
 */
export function roomTold(
  team: Parameters<typeof roomName>[0],
  card: Parameters<typeof roomName>[1],
  where: string,
): string {
  const name = roomName(team, card, where, toldAlone);
  const [, connection, room] = where.split(':');
  return name === connection && room ? `room ${room} (${connection})` : name;
}
