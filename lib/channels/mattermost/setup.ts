import type * as z from 'zod/mini';
import { CardwireError, hasCode, never, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { MattermostConnection } from '../../teams/team.ts';
import type { ChannelSetup } from '../channel.ts';
import type { ChannelAccessOf, ChannelSetupDeps } from '../deps.ts';
import { placeBody, userBody, withId } from './answers.ts';
import { inviteBot } from './by-hand.ts';
import { type Client, createClient, readAs } from './client.ts';
import { commandStep } from './setup-command.ts';

/** Sets a workspace up as its bot, here and there with an administrator's token, which is used for that call and not kept. */
export function openMattermostSetup(
  access: ChannelAccessOf<MattermostConnection>,
  { http, now }: ChannelSetupDeps,
): ChannelSetup {
  const clientOf = (token: string) => createClient({ url: access.url, token, http, now });
  const client = clientOf(access.token);
  let known: Workspace | undefined;

  async function workspace(): Promise<Workspace> {
    known ??= await findWorkspace(client, access.workspace);
    return known;
  }

  return {
    connect: async () => {
      const { id, username } = await signIn(client);
      const found = await workspace();
      const told = `as @${username}, in the workspace ${found.name ?? access.workspace}`;
      return { self: id, bot: `@${username}`, told, found: { workspace: found.id } };
    },
    room: async (name) => {
      const path = `/teams/${(await workspace()).id}/channels/name/${encodeURIComponent(name.toLowerCase())}`;
      const answer = await client.ask('GET', path);
      if (answer.ok) return readAs(answer.json, withId).id;
      if (answer.status === 403 || answer.status === 404) return undefined;
      throw answer.error;
    },
    nameOf: async (room) => {
      const answer = await client.ask('GET', `/channels/${encodeURIComponent(room)}`);
      return answer.ok ? readAs(answer.json, placeBody).name : undefined;
    },
    join: async (room, adminToken) => {
      const { id, username } = await signIn(client);
      if ((await client.ask('GET', `/channels/${room.id}/members/${id}`)).ok) {
        const { delete_at = 0 } = await client.get(`/channels/${room.id}`, placeBody);
        // Whoever was in it still is.
        if (delete_at > 0) throw refuse(say('mattermost-room-archived', { room: room.name }));
        return 'is in it';
      }
      // A public room lets the bot in by itself; a private one wants somebody who may.
      const callers = adminToken === undefined ? [client] : [client, clientOf(adminToken)];
      for (const caller of callers) {
        const answer = await caller.ask('POST', `/channels/${room.id}/members`, { user_id: id });
        if (answer.ok) return 'joined';
      }
      return inviteBot(access.url, room.name, username);
    },
    steps: (place) => [
      commandStep(place, { url: access.url, workspace: async () => (await workspace()).id, clientOf }),
    ],
  };
}

/** The bot behind the token. A refused token is told at once: whoever sets up is there to put it right. */
async function signIn(client: Client) {
  try {
    return await client.get('/users/me', userBody);
  } catch (error) {
    if (!hasCode(error, 'mattermost-unauthorized')) throw error;
    throw new CardwireError(error.code, never, say('mattermost-token-refused'));
  }
}

type Workspace = z.infer<typeof placeBody>;

/** @throws CardwireError with a text when there is no such workspace or the bot is not in it. */
async function findWorkspace(client: Client, nameOrId: string): Promise<Workspace> {
  const name = encodeURIComponent(nameOrId);
  const paths = /^[a-z0-9]{26}$/.test(nameOrId)
    ? [`/teams/${name}`, `/teams/name/${name}`]
    : [`/teams/name/${name}`];
  for (const path of paths) {
    const answer = await client.ask('GET', path);
    if (answer.ok) return readAs(answer.json, placeBody);
    if (answer.status !== 403 && answer.status !== 404) throw answer.error;
  }
  throw new CardwireError(
    'mattermost-workspace-not-found',
    never,
    say('mattermost-no-workspace', { workspace: nameOrId }),
  );
}
