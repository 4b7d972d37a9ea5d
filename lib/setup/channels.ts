import type { ChannelSettings } from '../../schemas/channels.ts';
import type { ChannelSetup, SetupPlace } from '../channels/channel.ts';
import { channelAccess } from '../channels/registry.ts';
import { secretOf } from '../teams/read-file.ts';
import type { ChannelConnection } from '../teams/team.ts';
import { type AddressMaker, doorAddress } from './addresses.ts';
import { SetupProblem } from './explain.ts';
import type { SetupParts } from './parts.ts';
import type { Steps } from './steps.ts';

/** A workspace that has let us in. */
export interface ConnectedChannel {
  readonly setup: ChannelSetup;
  readonly connection: ChannelConnection;
  /** What people call the bot. */
  readonly bot: string;
}

/** A room that the settings name. */
export interface NamedRoom {
  readonly name: string;
  readonly id: string;
}

/** Checks the credential of one channel of the file and finds the workspace. */
export function connectChannel(
  name: string,
  settings: ChannelSettings,
  generation: number,
  parts: SetupParts,
  steps: Steps,
): Promise<ConnectedChannel | undefined> {
  return steps.run(
    `Sign in to ${settings.product} for ${name}`,
    async () => {
      const access = await channelAccess(settings, (reference) => secretOf(reference, parts.env));
      const setup = await parts.openChannel(access);
      const { self, bot, told, found } = await setup.connect();
      // What was found goes by the connection's own names: the product's set-up has seen to it.
      const connection = { ...access, ...found, id: name, generation, self } as ChannelConnection;
      return { setup, connection, bot, told };
    },
    ({ told }) => told,
  );
}

/** A room's name without the sign that the chat shows before it, as people write it. */
export function withoutSign(written: string): string {
  return written.trim().replace(/^[~#]/, '');
}

/** Finds a room by its name. */
export function findRoom(
  { setup, connection, bot }: ConnectedChannel,
  name: string,
  steps: Steps,
): Promise<NamedRoom | undefined> {
  return steps.run(
    `Room ${name} of ${connection.id}`,
    async () => {
      const id = await setup.room(name);
      if (id !== undefined) return { name, id };
      throw new SetupProblem(
        `${bot} sees no room with this name: write it as in the room's address; invite ${bot} if it is private`,
      );
    },
    () => 'found',
  );
}

/** Brings the bot into a room, or says whom to ask. */
export async function joinRoom(
  { setup, connection }: ConnectedChannel,
  room: NamedRoom,
  admin: SetupPlace['admin'],
  steps: Steps,
): Promise<void> {
  await steps.run(
    `Join ${room.name} of ${connection.id}`,
    () => setup.join(room, admin.token),
    (told) => told,
  );
}

/** What the product's own steps need to know besides the channel. */
export type StepsOf = Pick<SetupPlace, 'admin' | 'byHand' | 'before' | 'checking'>;

/**
 * Takes the product's own steps: a command is made, an address set.
 * @returns the sealed address that people are shown, once it is known.
 */
export async function finishChannel(
  team: string,
  { setup, connection }: ConnectedChannel,
  known: StepsOf,
  maker: AddressMaker,
  steps: Steps,
): Promise<string | undefined> {
  let shown: string | undefined;
  const place: SetupPlace = {
    ...known,
    ...{ team, connection, baseUrl: maker.baseUrl },
    addressOf: (source, seal) => doorAddress(source, team, connection, maker, seal),
    show: (address) => {
      shown = address;
    },
  };
  for (const { title, run } of setup.steps(place)) await steps.run(title, run, (told) => told);
  return shown;
}
