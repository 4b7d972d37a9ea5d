import type { Board } from '../boards/board.ts';
import { openBoard } from '../boards/registry.ts';
import { hasCode } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import type { Keys } from '../domain/keys.ts';
import type { Log } from '../domain/log.ts';
import { createHttp } from '../http/create-http.ts';
import type { Http } from '../http/http.ts';
import type { Table } from '../store/table.ts';
import { createTokenKeeper, type TokenSeal } from '../store/tokens.ts';
import { openSecret, type SealedSecret, sealSecret } from '../teams/secrets.ts';
import type { BoardConnection, ChannelConnection, Team } from '../teams/team.ts';

/** What opening a board takes. */
export interface BoardParts {
  readonly table: Table;
  readonly secretsKeys: Keys;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** Makes the outgoing clients; `createHttp` unless something else stands in for the network. */
  readonly openHttp?: (options: { readonly allowPrivate: boolean }) => Http;
}

/** Gives a connection its outgoing client. */
export type HttpFor = (connection: BoardConnection | ChannelConnection) => Http;

/** Opens the boards of teams. */
export type OpenBoard = (team: Team, connection: BoardConnection) => Promise<Board>;

/** Makes the two outgoing clients: one for public addresses alone, one for connections that may stand on a private network. */
export function createClients({ openHttp = createHttp }: Pick<BoardParts, 'openHttp'>): HttpFor {
  const open = { http: openHttp({ allowPrivate: false }), private: openHttp({ allowPrivate: true }) };
  return (connection) => ('private' in connection && connection.private ? open.private : open.http);
}

/** Opens boards, each once for as long as the team's settings stay the same. */
export function createBoards(parts: BoardParts, httpFor: HttpFor): OpenBoard {
  const { now, log } = parts;
  const boards = new WeakMap<BoardConnection, Promise<Board>>();
  return (team, connection) => {
    const { language, timezone } = team;
    const keepToken = tokenKeeperFor(parts, team, connection);
    return openOnce(boards, connection, () =>
      openBoard(connection, { http: httpFor(connection), now, log, timezone, language, keepToken }),
    );
  };
}

/** What was opened with this key, or opens it. */
export function openOnce<Key extends object, Value>(
  opened: WeakMap<Key, Promise<Value>>,
  key: Key,
  open: () => Promise<Value>,
): Promise<Value> {
  const value = opened.get(key) ?? open();
  opened.set(key, value);
  return value;
}

function tokenKeeperFor({ table, secretsKeys, now }: BoardParts, team: Team, connection: BoardConnection) {
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
