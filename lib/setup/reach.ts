import type { TeamFile } from '../../schemas/team.ts';
import { type ConnectedBoard, connectBoard } from './boards.ts';
import { type ConnectedChannel, connectChannel, findRoom, type NamedRoom, withoutSign } from './channels.ts';
import type { Generations } from './generations.ts';
import type { SetupParts } from './parts.ts';
import type { Steps } from './steps.ts';

/** A room that the settings name, in its channel. */
export interface ReachedRoom extends NamedRoom {
  readonly channel: ConnectedChannel;
}

/** The far side of a team file: every connection that let us in, every room that was found. */
export interface Reached {
  readonly boards: readonly ConnectedBoard[];
  readonly channels: readonly ConnectedChannel[];
  readonly rooms: readonly ReachedRoom[];
  /** The room that the file writes so; undefined when it was not found. */
  room(channel: string, written: string): ReachedRoom | undefined;
}

/** Tries every credential and every name of the file. Changes nothing anywhere; what failed is counted by the steps. */
export async function reach(
  file: TeamFile,
  generations: Generations,
  parts: SetupParts,
  steps: Steps,
): Promise<Reached> {
  const boards: ConnectedBoard[] = [];
  for (const [name, settings] of Object.entries(file.boards)) {
    const board = await connectBoard(name, settings, generations[name] ?? 1, parts, steps);
    if (board) boards.push(board);
  }
  const channels: ConnectedChannel[] = [];
  const rooms = new Map<string, ReachedRoom>();
  for (const [name, settings] of Object.entries(file.channels)) {
    const channel = await connectChannel(name, settings, generations[name] ?? 1, parts, steps);
    if (!channel) continue;
    channels.push(channel);
    for (const wanted of roomsOf(file, name)) {
      const room = await findRoom(channel, wanted, steps);
      if (room) rooms.set(`${name} ${wanted}`, { ...room, channel });
    }
  }
  return {
    boards,
    channels,
    rooms: [...rooms.values()],
    room: (channel, written) => rooms.get(`${channel} ${withoutSign(written)}`),
  };
}

/** The rooms of one channel that the file names, each once. */
function roomsOf(file: TeamFile, channel: string): Set<string> {
  const named = [...file.teamChannels, ...(file.members.room ? [file.members.room] : [])];
  return new Set(named.filter((place) => place.channel === channel).map(({ room }) => withoutSign(room)));
}
