/**
 * Discord's permissions: bits, the names that its settings show, and how they come together in one channel (contract A2.5; the
 * documentation's topics/permissions). Numbers are 64 bits wide and travel as decimal texts.
 */

const administrator = 1n << 3n;

/** The permissions that Cardwire has a use for. */
const bits = {
  'View Channels': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Embed Links': 1n << 14n,
  'Read Message History': 1n << 16n,
  'Create Public Threads': 1n << 35n,
  'Send Messages in Threads': 1n << 38n,
} as const;

/** A permission, by the name that Discord's settings show. */
export type Permission = keyof typeof bits;

/** Everything the bot asks for when it is installed. Files are only read, so attaching them is not among it. */
export const botPermissions: readonly Permission[] = [
  'View Channels',
  'Send Messages',
  'Embed Links',
  'Read Message History',
  'Create Public Threads',
  'Send Messages in Threads',
];

/** What showing a card takes in a channel; in a thread, sending there is a permission of its own (contract A2.2). */
export const toPost: readonly Permission[] = ['View Channels', 'Send Messages', 'Embed Links'];
/** The same, in a thread. */
export const toPostInThread: readonly Permission[] = [
  'View Channels',
  'Send Messages in Threads',
  'Embed Links',
];

/** Permissions as the one number that an install link carries. */
export function permissionNumber(permissions: readonly Permission[]): string {
  return String(permissions.reduce((sum, permission) => sum | bits[permission], 0n));
}

/**
 * Those of `needed` that are not granted. Whoever cannot see a channel, or is its administrator, can do nothing, or everything, there.
 * @param granted the decimal text of an interaction's `app_permissions`, or what `permissionsIn` gave.
 */
export function lacking(granted: string | bigint, needed: readonly Permission[]): readonly Permission[] {
  const all = BigInt(granted);
  if (all & administrator) return [];
  if (!(all & bits['View Channels'])) return needed;
  return needed.filter((permission) => !(all & bits[permission]));
}

/** One exception that a channel makes for a role or a person; `allow` and `deny` are decimal texts. */
export interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

/** What permissions of one person in one channel come from. */
export interface PermissionSource {
  readonly person: string;
  /** Ids of the person's roles, without the one that everyone has. */
  readonly memberOf: readonly string[];
  readonly guild: {
    readonly id: string;
    readonly owner: string;
    readonly roles: readonly { readonly id: string; readonly permissions: string }[];
  };
  /** Of the channel; of a thread, its parent's. */
  readonly overwrites: readonly Overwrite[];
}

/**
 * What a member may do in a channel: the roles' permissions, then the channel's exceptions for everyone, for the roles together, for the
 * person. The owner and administrators may do everything.
 */
export function permissionsIn({ person, memberOf, guild, overwrites }: PermissionSource): bigint {
  const everything = (1n << 64n) - 1n;
  if (guild.owner === person) return everything;
  const base = guild.roles
    .filter(({ id }) => id === guild.id || memberOf.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if (base & administrator) return everything;
  const layers = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => id !== guild.id && memberOf.includes(id)),
    overwrites.filter(({ id }) => id === person),
  ];
  return layers.reduce((sum, layer) => (sum & ~union(layer, 'deny')) | union(layer, 'allow'), base);
}

function union(overwrites: readonly Overwrite[], kind: 'allow' | 'deny'): bigint {
  return overwrites.reduce((sum, overwrite) => sum | BigInt(overwrite[kind]), 0n);
}
