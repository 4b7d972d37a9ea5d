import type { Language } from '../../schemas/team.ts';
import type { Log } from '../domain/log.ts';
import type { Http } from '../http/http.ts';
import type { BoardConnection } from '../teams/team.ts';
import type { SignIn, TokenKeeper } from './board.ts';

/** What every board works with. */
export interface BoardDeps {
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** The team's time zone, IANA name: for boards whose due dates are days without a time. */
  readonly timezone: string;
  /** The team's language: for what has to be named on the board. */
  readonly language: Language;
  /** Keeps the token that a sign-in brings, for all runs together. */
  readonly keepToken: (signIn: SignIn) => TokenKeeper;
}

/** How to reach a board that is not set up yet. What set-up finds is missing or still as the team file writes it: a name in place of an id. */
export type BoardAccess = AccessOf<BoardConnection>;

/** Reads a secret that the team file names, `env:NAME`. */
export type ReadSecret = (reference: string) => string;

/** The access of one product's connection. */
export type AccessOf<C> = C extends BoardConnection
  ? Omit<C, 'id' | 'generation' | 'self' | 'intake' | 'done'>
  : never;
