import { withoutSlash } from '../../domain/url.ts';
import type { Http, HttpRequest } from '../../http/http.ts';
import type { TokenKeeper } from '../board.ts';
import { isServerFailure, isUnauthorized, readAnswer } from './answer.ts';

/**
 * Calls the REST API with the bridge's token. Paths begin with `/api/`; ids in them are encoded by `path`. Answers are JSON, or undefined
 * where there is no such document. Errors are `CardwireError`, `wekan-…`.
 */
export interface WekanClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  put(path: string, body: object): Promise<unknown>;
}

/** What a client is made of. */
export interface ClientParts {
  readonly http: Http;
  /** The server's address, with or without a slash at the end. */
  readonly url: string;
  readonly tokens: TokenKeeper;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Makes a client for one server and account. */
export function createClient({ http, url, tokens, now }: ClientParts): WekanClient {
  const base = withoutSlash(url);

  async function send(token: string, method: HttpRequest['method'], path: string, body?: object) {
    const headers = { Authorization: `Bearer ${token}` };
    const request = { method, url: base + path, headers, ...(body === undefined ? {} : { body }) };
    return readAnswer(await http.send(request), now());
  }

  /** A2.3: where refusals are thrown, older servers make a bare 500 of them. The caller's own document tells which it was. */
  async function isTokenRefused(error: unknown, token: string): Promise<boolean> {
    if (isUnauthorized(error)) return true;
    if (!isServerFailure(error)) return false;
    return send(token, 'GET', '/api/user').then(() => false, isUnauthorized);
  }

  async function call(method: HttpRequest['method'], path: string, body?: object): Promise<unknown> {
    const token = await tokens.token();
    try {
      return await send(token, method, path, body);
    } catch (error) {
      if (!(await isTokenRefused(error, token))) throw error;
      return send(await tokens.renew(token), method, path, body);
    }
  }

  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
  };
}

/** Writes a path with ids in it: path`/api/cards/${id}`. */
export function path(texts: TemplateStringsArray, ...ids: readonly string[]): string {
  return texts.reduce((all, text, index) => all + encodeURIComponent(ids[index - 1] ?? '') + text);
}
