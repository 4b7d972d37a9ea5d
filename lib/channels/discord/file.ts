import { hasCode } from '../../domain/errors.ts';
import { failure } from '../../http/failure.ts';
import type { Http, HttpResponse } from '../../http/http.ts';
import { userAgent } from './client.ts';

/** Where Discord keeps files (contract A1.7). Its links are signed and short-lived, so a file is fetched at once. */
const hosts = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** What fetching a file works with. */
export interface FileParts {
  readonly http: Http;
  /** The API's address: a stand-in for Discord keeps its files beside it. */
  readonly api: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Fetches a file that came with an event, at most `limit` bytes; undefined when it is gone or larger, or when its address is not one of
 * Discord's.
 * @throws CardwireError when another try may bring it.
 */
export async function fetchFile(
  { http, api, now }: FileParts,
  from: string,
  limit: number,
): Promise<Uint8Array | undefined> {
  if (!URL.canParse(from)) return undefined;
  const { origin, href } = new URL(from);
  if (![...hosts, new URL(api).origin].includes(origin)) return undefined;
  const response = await get(http, href, limit);
  if (response === undefined || response.status === 200) return response?.bytes;
  const error = failure('discord', response, now());
  if (error.retry.when === 'later') throw error;
  return undefined;
}

async function get(http: Http, url: string, limit: number): Promise<HttpResponse | undefined> {
  try {
    return await http.send({ method: 'GET', url, bytes: limit, headers: { 'User-Agent': userAgent } });
  } catch (error) {
    if (hasCode(error, 'http-too-large')) return undefined;
    throw error;
  }
}
