/** What the fake Discord knows. Everything is open to tests: read it, change it. Ids are snowflakes, moments epoch milliseconds. */

export interface SimUser {
  readonly id: string;
  username: string;
  /** The name they show, `global_name`; empty where they gave none. */
  displayName: string;
  readonly bot: boolean;
  /** The language of their client. */
  locale: string;
  /** Whether they take direct messages from members of a guild they share. */
  dms: boolean;
  /** Whether they installed the application for themselves. */
  installed: boolean;
}

export interface SimRole {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  mentionable: boolean;
}

export interface SimMember {
  readonly user: string;
  nick: string;
  readonly roles: Set<string>;
}

export interface SimGuild {
  readonly id: string;
  name: string;
  owner: string;
  locale: string;
  /** Role of everyone first: its id is the guild's. */
  readonly roles: Map<string, SimRole>;
  readonly members: Map<string, SimMember>;
  /** Whether the application's commands are there; the bot itself is a member or not. */
  installed: boolean;
}

export interface SimOverwrite {
  readonly type: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** Contract A1.3: threads are 10 to 12, a direct conversation is 1, a forum 15. */
export type ChannelType = 0 | 1 | 5 | 10 | 11 | 12 | 15;

export interface SimThread {
  readonly owner: string;
  readonly members: Set<string>;
  archived: boolean;
  locked: boolean;
  /** Minutes of silence after which it is archived. */
  minutes: number;
  /** When something was last said or changed in it. */
  active: number;
}

export interface SimChannel {
  readonly id: string;
  readonly type: ChannelType;
  /** Empty for a direct conversation. */
  readonly guild: string;
  name: string;
  /** A thread's channel; empty otherwise. */
  readonly parent: string;
  /** By role or user id. */
  readonly overwrites: Map<string, SimOverwrite>;
  /** Of a direct conversation: the person. */
  readonly recipient: string;
  readonly thread?: SimThread;
  deleted: boolean;
}

export interface SimFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly channel: string;
  /** Came with an option or a form. */
  readonly ephemeral: boolean;
  description?: string;
}

export type Json = Readonly<Record<string, unknown>>;

export interface SimMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** 0 plain, 19 a reply, 20 a command's answer, 21 the first of a thread, 23 a message command's answer. */
  readonly type: number;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  files: readonly SimFile[];
  flags: number;
  readonly nonce?: string | number;
  /** The message it replies to or, in a thread, the one the thread hangs under. */
  readonly reference: string;
  mentions: Mentions;
  readonly created: number;
  edited: number;
  deleted: boolean;
  /** Set for an ephemeral one: only this person sees it. */
  readonly only: string;
  /** A deferred answer that is still to come. */
  loading: boolean;
  /** The interaction that it answers. */
  readonly interaction: string;
}

/** Who is mentioned so that they are told. */
export interface Mentions {
  readonly users: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly everyone: boolean;
}

/** A notification that reached somebody. */
export interface SimPing {
  readonly user: string;
  readonly message: string;
  readonly by: 'user' | 'role' | 'everyone' | 'reply';
}

export interface SimCommand {
  readonly id: string;
  readonly version: string;
  readonly type: number;
  readonly name: string;
  /** As it was sent. */
  readonly body: Json;
}

/** An interaction from its sending on. */
export interface SimInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: 1 | 2 | 3 | 4 | 5;
  readonly user: string;
  readonly channel: string;
  readonly created: number;
  /** A command's name, for what its answer says of itself. */
  readonly name: string;
  /** Type of the command: 1 chat, 3 message. */
  readonly command: number;
  /** The message whose component was used, or whose component opened the form. */
  readonly source: string;
  /** Only the person installed the application, the guild did not. */
  readonly userInstall: boolean;
  state: 'waiting' | 'acknowledged' | 'failed';
  /** What `@original` is; empty when there is none. */
  original: string;
  /** When it was deferred. */
  deferred: number;
  followUps: number;
}

/** A form in front of a person. */
export interface SimModal {
  readonly user: string;
  readonly channel: string;
  readonly source: string;
  readonly title: string;
  readonly custom_id: string;
  readonly components: readonly Json[];
  open: boolean;
}

/** Discord's limits, as tests set them. */
export interface SimLimits {
  /** Calls in one bucket in so many milliseconds. */
  bucket: { limit: number; ms: number };
  /** Calls of the bot in a second. Contract A2.3: 50. */
  global: number;
  /** Answers 401, 403 and 429 in ten minutes. Contract A2.3: 10,000. */
  invalid: number;
  /** New commands in a day for one guild. Contract A1.9: 200. */
  commands: number;
}
