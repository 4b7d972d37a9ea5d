import type * as z from 'zod/mini';
import { CardwireError, hasCode, later } from '../domain/errors.ts';
import { type Say, say } from '../domain/say.ts';
import { failure } from '../http/failure.ts';
import type { HttpResponse } from '../http/http.ts';

/** The part of an answer that says how it went. */
type Outcome = Pick<HttpResponse, 'status' | 'headers'>;

/** How one product's answers are read. */
export interface Answers {
  /**
   * Reads an answer as a document.
   * @param what names it in the error's code.
   * @throws CardwireError `<product>-unexpected-<what>` for anything else, nothing at all included.
   */
  readAs<T>(shape: z.ZodMiniType<T>, answer: unknown, what: string): T;
  /** The API answered with something that the contract does not know. It may be an update in mid-air: worth another try. */
  unexpected(what: string): CardwireError;
  /**
   * The JSON of a success; undefined for an empty one.
   * @throws CardwireError what `refusal` makes of any other status, `<product>-not-json` for a page.
   */
  jsonOf(response: HttpResponse, refusal: (response: HttpResponse) => CardwireError): unknown;
  /**
   * What an answer that is no success means, and what a person is told who can put it right.
   * @param now epoch milliseconds.
   */
  failed(answer: Outcome, now: number): CardwireError;
  /** Whether an error says that the token is no good. */
  isUnauthorized(error: unknown): boolean;
  /** Whether an error says that the account may not see or do this. */
  isForbidden(error: unknown): boolean;
  /** Whether an error says that there is no such thing. */
  isNotFound(error: unknown): boolean;
  /** Whether the answer was a page: an app's own for a path that it does not know, or a proxy's. */
  isPage(error: unknown): boolean;
  /** Whether the server answered that something went wrong inside it: the work may have been done all the same. */
  isServerFailure(error: unknown): boolean;
}

/** Makes what reads the answers of a product; its name begins the codes. */
export function answersOf(product: string): Answers {
  const unexpected = (what: string) => new CardwireError(`${product}-unexpected-${what}`, later);
  const is = (reason: string) => (error: unknown) => hasCode(error, `${product}-${reason}`);
  return {
    unexpected,
    readAs: (shape, answer, what) => {
      const read = shape.safeParse(answer);
      if (!read.success) throw unexpected(what);
      return read.data;
    },
    jsonOf: (response, refusal) => {
      const { status, json, text } = response;
      if (status < 200 || status > 299) throw refusal(response);
      if (text === '') return undefined;
      if (json === undefined) throw new CardwireError(`${product}-not-json`, later);
      return json;
    },
    failed: (answer, now) => failure(product, answer, now, saidTo(answer.status)),
    isUnauthorized: is('unauthorized'),
    isForbidden: is('forbidden'),
    isNotFound: is('not-found'),
    isPage: is('not-json'),
    isServerFailure: is('unavailable'),
  };
}

function saidTo(status: number): Say | undefined {
  if (status === 401) return say('board-sign-in-refused');
  return status === 403 ? say('board-forbidden') : undefined;
}
