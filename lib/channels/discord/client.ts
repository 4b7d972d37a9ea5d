import { CardwireError, later } from '../../domain/errors.ts';
import { withoutSlash } from '../../domain/url.ts';
import type { Http, HttpRequest, HttpResponse } from '../../http/http.ts';
import { type Shape, type TypedApi, typedApi } from '../typed-api.ts';
import { createRateLimits, routeOf } from './rate-limits.ts';
import { codeOf, refusalOf } from './refusal.ts';

/** What Discord answered: its JSON (undefined for 204), or its error with its own code, 0 where it gives none (contract A2.4). */
export type Answer =
  | { readonly ok: true; readonly json: unknown }
  | {
      readonly ok: false;
      readonly status: number;
      readonly code: number;
      readonly error: CardwireError;
      /** The body, for what it says besides (`errors` of a 50035). */
      readonly json: unknown;
    };

/** Discord's API, called with one bot's token. Paths begin after the version: `/channels/1/messages`. */
export type Client = TypedApi<Answer>;

/** What a client is made of. */
export interface ClientParts {
  /** The API's address with its version. */
  readonly url: string;
  readonly token: string;
  readonly http: Http;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Contract A2.1: in this form, or Cloudflare may block. */
export const userAgent = 'DiscordBot (https://github.com/cardwire/cardwire, 0.1.0)';

/** Makes a client. It keeps to the limits that it is told of, and never shows a refused token again. */
export function createClient({ url, token, http, now }: ClientParts): Client {
  const limits = createRateLimits(now);
  let refused = false;

  async function ask(method: HttpRequest['method'], path: string, body?: unknown): Promise<Answer> {
    const route = routeOf(method, path);
    // Contract A2.3: ten thousand refusals in ten minutes shut out everyone at our address.
    if (refused && !route.open) throw unauthorized();
    limits.check(route);
    const response = await http.send({
      method,
      url: `${withoutSlash(url)}${path}`,
      // Contract A1.2: an interaction's token stands in the path, and is all that is needed.
      headers: { 'User-Agent': userAgent, ...(route.open ? {} : { Authorization: `Bot ${token}` }) },
      ...(body === undefined ? {} : { body }),
    });
    limits.learn(route, response);
    if (response.status === 401 && !route.open) refused = true;
    return read(response, now(), route.open);
  }

  return typedApi(ask, readAs);
}

/** Reads what a request brought. A page of a proxy is not Discord speaking: later. */
export function readAs<T>(json: unknown, shape: Shape<T>): T {
  const read = shape.safeParse(json);
  if (!read.success) throw notDiscord();
  return read.data;
}

function read(response: HttpResponse, now: number, open: boolean): Answer {
  const { status, json } = response;
  if (status === 204) return { ok: true, json: undefined };
  if (status >= 200 && status < 300) {
    if (json === undefined) throw notDiscord();
    return { ok: true, json };
  }
  const error = refusalOf(response, now);
  const isDeadInteraction = open && status === 401;
  if (error.retry.when === 'later' && !isDeadInteraction) throw error;
  if (json === undefined) throw status < 400 ? error : notDiscord();
  return { ok: false, status, code: codeOf(response), error, json };
}

function unauthorized(): CardwireError {
  return new CardwireError('discord-unauthorized', later);
}

function notDiscord(): CardwireError {
  return new CardwireError('discord-not-understood', later);
}
