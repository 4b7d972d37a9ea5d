import * as z from 'zod/mini';
import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { withoutSlash } from '../../domain/url.ts';
import type { Http } from '../../http/http.ts';
import { isUnauthorized, readAnswer } from './answer.ts';
import { unexpected } from './documents.ts';

const signedIn = z.object({ id: z.string(), token: z.string(), tokenExpires: z.string() });

/** Who signs in, and where. */
export interface Account {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/**
 * Signs in with a local-password account (wekan.md A2.1). Tokens last 90 days unless the operator says otherwise.
 * @returns the account's id, the token, and its end in epoch milliseconds.
 * @throws CardwireError `wekan-sign-in-refused` for a wrong password, never to be tried again by itself: ten failures lock everybody behind
 * our address out for a minute (429, `wekan-busy`).
 */
export async function signIn(http: Http, { url, user, password }: Account, now: () => number) {
  const response = await http.send({
    method: 'POST',
    url: `${withoutSlash(url)}/users/login`,
    // Extra keys are rejected.
    body: { username: user, password },
  });
  try {
    const answer = signedIn.safeParse(readAnswer(response, now()));
    const expires = Date.parse(answer.data?.tokenExpires ?? '');
    if (!answer.success || Number.isNaN(expires)) throw unexpected('sign-in');
    return { self: answer.data.id, token: answer.data.token, expires };
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
    throw new CardwireError('wekan-sign-in-refused', never, say('board-sign-in-refused'));
  }
}
