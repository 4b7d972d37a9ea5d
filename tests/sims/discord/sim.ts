import { openServer } from '../open-server.ts';
import type { SimApplication } from './application.ts';
import { checkEndpoint, routineCheck } from './check-endpoint.ts';
import { type SeenMessage, seen } from './eyes.ts';
import { createFaults, type Faults } from './faults.ts';
import { createHand, type Hand } from './hand.ts';
import { createInvalidRequests } from './invalid-requests.ts';
import type { ChannelType, SimChannel, SimGuild, SimPing, SimUser } from './model.ts';
import { asked, bit } from './permissions.ts';
import { type Reply, type SendOptions, type Sent, sendOut } from './send.ts';
import { createServe, type SimRequest } from './server.ts';
import { World } from './world.ts';

export interface DiscordOptions {
  /** Any free one when absent. */
  readonly port?: number;
  /** Epoch milliseconds; the machine's clock when absent. */
  readonly now?: () => number;
}

/** A fake Discord on real HTTP: one application with its bot, a guild `eng` that the bot is in, with a channel `general`. */
export interface DiscordSim {
  /** With `/api/v10`: what a connection has as its `url`. */
  readonly url: string;
  readonly world: World;
  readonly application: SimApplication;
  readonly bot: SimUser;
  readonly guild: SimGuild;
  readonly general: SimChannel;
  /** Calls that came in. */
  readonly requests: SimRequest[];
  /** Calls that went out to the endpoint. */
  readonly sent: readonly Sent[];
  readonly faults: Faults;
  /** When answers of 401, 403 and 429 were given: what the ban counts. */
  readonly invalid: readonly number[];
  /** A person in `eng`, or in the guild that is named, or in none. */
  addUser(
    username: string,
    where?: { guild?: string | undefined; locale?: string; displayName?: string; in?: 'none' },
  ): SimUser;
  /** A guild with an owner of its own. Without `bot` the application is not there; `commands` has its commands only. */
  addGuild(name: string, options?: { bot?: boolean | 'commands' }): SimGuild;
  /** A channel of a guild, `eng` unless told. A private one lets in these people (by name) and, with `bot`, the bot. */
  addChannel(
    name: string,
    options?: {
      guild?: string;
      type?: ChannelType;
      private?: boolean;
      members?: readonly string[];
      bot?: boolean;
    },
  ): SimChannel;
  /** Takes permissions from a person, a role or, without `of`, the bot in one channel. */
  deny(channel: string, permissions: bigint, of?: string): void;
  as(username: string): Hand;
  /** Sets the endpoint as an administrator would in the portal. False when it does not answer as it must. */
  setEndpoint(url: string): Promise<boolean>;
  /** The check that Discord makes now and then; false when it removed the endpoint. */
  checkEndpoint(): Promise<boolean>;
  /** Sends any body to the endpoint, signed as told: well when not. */
  send(body: string | object, options?: SendOptions): Promise<Reply | undefined>;
  /** What stands in a channel, a thread or a direct conversation, oldest first. */
  messages(channel: string): readonly SeenMessage[];
  /** What only this person sees, oldest first, as it is now. */
  ephemerals(username: string): readonly SeenMessage[];
  pings(username: string): readonly SimPing[];
  /** A person's conversation with the bot. */
  direct(username: string): SimChannel;
  stop(): Promise<void>;
}

/** Starts a fake Discord on loopback. */
export async function openDiscord({ port = 0, now = Date.now }: DiscordOptions = {}): Promise<DiscordSim> {
  const world = new World(now);
  const faults = createFaults();
  const invalid = createInvalidRequests(world);
  const requests: SimRequest[] = [];
  const server = await openServer(createServe({ world, faults, invalid, requests }), port);
  world.origin = server.url;
  const { application } = world;
  const guild = world.addGuild('eng', world.addUser('owner').id);
  const general = world.addChannel('general', 0, { guild: guild.id });

  return {
    url: `${server.url}/api/v10`,
    ...{ world, application, guild, general, requests, faults, bot: world.user(application.bot) },
    ...{ sent: world.sent, invalid: invalid.times },
    addUser: (username, { guild: of = 'eng', in: within, ...more } = {}) => {
      const user = world.addUser(username, more);
      if (within !== 'none') world.join(world.guild(of), user.id);
      return user;
    },
    addGuild: (name, { bot = true } = {}) => {
      const owner = world.addUser(`owner of ${name}`).id;
      const guild = world.addGuild(name, owner, bot === true ? asked : null);
      // Contract A1.9: commands need no bot on the guild.
      guild.installed = bot !== false;
      return guild;
    },
    addChannel: (
      name,
      { guild: of = 'eng', type = 0, private: isPrivate = false, members = [], bot = false } = {},
    ) => {
      const { id } = world.guild(of);
      const channel = world.addChannel(name, type, { guild: id });
      if (!isPrivate) return channel;
      channel.overwrites.set(id, { type: 'role', allow: 0n, deny: bit.VIEW_CHANNEL });
      const inside = [...members.map((member) => world.user(member).id), ...(bot ? [application.bot] : [])];
      for (const user of inside)
        channel.overwrites.set(user, { type: 'member', allow: bit.VIEW_CHANNEL, deny: 0n });
      return channel;
    },
    deny: (channel, permissions, of = application.bot) => {
      const { overwrites } = world.channel(channel);
      const type = world.users.has(of) ? 'member' : 'role';
      const { allow, deny } = overwrites.get(of) ?? { allow: 0n, deny: 0n };
      overwrites.set(of, { type, allow: allow & ~permissions, deny: deny | permissions });
    },
    as: (username) => createHand(world, world.user(username)),
    setEndpoint: async (url) => {
      if (!(await checkEndpoint(world, url))) return false;
      application.endpoint = url;
      return true;
    },
    checkEndpoint: () => routineCheck(world),
    send: (body, options) =>
      sendOut(world, application.endpoint, typeof body === 'string' ? body : JSON.stringify(body), options),
    messages: (channel) =>
      world
        .messagesIn(world.channel(channel).id)
        .filter(({ type }) => type !== 21)
        .map((each) => seen(world, each)),
    ephemerals: (username) => {
      const { id } = world.user(username);
      const mine = [...world.messages.values()].filter(({ only, deleted }) => only === id && !deleted);
      return mine.map((each) => seen(world, each));
    },
    pings: (username) => world.pings.filter(({ user }) => user === world.user(username).id),
    direct: (username) => world.direct(username),
    stop: server.stop,
  };
}
