import { CardwireError, never } from '../../domain/errors.ts';
import { fold } from '../../domain/fold.ts';
import { say } from '../../domain/say.ts';
import type { Told } from '../../domain/told.ts';
import { channelBody } from './answers.ts';
import { writableTypes } from './channel-types.ts';
import { type Client, readAs } from './client.ts';
import { lacking, type Permission, toPost } from './permissions.ts';
import { channelList, named } from './setup-answers.ts';
import { permissionsOf } from './sight.ts';

/**
 * The id of a server's channel, by its name with or without `#`, or by its id. Undefined when there is none: Discord lists those too that
 * the bot cannot look into. A thread is found by nobody's name.
 * @throws CardwireError with a text when several are called so, as Discord lets them be.
 */
export async function findRoom(client: Client, server: string, name: string): Promise<string | undefined> {
  const wanted = fold(name.trim().replace(/^#/, ''));
  const all = await client.get(`/guilds/${server}/channels`, channelList);
  const channels = all.filter(({ type }) => writableTypes.includes(type));
  const byId = channels.find(({ id }) => id === wanted);
  if (byId) return byId.id;
  const [channel, ...others] = channels.filter((each) => fold(each.name) === wanted);
  if (others.length === 0) return channel?.id;
  throw new CardwireError('discord-room-twice', never, say('discord-room-twice', { room: name }));
}

/** What people call a channel, by its id; undefined for one that is closed to the bot, or is none. */
export async function nameOfRoom(client: Client, id: string): Promise<string | undefined> {
  const answer = await client.ask('GET', `/channels/${id}`);
  return answer.ok ? (readAs(answer.json, named).name ?? undefined) : undefined;
}

/** A bot joins no channel: it is on the server, and either may speak there or is let to. */
export async function joinRoom(
  client: Client,
  room: { readonly id: string; readonly name: string },
  bot: { readonly id: string; readonly username: string },
): Promise<Told> {
  const answer = await client.ask('GET', `/channels/${room.id}`);
  // A channel that is closed to the bot, or one of a server that it has been taken off.
  const isClosed = !answer.ok && (answer.status === 403 || answer.status === 404);
  if (!answer.ok && !isClosed) throw answer.error;
  const granted = answer.ok && (await permissionsOf(client, readAs(answer.json, channelBody), bot.id));
  const lacks = lacking(granted || 0n, toPost);
  return lacks.length === 0 ? 'can speak there' : letIn(room.name, bot.username, lacks);
}

function letIn(room: string, bot: string, lacks: readonly Permission[]): Told {
  return {
    title: `Room ${room}: let @${bot} speak there`,
    lines: [
      `In Discord, on ${room}: Edit Channel > Permissions, add @${bot} and allow it:`,
      `  ${lacks.join(', ')}`,
      'If it is not to be found there, it has been taken off the server: invite it again.',
    ],
  };
}
