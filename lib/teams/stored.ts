import { CardwireError, later, never } from '../domain/errors.ts';
import type { Keys } from '../domain/keys.ts';
import { openSecret, type SealedSecret, sealSecret } from './secrets.ts';
import type { BoardConnection, ChannelConnection, Team } from './team.ts';

/** The version of stored settings. An item of an older version is upgraded when it is read. */
const TEAM_VERSION = 1;

/** The fields of a connection, whatever its product, that are secrets. */
const secretFields = ['password', 'token'] as const;

type SecretField = (typeof secretFields)[number];

/** A connection with its secrets encrypted. */
type Sealed<C> = C extends unknown
  ? { readonly [Field in keyof C]: Field extends SecretField ? SealedSecret : C[Field] }
  : never;

/** A board connection as the table keeps it. */
export type StoredBoard = Sealed<BoardConnection>;
/** A channel connection as the table keeps it. */
export type StoredChannel = Sealed<ChannelConnection>;

/** A team as the table keeps it: plain JSON, every secret encrypted. */
export interface StoredTeam extends Omit<Team, 'boards' | 'channels' | 'joined'> {
  readonly v: typeof TEAM_VERSION;
  readonly boards: Readonly<Record<string, StoredBoard>>;
  readonly channels: Readonly<Record<string, StoredChannel>>;
}

/**
 * Writes a team for the table, as JSON with its secrets encrypted (`StoredTeam`).
 * @param keys those of the purpose `stored-secrets`.
 */
export function storeTeam(team: Team, keys: Keys): string {
  return JSON.stringify(sealTeam(team, keys));
}

function sealTeam({ joined: _, ...team }: Team, keys: Keys): StoredTeam {
  const seal = <C extends object>(connection: C, at: string) =>
    changeSecrets(connection, (secret, field) =>
      sealSecret(secret, { team: team.id, field: `${at}.${field}` }, keys),
    ) as Sealed<C>;
  return {
    ...team,
    v: TEAM_VERSION,
    boards: mapValues(team.boards, (board, name) => seal(board, `boards.${name}`)),
    channels: mapValues(team.channels, (channel, name) => seal(channel, `channels.${name}`)),
  };
}

/**
 * Reads a team from what `storeTeam` wrote.
 * @throws CardwireError `settings-unreadable` for anything else, `settings-too-new` for a version that only a newer deployment
 * knows (worth another try: it may be rolling out), `secret-unreadable` when no key fits.
 */
export function loadTeam(settings: string, keys: Keys): Team {
  const { v, ...team } = parseStored(settings);
  if (v > TEAM_VERSION) throw new CardwireError('settings-too-new', later);
  const open = (connection: object, at: string) =>
    changeSecrets(connection, (sealed, field) =>
      openSecret(sealed as SealedSecret, { team: team.id, field: `${at}.${field}` }, keys),
    );
  return {
    ...team,
    boards: mapValues(team.boards, (board, name) => open(board, `boards.${name}`) as BoardConnection),
    channels: mapValues(
      team.channels,
      (channel, name) => open(channel, `channels.${name}`) as ChannelConnection,
    ),
  };
}

/**
 * The generations of stored settings, of the connections that stand and of those that are gone. Reads no secret, so that a team
 * can be set up anew when no key fits its secrets any more.
 * @throws CardwireError `settings-unreadable`.
 */
export function generationsOf(settings: string): {
  readonly standing: ReadonlyMap<string, number>;
  readonly retired: ReadonlyMap<string, number>;
} {
  const { boards, channels, retired = {} } = parseStored(settings);
  const connections = [...Object.values(boards), ...Object.values(channels)];
  return {
    standing: new Map(connections.map(({ id, generation }) => [id, generation])),
    retired: new Map(Object.entries(retired)),
  };
}

/**
 * Stored settings with their secrets still sealed. What stands in the table is our own: its version says which shape it has.
 * @throws CardwireError `settings-unreadable`.
 */
export function parseStored(settings: string): StoredTeam {
  try {
    const stored: StoredTeam = JSON.parse(settings);
    if (Number.isInteger(stored.v)) return stored;
  } catch {
    // Told below: JSON's own error would repeat a piece of the settings.
  }
  throw new CardwireError('settings-unreadable', never);
}

/** A connection with every secret it has changed. Which it has is its product's business, so the caller says what comes out. */
function changeSecrets(connection: object, change: (secret: string, field: SecretField) => string): object {
  const secrets: Readonly<Record<string, string>> = { ...connection };
  const changed = secretFields.flatMap((field) => {
    const secret = secrets[field];
    return secret === undefined ? [] : [[field, change(secret, field)] as const];
  });
  return { ...connection, ...Object.fromEntries(changed) };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
