import type { Keys } from '../domain/keys.ts';
import type { Log } from '../domain/log.ts';
import type { Http } from '../http/http.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import type { SetupPlace } from './channel.ts';
import type { MailParts } from './email/parts.ts';

/** The doors that what we write points back to. Mail comes back by no address of ours, but to one that its key seals. */
export type BackDoor = 'mattermost-action' | 'mail-link' | 'mail-reply';

/** What a channel works with besides its connection. */
export interface ChannelDeps {
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  readonly team: Pick<Team, 'id' | 'language' | 'timezone'>;
  /** The full sealed address of one of this connection's doors, and the keys that what is handed out for it is sealed with. */
  readonly door: (source: BackDoor) => { readonly url: string; readonly keys: Keys };
  /** What a deployment that has mail has for it. */
  readonly mail?: MailParts;
}

/** What set-up works with. */
export interface ChannelSetupDeps {
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What the address that a far side calls is sealed with. */
export interface AddressPlace extends Pick<SetupPlace, 'addressOf'> {
  /** The token that the far side chose, where the address is sealed over one. Throws when none is given. */
  readonly token: () => string;
}

/** Reads a secret that the team file names, `env:NAME`. */
export type ReadSecret = (reference: string) => string;

/** How to reach a workspace that is not set up yet. What set-up finds is missing or still as the team file writes it: a name in place of an id. */
export type ChannelAccess = ChannelAccessOf<ChannelConnection>;

/** The access of one product's connection. */
export type ChannelAccessOf<C> = C extends ChannelConnection ? Omit<C, 'id' | 'generation' | 'self'> : never;
