import { randomBytes } from 'node:crypto';
import type {
  SimAttachment,
  SimChannel,
  SimCommand,
  SimDialog,
  SimEphemeral,
  SimPost,
  SimResponseUrl,
  SimTeam,
  SimUser,
} from './model.ts';

/** 26 characters of a to z and 0 to 9, as all of Mattermost's ids and tokens. */
export function newId(): string {
  const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';
  return [...randomBytes(26)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** The state of one fake server. */
export class World {
  readonly old: boolean;
  readonly users = new Map<string, SimUser>();
  readonly teams = new Map<string, SimTeam>();
  readonly channels = new Map<string, SimChannel>();
  readonly posts = new Map<string, SimPost>();
  readonly commands = new Map<string, SimCommand>();
  readonly responseUrls = new Map<string, SimResponseUrl>();
  /** Access token to user id. */
  readonly tokens = new Map<string, string>();
  /** `pending_post_id` to the post it made and when. */
  readonly pending = new Map<string, { readonly post: string; readonly at: number }>();
  readonly ephemerals: SimEphemeral[] = [];
  readonly dialogs: SimDialog[] = [];
  /** What the server would only have logged. */
  readonly warnings: string[] = [];
  private readonly clock: () => number;
  private shift = 0;
  private last = 0;

  constructor(old: boolean, clock: () => number) {
    this.old = old;
    this.clock = clock;
  }

  /** The server's clock, never the same moment twice, so that posts have an order. */
  now(): number {
    this.last = Math.max(this.last + 1, this.clock() + this.shift);
    return this.last;
  }

  /** Lets time pass for triggers, `response_url`s and the `pending_post_id` cache. */
  passTime(milliseconds: number): void {
    this.shift += milliseconds;
  }

  addTeam(name: string): SimTeam {
    const team: SimTeam = { id: newId(), name, members: new Set() };
    this.teams.set(team.id, team);
    return team;
  }

  addUser(username: string, kind: { admin?: boolean; bot?: boolean } = {}): SimUser {
    const user: SimUser = { id: newId(), username, admin: kind.admin ?? false, bot: kind.bot ?? false };
    this.users.set(user.id, user);
    return user;
  }

  addToken(user: SimUser): string {
    const token = newId();
    this.tokens.set(token, user.id);
    return token;
  }

  addChannel(name: string, type: SimChannel['type'], team: string, members: Iterable<string>): SimChannel {
    const channel: SimChannel = { id: newId(), team_id: team, name, type, members: new Set(members) };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The same channel each time for the same two people. */
  direct(a: string, b: string): SimChannel {
    const name = [a, b].sort().join('__');
    const there = [...this.channels.values()].find((channel) => channel.name === name);
    return there ?? this.addChannel(name, 'D', '', [a, b]);
  }

  addPost(post: Pick<SimPost, 'user_id' | 'channel_id' | 'root_id' | 'message' | 'props'>): SimPost {
    const at = this.now();
    const made: SimPost = { ...post, id: newId(), create_at: at, update_at: at, edit_at: 0, delete_at: 0 };
    this.posts.set(made.id, made);
    return made;
  }

  /** A person by name or id. */
  user(nameOrId: string): SimUser {
    const found =
      this.users.get(nameOrId) ?? [...this.users.values()].find(({ username }) => username === nameOrId);
    if (!found) throw new Error(`the fake Mattermost has no user ${nameOrId}`);
    return found;
  }

  /** A channel by name or id. */
  channel(nameOrId: string): SimChannel {
    const found =
      this.channels.get(nameOrId) ?? [...this.channels.values()].find(({ name }) => name === nameOrId);
    if (!found) throw new Error(`the fake Mattermost has no channel ${nameOrId}`);
    return found;
  }

  /** The living posts of a channel, oldest first, replies too. */
  postsIn(nameOrId: string): SimPost[] {
    const { id } = this.channel(nameOrId);
    return [...this.posts.values()].filter((post) => post.channel_id === id && post.delete_at === 0);
  }

  /** The living replies under a post, oldest first. */
  replies(root: string): SimPost[] {
    return [...this.posts.values()].filter((post) => post.root_id === root && post.delete_at === 0);
  }
}

export function attachmentsOf(post: Pick<SimPost, 'props'>): readonly SimAttachment[] {
  return Array.isArray(post.props.attachments) ? post.props.attachments : [];
}

/** A post as clients get it. */
export function publicPost(post: SimPost): Record<string, unknown> {
  if (post.props.attachments === undefined) return { ...post };
  // Contract 3.1: `integration` is kept on the server and stripped from what clients get.
  const attachments = attachmentsOf(post).map((attachment) =>
    attachment.actions
      ? { ...attachment, actions: attachment.actions.map(({ integration: _, ...action }) => action) }
      : attachment,
  );
  return { ...post, props: { ...post.props, attachments } };
}
