import type { Board } from '../boards/board.ts';
import { openBoard } from '../boards/registry.ts';
import type { Channel } from '../channels/channel.ts';
import type { BackDoor } from '../channels/deps.ts';
import type { MailStation } from '../channels/email/parts.ts';
import { openChannel } from '../channels/registry.ts';
import { sealAddress } from '../domain/address.ts';
import { hasCode } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import type { Keys } from '../domain/keys.ts';
import type { Log } from '../domain/log.ts';
import { createHttp } from '../http/create-http.ts';
import type { Http } from '../http/http.ts';
import { createMailBook } from '../store/mail.ts';
import type { Table } from '../store/table.ts';
import { createTokenKeeper, type TokenSeal } from '../store/tokens.ts';
import { openSecret, type SealedSecret, sealSecret } from '../teams/secrets.ts';
import type { BoardConnection, ChannelConnection, Team } from '../teams/team.ts';
import type { Parts } from './parts.ts';

/** What opening a connection takes. */
export interface ConnectionParts {
  readonly table: Table;
  /** Keys of the doors that what we write points back to. */
  readonly doorKeys: Readonly<Record<BackDoor, Keys>>;
  readonly secretsKeys: Keys;
  /** Public base URL of the doors, without a slash at the end. */
  readonly url: string;
  readonly now: () => number;
  readonly log: Log;
  /** What a deployment that has mail needs for it. */
  readonly mail?: MailStation;
  /** Makes the outgoing clients; `createHttp` unless something else stands in for the network. */
  readonly openHttp?: (options: { readonly allowPrivate: boolean }) => Http;
}

/**
 * Opens boards and channels, each once for as long as the team's settings stay the same: their HTTP connections and caches live in
 * between.
 */
export function createConnections(parts: ConnectionParts): Pick<Parts, 'board' | 'channel'> {
  const { now, log, mail, openHttp = createHttp } = parts;
  const memory = createMailBook(parts.table, now);
  const open = { http: openHttp({ allowPrivate: false }), private: openHttp({ allowPrivate: true }) };
  const httpFor = (connection: BoardConnection | ChannelConnection): Http =>
    'private' in connection && connection.private ? open.private : open.http;
  const boards = new WeakMap<BoardConnection, Promise<Board>>();
  const channels = new WeakMap<ChannelConnection, Promise<Channel>>();

  return {
    board(team, connection) {
      const { language, timezone } = team;
      const keepToken = tokenKeeperFor(parts, team, connection);
      return openOnce(boards, connection, () =>
        openBoard(connection, { http: httpFor(connection), now, log, timezone, language, keepToken }),
      );
    },

    channel(team, connection) {
      const { id, language, timezone } = team;
      return openOnce(channels, connection, () =>
        openChannel(connection, {
          http: httpFor(connection),
          now,
          log,
          team: { id, language, timezone },
          door: (source) => doorOf(parts, team, connection, source),
          ...(mail && { mail: { station: mail, memory } }),
        }),
      );
    },
  };
}

function openOnce<Key extends object, Value>(
  opened: WeakMap<Key, Promise<Value>>,
  key: Key,
  open: () => Promise<Value>,
): Promise<Value> {
  const value = opened.get(key) ?? open();
  opened.set(key, value);
  return value;
}

function tokenKeeperFor(
  { table, secretsKeys, now }: ConnectionParts,
  team: Team,
  connection: BoardConnection,
) {
  const place = { team: team.id, field: `tokens.${connection.id}.${accountOf(connection)}` };
  const seal: TokenSeal = {
    seal: (token) => sealSecret(token, place, secretsKeys),
    open: (sealed) => openToken(sealed as SealedSecret, place, secretsKeys),
  };
  return (signIn: Parameters<typeof createTokenKeeper>[0]['signIn']) =>
    createTokenKeeper({ table, team: team.id, connection: connection.id, now, seal, signIn });
}

/** Settings change and the connection keeps its name: a token opens for the account it was given to, on the server that gave it. */
function accountOf(connection: BoardConnection): string {
  const server = 'api' in connection ? connection.api : connection.url;
  return stableId(server, connection.user);
}

/** A token whose deployment key has been rotated out is as good as none: the password, stored anew by then, brings another. */
function openToken(...sealed: Parameters<typeof openSecret>): string | undefined {
  try {
    return openSecret(...sealed);
  } catch (error) {
    if (hasCode(error, 'secret-unreadable')) return undefined;
    throw error;
  }
}

function doorOf(
  { url, doorKeys }: ConnectionParts,
  team: Team,
  { id, generation }: ChannelConnection,
  source: BackDoor,
) {
  const keys = doorKeys[source];
  const address = { source, team: team.id, connection: id, generation };
  return { url: `${url}${sealAddress(address, keys)}`, keys };
}
