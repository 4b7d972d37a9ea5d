import { randomBytes } from 'node:crypto';
import type { Choice } from '../../channels/discord/limits-callback.ts';
import { createApplication, type SimApplication } from './application.ts';
import type {
  SimChannel,
  SimCommand,
  SimFile,
  SimGuild,
  SimInteraction,
  SimLimits,
  SimMessage,
  SimModal,
  SimPing,
  SimThread,
  SimUser,
} from './model.ts';
import { asked, usual } from './permissions.ts';
import { overHttp, type Sent, type Transport } from './send.ts';
import { byId, createSnowflakes } from './snowflake.ts';

/** The state of the fake Discord. */
export class World {
  readonly application: SimApplication;
  readonly users = new Map<string, SimUser>();
  readonly guilds = new Map<string, SimGuild>();
  readonly channels = new Map<string, SimChannel>();
  readonly messages = new Map<string, SimMessage>();
  readonly files = new Map<string, SimFile>();
  /** By `global` or the guild's id. */
  readonly commands = new Map<string, readonly SimCommand[]>();
  readonly interactions = new Map<string, SimInteraction>();
  readonly modals: SimModal[] = [];
  /** What autocomplete offered, by interaction. */
  readonly choices = new Map<string, readonly Choice[]>();
  readonly pings: SimPing[] = [];
  /** What was wrong with first answers: the person only saw that it failed. */
  readonly problems: string[] = [];
  /** Calls that went out to the endpoint. */
  readonly sent: Sent[] = [];
  /** New commands by scope and day. */
  readonly created = new Map<string, number>();
  /** What Discord wrote to the application's owner. */
  readonly mails: string[] = [];
  readonly limits: SimLimits = {
    bucket: { limit: 1000, ms: 1000 },
    global: 10_000,
    invalid: 10_000,
    commands: 200,
  };
  /** Milliseconds after a deferral in which an edit finds nothing (contract A1.5, the 10015 race). */
  race = 0;
  /** How interactions reach the endpoint. */
  transport: Transport = overHttp;
  /** Milliseconds for a first answer. Contract A1.2: three seconds. */
  deadline = 3000;
  /** Where the server stands, for links to files. */
  origin = '';
  readonly newId: () => string;
  private readonly clock: () => number;
  private shift = 0;

  constructor(clock: () => number) {
    this.clock = clock;
    this.newId = createSnowflakes(() => this.now());
    const id = this.newId();
    const bot = this.addUser('cardwire', { bot: true });
    this.application = createApplication(id, bot.id, `${id}.${newToken()}`);
  }

  /** Discord's clock. */
  now(): number {
    return this.clock() + this.shift;
  }

  /** Lets time pass for tokens, nonces, threads and limits. */
  passTime(milliseconds: number): void {
    this.shift += milliseconds;
  }

  addUser(username: string, { bot = false, locale = 'en-US', displayName = '' } = {}): SimUser {
    const user = { id: this.newId(), username, displayName, bot, locale, dms: true, installed: false };
    this.users.set(user.id, user);
    return user;
  }

  /** A guild with an owner; the bot is in it with these permissions, or not at all for null. */
  addGuild(name: string, owner: string, bot: bigint | null = asked): SimGuild {
    const id = this.newId();
    const everyone = { id, name: '@everyone', permissions: usual, mentionable: false };
    const guild: SimGuild = {
      ...{ id, name, owner, locale: 'en-US', installed: bot !== null },
      roles: new Map([[id, everyone]]),
      members: new Map(),
    };
    this.guilds.set(id, guild);
    this.join(guild, owner);
    if (bot !== null) this.addBot(guild, bot);
    return guild;
  }

  join(guild: SimGuild, user: string): void {
    guild.members.set(user, { user, nick: '', roles: new Set() });
  }

  /** As the install link does: the bot gets a role of its own with what was asked for. */
  addBot(guild: SimGuild, permissions: bigint = asked): void {
    const role = { id: this.newId(), name: 'Cardwire', permissions, mentionable: false };
    guild.roles.set(role.id, role);
    this.join(guild, this.application.bot);
    guild.members.get(this.application.bot)?.roles.add(role.id);
    guild.installed = true;
  }

  /** Contract A4: nothing tells the application; its commands go with it. */
  kickBot(guild: SimGuild): void {
    guild.members.delete(this.application.bot);
    guild.installed = false;
  }

  addChannel(
    name: string,
    type: SimChannel['type'],
    place: { guild?: string; parent?: string; recipient?: string; thread?: SimThread; id?: string } = {},
  ): SimChannel {
    const { guild = '', parent = '', recipient = '', thread, id = this.newId() } = place;
    const base = { id, type, guild, name, parent, recipient, overwrites: new Map(), deleted: false };
    const channel: SimChannel = thread ? { ...base, thread } : base;
    this.channels.set(id, channel);
    return channel;
  }

  /** A person's conversation with the bot: the same each time. */
  direct(nameOrId: string): SimChannel {
    const { id } = this.user(nameOrId);
    const there = [...this.channels.values()].find(({ recipient }) => recipient === id);
    return there ?? this.addChannel('', 1, { recipient: id });
  }

  /** By name or id. */
  user(nameOrId: string): SimUser {
    return found('user', nameOrId, this.users, ({ username }) => username === nameOrId);
  }

  /** By name or id. */
  guild(nameOrId: string): SimGuild {
    return found('guild', nameOrId, this.guilds, ({ name }) => name === nameOrId);
  }

  /** By name or id. */
  channel(nameOrId: string): SimChannel {
    return found('channel', nameOrId, this.channels, ({ name }) => name === nameOrId);
  }

  message(id: string): SimMessage {
    return found('message', id, this.messages, () => false);
  }

  /** The living messages of a channel, oldest first, without those that only one person sees. */
  messagesIn(channel: string): SimMessage[] {
    return [...this.messages.values()]
      .filter((each) => each.channel === channel && !each.deleted && each.only === '')
      .sort(byId);
  }
}

function found<Thing>(
  kind: string,
  nameOrId: string,
  things: ReadonlyMap<string, Thing>,
  named: (thing: Thing) => boolean,
): Thing {
  const thing = things.get(nameOrId) ?? [...things.values()].find(named);
  if (!thing) throw new Error(`the fake Discord has no ${kind} ${nameOrId}`);
  return thing;
}

export function newToken(): string {
  return randomBytes(24).toString('base64url');
}
