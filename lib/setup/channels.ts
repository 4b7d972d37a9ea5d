import type { ChannelSettings } from '../../schemas/team.ts';
import type { ChannelSetup } from '../channels/channel.ts';
import { withoutSlash } from '../domain/url.ts';
import { secretOf } from '../teams/read-file.ts';
import type { ChannelConnection } from '../teams/team.ts';
import { type AddressMaker, commandAddress } from './addresses.ts';
import type { AdminToken } from './admin-token.ts';
import { SetupProblem } from './explain.ts';
import type { SetupParts } from './parts.ts';
import { inviteBot, lookAfterCommand, makeCommandByHand, pasteCommandAddress } from './paste.ts';
import type { Steps } from './steps.ts';

/** A workspace that has let us in. */
export interface ConnectedChannel {
  readonly setup: ChannelSetup;
  readonly connection: ChannelConnection;
  /** What people call the bot, without `@`. */
  readonly botName: string;
}

/** A room that the settings name. */
export interface NamedRoom {
  readonly name: string;
  readonly id: string;
}

/** Checks the bot's token of one channel of the file and finds the workspace. */
export function connectChannel(
  name: string,
  settings: ChannelSettings,
  generation: number,
  parts: SetupParts,
  steps: Steps,
): Promise<ConnectedChannel | undefined> {
  const { command, commandToken: _, workspace, ...access } = settings;
  const credentials = { ...access, url: withoutSlash(access.url), token: secretOf(access.token, parts.env) };
  return steps.run(
    `Sign in to ${settings.product} for ${name}`,
    async () => {
      const setup = await parts.openChannel({ ...credentials, id: name, workspace });
      const { self, botName, workspace: workspaceId } = await setup.connect();
      const connection = { ...credentials, id: name, generation, command, self, workspace: workspaceId };
      return { setup, connection, botName };
    },
    ({ botName }) => `as @${botName}, in the workspace ${workspace}`,
  );
}

/** A room's name without the sign that the chat shows before it, as people write it. */
export function roomName(written: string): string {
  return written.trim().replace(/^[~#]/, '');
}

/** Finds a room by its name. */
export function findRoom(
  { setup, connection, botName }: ConnectedChannel,
  name: string,
  steps: Steps,
): Promise<NamedRoom | undefined> {
  return steps.run(
    `Room ${name} of ${connection.id}`,
    async () => {
      const id = await setup.room(name);
      if (id !== undefined) return { name, id };
      throw new SetupProblem(
        `@${botName} sees no room with this name: write it as in the room's address; invite @${botName} if it is private`,
      );
    },
    () => 'found',
  );
}

/** Brings the bot into a room, or says whom to ask. */
export async function joinRoom(
  { setup, connection, botName }: ConnectedChannel,
  room: NamedRoom,
  admin: AdminToken,
  steps: Steps,
): Promise<void> {
  await steps.run(
    `Join ${room.name} of ${connection.id}`,
    () => setup.join(room.id, admin.token),
    (outcome) => {
      if (outcome === 'ask') return inviteBot(connection, room.name, botName);
      return outcome === 'already' ? 'is in it' : 'joined';
    },
  );
}

/**
 * Makes or mends the slash command with an administrator's token; with the token of a command made by hand its address is told;
 * with neither, how to make it, unless an earlier set-up may have done so.
 * @returns the command's sealed address, once it is known.
 */
export async function makeCommand(
  team: string,
  { setup, connection }: ConnectedChannel,
  known: { readonly admin: AdminToken; readonly byHand: string | undefined; readonly before: boolean },
  maker: AddressMaker,
  steps: Steps,
): Promise<string | undefined> {
  const { admin, byHand, before } = known;
  let address = byHand === undefined ? undefined : commandAddress(team, connection, byHand, maker);
  await steps.run(
    `Command /${connection.command} of ${connection.id}`,
    async () => {
      if (address !== undefined || admin.token === undefined) return undefined;
      const addressOf = (token: string) => {
        address = commandAddress(team, connection, token, maker);
        return address;
      };
      return setup.command(connection.command, addressOf, admin.token);
    },
    (outcome) => {
      if (outcome !== undefined) return outcomes[outcome];
      if (address !== undefined) return pasteCommandAddress(connection, address);
      const leave = before ? lookAfterCommand : makeCommandByHand;
      return leave(connection, maker.baseUrl, admin.variable);
    },
  );
  return address;
}

const outcomes = {
  made: 'made',
  kept: 'stands as it should',
  mended: 'mended: its address is set again',
} as const;
