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
  /** Keeps the token that a sign-in brings, for all runs together. */
  readonly keepToken: (signIn: SignIn) => TokenKeeper;
}

/** How to reach a board that is not set up yet: `board` is its title or id. */
export type BoardAccess = Pick<BoardConnection, 'product' | 'url' | 'user' | 'password' | 'board'>;
