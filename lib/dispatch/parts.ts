import type { Board } from '../boards/board.ts';
import type { Channel } from '../channels/channel.ts';
import type { Log } from '../domain/log.ts';
import type { Meter } from '../domain/meter.ts';
import type { SendDeliveries } from '../queue/deliver.ts';
import type { Store } from '../store/store.ts';
import type { BoardConnection, ChannelConnection, Team } from '../teams/team.ts';
import type { TeamSource } from '../teams/team-source.ts';

/** What a run of the dispatcher works with: the ports, the table and the queue, and no product. */
export interface Parts {
  readonly store: Store;
  readonly team: TeamSource;
  readonly board: (team: Team, connection: BoardConnection) => Promise<Board>;
  readonly channel: (team: Team, connection: ChannelConnection) => Promise<Channel>;
  readonly send: SendDeliveries;
  /** Encrypts a dead message's body for the table. */
  readonly seal: (text: string, team: string) => string;
  /** Encrypts what waits in the table until somebody confirms it, and opens it again. */
  readonly parking: {
    readonly seal: (text: string, team: string) => string;
    readonly open: (sealed: string, team: string) => string;
  };
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  readonly meter: Meter;
}
