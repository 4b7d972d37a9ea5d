import { withoutSlash } from '../../domain/url.ts';
import type { Http, HttpRequest } from '../../http/http.ts';
import type { TokenKeeper } from '../board.ts';
import { isNotFound, isUnauthorized, readAnswer } from './answer.ts';
import { unexpected } from './documents.ts';

/**
 * Calls the REST API as the bridge's own account. Paths begin after `/api/v1`. Answers are JSON, or undefined where there is none.
 * Errors are `CardwireError`, `taiga-…`.
 */
export interface TaigaClient {
  get(path: string, query?: Query): Promise<unknown>;
  /** The pages of a list, one after the other. No more pages are asked for than are taken. */
  pages(path: string, query: Query, size?: number): AsyncGenerator<readonly unknown[]>;
  post(path: string, body: object): Promise<unknown>;
  patch(path: string, body: object): Promise<unknown>;
}

/** The parts of an address after its question mark. */
export type Query = Readonly<Record<string, string>>;

/** A2.2: the most rows that a page may have. */
const largestPage = 1000;

/** What a client is made of. */
export interface ClientParts {
  readonly http: Http;
  /** The API's address, up to and without `/api/v1`. */
  readonly api: string;
  /** A2.1: how the token is shown. */
  readonly scheme: 'Bearer' | 'Application';
  readonly tokens: TokenKeeper;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Makes a client for one server and account. */
export function createClient({ http, api, scheme, tokens, now }: ClientParts): TaigaClient {
  async function send(token: string, method: HttpRequest['method'], path: string, body?: object) {
    const response = await http.send({
      method,
      url: apiUrl(api, path),
      headers: { Authorization: `${scheme} ${token}` },
      ...(body === undefined ? {} : { body }),
    });
    return { json: readAnswer(response, now()), headers: response.headers };
  }

  async function call(method: HttpRequest['method'], path: string, body?: object) {
    const token = await tokens.token();
    try {
      return await send(token, method, path, body);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
      return send(await tokens.renew(token), method, path, body);
    }
  }

  async function* pages(path: string, query: Query, size = largestPage) {
    for (let page = 1; ; page += 1) {
      const asked = { ...query, page: String(page), page_size: String(size) };
      try {
        const { json, headers } = await call('GET', path + search(asked));
        if (!Array.isArray(json)) throw unexpected('list');
        yield json as readonly unknown[];
        // A2.2; without the headers it was all there is.
        const seen = page * Number(headers['x-paginated-by']);
        if (!(seen < Number(headers['x-pagination-count']))) return;
      } catch (error) {
        // A2.2: past the last page, which rows that went meanwhile have made shorter.
        if (page > 1 && isNotFound(error)) return;
        throw error;
      }
    }
  }

  return {
    get: async (path, query = {}) => (await call('GET', path + search(query))).json,
    pages,
    post: async (path, body) => (await call('POST', path, body)).json,
    patch: async (path, body) => (await call('PATCH', path, body)).json,
  };
}

/** The whole address of a path of the API. */
export function apiUrl(api: string, path: string): string {
  return `${withoutSlash(api)}/api/v1${path}`;
}

function search(query: Query): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '' : `?${text}`;
}
