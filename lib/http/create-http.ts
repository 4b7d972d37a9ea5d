import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosError, type AxiosResponse } from 'axios';
import { CardwireError, later, never } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { ADDRESS_REFUSED, guardedLookup, isCallable, type Resolve } from './guard.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';

/** How far calls may go. */
export interface HttpOptions {
  /** Lets calls reach private networks: for a team that says its server stands on one. */
  readonly allowPrivate: boolean;
  /** Milliseconds until a call is given up, names and connection included. 8,000 unless told. */
  readonly timeoutMs?: number;
  /** The largest body that is sent or read, in bytes. 16 MiB unless told: a board's export is one answer. */
  readonly maxBytes?: number;
  /** For tests of the guard. */
  readonly resolve?: Resolve;
}

/**
 * The one outgoing client. Keeps connections open between calls, follows no redirect, uses no proxy of the environment (it would
 * resolve names behind the guard's back).
 */
export function createHttp(options: HttpOptions): Http {
  const { allowPrivate, timeoutMs = 8000, maxBytes = 16 * 1024 * 1024 } = options;
  const agent = { keepAlive: true, ...(allowPrivate ? {} : { lookup: guardedLookup(options.resolve) }) };
  const client = axios.create({
    httpAgent: new HttpAgent(agent),
    httpsAgent: new HttpsAgent(agent),
    proxy: false,
    maxRedirects: 0,
    maxContentLength: maxBytes,
    maxBodyLength: maxBytes,
    responseType: 'text',
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
  });
  const call = ({ method, url, headers, body, bytes }: HttpRequest) =>
    client.request<string | Buffer>({
      method,
      url,
      headers: { Accept: 'application/json', 'User-Agent': 'cardwire', ...headers },
      ...(body === undefined ? {} : { data: body }),
      ...(bytes === undefined ? {} : { responseType: 'arraybuffer', maxContentLength: bytes }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  return {
    send: async (request) => {
      if (!isCallable(request.url, allowPrivate)) throw addressRefused();
      try {
        return answer(await call(request).catch((error) => onceMore(error, request, call)));
      } catch (error) {
        throw noAnswer(error, request);
      }
    },
  };
}

/**
 * A kept connection that the far side has closed meanwhile (usual after a Lambda was frozen) shows itself only when it is used. A
 * read is repeated at once on a new one; a write is not, because it may have been done.
 */
function onceMore<T>(error: unknown, request: HttpRequest, call: (request: HttpRequest) => Promise<T>) {
  const reused = axios.isAxiosError(error) && error.request?.reusedSocket === true;
  if (reused && error.code === 'ECONNRESET' && request.method === 'GET') return call(request);
  throw error;
}

/** A slow server may still be doing what it was asked for: whoever comes back looks for it, so not before it can be there. */
const LATE_MS = 30_000;

/** The cause is left out on purpose: axios errors carry the whole request with its token. */
function noAnswer(error: unknown, { method }: HttpRequest): CardwireError {
  if (!axios.isAxiosError(error)) return new CardwireError('http-failed', later);
  const code = (error as AxiosError).code ?? '';
  if (code === ADDRESS_REFUSED) return addressRefused();
  if (code === 'ERR_CANCELED' || code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    return new CardwireError('http-timeout', method === 'GET' ? later : { when: 'later', afterMs: LATE_MS });
  }
  if (/\bmax(?:Content|Body)Length\b/.test(error.message)) return new CardwireError('http-too-large', never);
  return new CardwireError('http-unreachable', later);
}

function addressRefused(): CardwireError {
  return new CardwireError('http-address-refused', never, say('address-refused'));
}

function answer(response: AxiosResponse<string | Buffer>): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (first !== undefined && first !== null) headers[name.toLowerCase()] = String(first);
  }
  const contentType = headers['content-type'] ?? '';
  const { status, data } = response;
  if (Buffer.isBuffer(data)) return { status, headers, contentType, text: '', json: undefined, bytes: data };
  const text = data ?? '';
  return { status, headers, contentType, text, json: parseJson(contentType, text) };
}

function parseJson(contentType: string, text: string): unknown {
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
