import type { Channel } from '../channels/channel.ts';
import type { BackDoor } from '../channels/deps.ts';
import type { MailParts } from '../channels/email/parts.ts';
import { openChannel } from '../channels/registry.ts';
import { sealAddress } from '../domain/address.ts';
import type { Keys } from '../domain/keys.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { type BoardParts, createBoards, createClients, openOnce } from './boards.ts';
import type { Parts } from './parts.ts';

/** What opening a connection takes. */
export interface ConnectionParts extends BoardParts {
  /** Keys of the doors that what we write points back to. */
  readonly doorKeys: Readonly<Record<BackDoor, Keys>>;
  /** Public base URL of the doors, without a slash at the end. */
  readonly url: string;
  /** What a deployment that has mail needs for it. */
  readonly mail?: MailParts;
}

/**
 * Opens boards and channels, each once for as long as the team's settings stay the same: their HTTP connections and caches live in
 * between.
 */
export function createConnections(parts: ConnectionParts): Pick<Parts, 'board' | 'channel'> {
  const { now, log, mail } = parts;
  const httpFor = createClients(parts);
  const channels = new WeakMap<ChannelConnection, Promise<Channel>>();

  return {
    board: createBoards(parts, httpFor),

    channel(team, connection) {
      const { id, language, timezone } = team;
      return openOnce(channels, connection, () =>
        openChannel(connection, {
          http: httpFor(connection),
          now,
          log,
          team: { id, language, timezone },
          door: (source) => doorOf(parts, team, connection, source),
          ...(mail && { mail }),
        }),
      );
    },
  };
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
