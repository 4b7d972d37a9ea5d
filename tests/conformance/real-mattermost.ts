import { openChannel } from '../../lib/channels/registry.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import type { ChannelWorld } from './channel-world.ts';

/**
 * The conformance suite on a server of your own, against which it posts and deletes:
 *
 * - `CARDWIRE_TEST_MATTERMOST_URL`: its address
 * - `CARDWIRE_TEST_MATTERMOST_TOKEN`: a bot's token; the bot is in the team and in the room
 * - `CARDWIRE_TEST_MATTERMOST_TEAM`: the team's name as in its address
 * - `CARDWIRE_TEST_MATTERMOST_ROOM`: the room's name as in its address, one kept for this
 * - `CARDWIRE_TEST_MATTERMOST_USER_TOKEN`: the token of a person in that room who may delete the bot's posts, such as an administrator of the team
 * - `CARDWIRE_TEST_MATTERMOST_STRANGER`: the name of somebody who is not in it
 */
export async function realMattermost(env: NodeJS.ProcessEnv): Promise<ChannelWorld> {
  const need = (name: string) => {
    const value = env[`CARDWIRE_TEST_MATTERMOST_${name}`];
    if (!value) throw new Error(`set CARDWIRE_TEST_MATTERMOST_${name}`);
    return value;
  };
  const url = need('URL').replace(/\/+$/, '');
  const call = async <T extends object = WithId>(
    token: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> => {
    const response = await fetch(`${url}/api/v4${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path.replace(/\w{26}/g, '*')}: ${response.status}`);
    return (await response.json()) as T;
  };
  const bot = need('TOKEN');
  const user = need('USER_TOKEN');
  const self = (await call(bot, 'GET', '/users/me')).id;
  const person = (await call(user, 'GET', '/users/me')).id;
  const stranger = (await call(bot, 'GET', `/users/username/${need('STRANGER')}`)).id;
  const workspace = (await call(bot, 'GET', `/teams/name/${need('TEAM')}`)).id;
  const room = (await call(bot, 'GET', `/teams/${workspace}/channels/name/${need('ROOM')}`)).id;
  const marker = await call<RealPost>(user, 'POST', '/posts', {
    channel_id: room,
    message: 'conformance begins',
  });
  const actionKey = deriveKey('a deployment key for tests', 'mattermost-action');
  const channel = await openChannel(
    {
      ...{ product: 'mattermost', id: 'chat', generation: 1, url, private: true, token: bot },
      ...{ command: 'card', self, workspace },
    },
    {
      http: createHttp({ allowPrivate: true }),
      now: Date.now,
      log: createDoorLog(() => {}),
      team: { id: 'ops', language: 'en', timezone: 'Europe/Berlin' },
      door: () => ({
        url: 'https://cardwire.example.org/mattermost-action/ops/chat.1/none',
        keys: [actionKey],
      }),
    },
  );
  return {
    channel,
    room,
    person,
    stranger,
    conversation: `mattermost:chat:${room}:`,
    thread: async () => {
      const { id } = await call(user, 'POST', '/posts', { channel_id: room, message: 'a thread' });
      return { conversation: `mattermost:chat:${room}:${id}`, first: id };
    },
    messages: async (where) => {
      const { posts } = await call<{ posts: Record<string, RealPost> }>(
        bot,
        'GET',
        `/channels/${where}/posts?since=${marker.create_at}`,
      );
      return Object.values(posts)
        .filter((post) => post.user_id === self && post.delete_at === 0 && post.create_at > marker.create_at)
        .sort((a, b) => a.create_at - b.create_at)
        .map(({ id, root_id, message, props }) => ({
          id,
          under: root_id,
          text: message + (props.attachments ? JSON.stringify(props.attachments) : ''),
          buttons: (props.attachments ?? []).flatMap(({ actions }) => actions ?? []).length,
        }));
    },
    remove: async (message) => {
      await call(user, 'DELETE', `/posts/${message}`);
    },
    pings: async () => {
      const member = await call<{ mention_count: number }>(bot, 'GET', `/channels/${room}/members/${person}`);
      return member.mention_count;
    },
    stop: async () => {},
  };
}

interface WithId {
  readonly id: string;
}

interface RealPost extends WithId {
  readonly user_id: string;
  readonly root_id: string;
  readonly create_at: number;
  readonly delete_at: number;
  readonly message: string;
  readonly props: { readonly attachments?: readonly { readonly actions?: readonly unknown[] }[] };
}
