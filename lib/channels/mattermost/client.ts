import { CardwireError, later, never } from '../../domain/errors.ts';
import { withoutSlash } from '../../domain/url.ts';
import { failure } from '../../http/failure.ts';
import type { Http, HttpRequest, HttpResponse } from '../../http/http.ts';
import { type Shape, type TypedApi, typedApi } from '../typed-api.ts';
import { errorBody } from './answers.ts';

/** What Mattermost itself answered: its JSON, or the id of its error (contract 2.2: branch on ids, messages are translated). */
export type Answer =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly status: number; readonly id: string; readonly error: CardwireError };

/** Mattermost's REST v4, called with one token. */
export type Client = TypedApi<Answer>;

/** What a client is made of. */
export interface ClientParts {
  readonly url: string;
  readonly token: string;
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Makes a client. `url` is the server's address as people open it, sub-path included. */
export function createClient({ url, token, http, now }: ClientParts): Client {
  const base = `${withoutSlash(url)}/api/v4`;
  const headers = { Authorization: `Bearer ${token}` };

  async function ask(method: HttpRequest['method'], path: string, body?: unknown): Promise<Answer> {
    const request = { method, url: `${base}${path}`, headers };
    return read(await http.send(body === undefined ? request : { ...request, body }), now());
  }

  return typedApi(ask, readAs);
}

/** Reads what a request brought. A page of a proxy, or an empty success, is not Mattermost speaking: later. */
export function readAs<T>(json: unknown, shape: Shape<T>): T {
  const read = shape.safeParse(json);
  if (!read.success) throw notMattermost();
  return read.data;
}

function read(response: HttpResponse, now: number): Answer {
  const { status, json } = response;
  if (status >= 200 && status < 300) {
    if (json === undefined) throw notMattermost();
    return { ok: true, json };
  }
  const error = failure('mattermost', once(response), now);
  if (error.retry.when === 'later') throw error;
  // A token that was revoked is put right by people: what is to be said waits for them.
  if (status === 401) throw new CardwireError(error.code, later);
  const refusal = errorBody.safeParse(json);
  if (!refusal.success) throw status < 400 ? error : notMattermost();
  const { id } = refusal.data;
  const isGone = archived.test(id);
  return { ok: false, status, id, error: isGone ? new CardwireError('mattermost-not-found', never) : error };
}

/** A room that was archived keeps what stands in it and takes nothing more, which the server says with 400: it is as good as gone. */
const archived = /\.can_not_(post_to|update_post_in)_deleted\.error$/;

/** Contract 2.3: two limiters each add the header, so it may read `1, 1`. A proxy in front may write a date, which has a comma too. */
function once({ status, headers }: HttpResponse): Pick<HttpResponse, 'status' | 'headers'> {
  const wait = (headers['retry-after'] ?? headers['x-ratelimit-reset'])?.replace(/^\s*(\d+)\s*,.*$/, '$1');
  return { status, headers: wait === undefined ? {} : { 'retry-after': wait } };
}

function notMattermost(): CardwireError {
  return new CardwireError('mattermost-not-understood', later);
}
