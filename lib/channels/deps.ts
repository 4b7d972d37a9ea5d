import type { Keys } from '../domain/keys.ts';
import type { Log } from '../domain/log.ts';
import type { Http } from '../http/http.ts';
import type { Team } from '../teams/team.ts';

/** What a channel works with besides its connection. */
export interface ChannelDeps {
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  readonly team: Pick<Team, 'id' | 'language' | 'timezone'>;
  /** The full sealed address of this connection's action door. */
  readonly actionUrl: string;
  /** Keys of the action door: what is handed out is sealed with the first. */
  readonly actionKeys: Keys;
}

/** What set-up works with. */
export interface ChannelSetupDeps {
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
