import * as z from 'zod/mini';
import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Http } from '../../http/http.ts';
import type { TaigaConnection } from '../../teams/team.ts';
import type { SignedIn, SignIn, TokenKeeper } from '../board.ts';
import { isRejected, isUnauthorized, readAnswer } from './answer.ts';
import { apiUrl, type ClientParts } from './client.ts';
import { readAs, unexpected } from './documents.ts';

type Account = Pick<TaigaConnection, 'api' | 'user'> &
  ({ readonly password: string } | { readonly token: string });

interface SignInParts {
  readonly http: Http;
  readonly now: () => number;
  readonly keepToken: (signIn: SignIn) => TokenKeeper;
}

/** How an account's calls are signed (taiga.md A2.1): with a token that is fetched and kept, or with an application's. */
export function credentialOf(
  account: Account,
  { http, now, keepToken }: SignInParts,
): Pick<ClientParts, 'scheme' | 'tokens'> {
  if ('token' in account) return { scheme: 'Application', tokens: applicationToken(account.token) };
  const { api, user, password } = account;
  const signIn: SignIn = async (refresh) =>
    (refresh && (await renew(http, api, refresh, now))) || logIn(http, { api, user, password }, now);
  return { scheme: 'Bearer', tokens: keepToken(signIn) };
}

/** How long work waits for the operator to mend a token that cannot be renewed. Milliseconds. */
const refusedMs = 5 * 60_000;

/** An application's token has no end; one that is refused has been taken back by an administrator of the server. */
function applicationToken(token: string): TokenKeeper {
  return {
    token: async () => token,
    renew: async () => {
      const retry = { when: 'later', afterMs: refusedMs } as const;
      throw new CardwireError('taiga-sign-in-refused', retry, say('board-token-refused'));
    },
  };
}

const tokensAnswer = z.object({ auth_token: z.string(), refresh: z.string() });

/**
 * Signs in with user and password.
 * @throws CardwireError `taiga-sign-in-refused` for a wrong password, never to be tried again by itself.
 */
async function logIn(
  http: Http,
  { api, user, password }: { readonly api: string; readonly user: string; readonly password: string },
  now: () => number,
): Promise<SignedIn> {
  const url = apiUrl(api, '/auth');
  const response = await http.send({
    method: 'POST',
    url,
    body: { type: 'normal', username: user, password },
  });
  try {
    return signedIn(readAnswer(response, now()));
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
    throw new CardwireError('taiga-sign-in-refused', never, say('board-sign-in-refused'));
  }
}

/** Trades a refresh token, which is good for once, for new ones. Undefined when it is used up, too old or no such thing. */
async function renew(
  http: Http,
  api: string,
  refresh: string,
  now: () => number,
): Promise<SignedIn | undefined> {
  const response = await http.send({ method: 'POST', url: apiUrl(api, '/auth/refresh'), body: { refresh } });
  try {
    return signedIn(readAnswer(response, now()));
  } catch (error) {
    if (isUnauthorized(error) || isRejected(error, 'refresh')) return undefined;
    throw error;
  }
}

function signedIn(answer: unknown): SignedIn {
  const { auth_token: token, refresh } = readAs(tokensAnswer, answer, 'sign-in');
  return { token, expires: endOf(token), refresh };
}

const claims = z.object({ exp: z.number() });

/** The end of a JSON web token, epoch milliseconds: its lifetime is the server's setting (A2.1). */
function endOf(token: string): number {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    return claims.parse(JSON.parse(payload)).exp * 1000;
  } catch {
    throw unexpected('token');
  }
}
