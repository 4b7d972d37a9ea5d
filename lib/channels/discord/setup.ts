import { CardwireError, hasCode, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { DiscordConnection } from '../../teams/team.ts';
import type { ChannelSetup, SetupStep } from '../channel.ts';
import type { ChannelAccessOf, ChannelSetupDeps } from '../deps.ts';
import { createClient } from './client.ts';
import { applicationBody, botBody } from './setup-answers.ts';
import { patient } from './setup-client.ts';
import { commandsStep } from './setup-commands.ts';
import { endpointStep } from './setup-endpoint.ts';
import { inviteStep } from './setup-invite.ts';
import { findRoom, joinRoom, nameOfRoom } from './setup-rooms.ts';
import { findServer } from './setup-server.ts';

/** Sets an application up as its bot: no administrator is needed (contract A1.1). */
export function openDiscordSetup(
  access: ChannelAccessOf<DiscordConnection>,
  { http, now }: ChannelSetupDeps,
): ChannelSetup {
  const client = patient(createClient({ url: access.url, token: access.token, http, now }));
  let known: Awaited<ReturnType<typeof connect>> | undefined;

  async function connect() {
    const application = await signIn();
    const bot = await client.get('/users/@me', botBody);
    const server = await findServer(client, access.server, application.id);
    return { application, bot, server };
  }

  /** A refused token is told at once: whoever sets up is there to put it right. */
  async function signIn() {
    try {
      return await client.get('/applications/@me', applicationBody);
    } catch (error) {
      if (!hasCode(error, 'discord-unauthorized')) throw error;
      throw new CardwireError(error.code, never, say('discord-token-refused'));
    }
  }

  async function found() {
    known ??= await connect();
    return known;
  }

  return {
    connect: async () => {
      known = await connect();
      const { application, bot, server } = known;
      return {
        self: bot.id,
        bot: `@${bot.username}`,
        told: `as @${bot.username}, on the server ${server.name}`,
        found: {
          application: application.id,
          publicKey: application.verify_key.toLowerCase(),
          server: server.id,
        },
      };
    },
    room: async (name) => findRoom(client, (await found()).server.id, name),
    nameOf: (room) => nameOfRoom(client, room),
    join: async (room) => joinRoom(client, room, (await found()).bot),
    steps: (place) => {
      const endpoint = endpointStep(place, client);
      const commands = commandsStep(place, client, async () => {
        const { application, server } = await found();
        return { application: application.id, server: server.id, development: access.development };
      });
      const invite = inviteStep(place, async () => (await found()).application);
      return [...inTurn(endpoint, commands), invite];
    },
  };
}

/** An application that calls somebody else has their commands: they are left alone until the address is ours. */
function inTurn(first: SetupStep, second: SetupStep): readonly SetupStep[] {
  let isDone = false;
  return [
    {
      ...first,
      run: async () => {
        const told = await first.run();
        isDone = true;
        return told;
      },
    },
    { ...second, run: async () => (isDone ? second.run() : { skipped: 'not before its address is set' }) },
  ];
}
