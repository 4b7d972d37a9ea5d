import type { Http, HttpRequest, HttpResponse } from '../../lib/http/http.ts';
import { createBuckets } from '../sims/discord/buckets.ts';
import { download } from '../sims/discord/files.ts';
import { createInvalidRequests } from '../sims/discord/invalid-requests.ts';
import { answerTo, readPath } from '../sims/discord/server.ts';
import type { World as DiscordWorld } from '../sims/discord/world.ts';
import type { CallOut } from '../sims/mattermost/callback.ts';
import { commandRoutes } from '../sims/mattermost/routes-commands.ts';
import { peopleRoutes } from '../sims/mattermost/routes-people.ts';
import { postRoutes } from '../sims/mattermost/routes-posts.ts';
import { answer as chatAnswer } from '../sims/mattermost/server.ts';
import type { World as ChatWorld } from '../sims/mattermost/world.ts';
import type { Hooks } from '../sims/taiga/hooks.ts';
import { fieldsOf } from '../sims/taiga/read-body.ts';
import { answerOf as taigaAnswer } from '../sims/taiga/routes.ts';
import type { Site } from '../sims/taiga/site.ts';
import type { SimVersion } from '../sims/wekan/route.ts';
import { answerOf as wekanAnswer } from '../sims/wekan/routes.ts';
import type { World as WekanWorld } from '../sims/wekan/world.ts';
import type { Side } from './faults.ts';
import type { Through } from './workers.ts';

/** A server of a fake, called in this process instead of over a network. */
export interface FarSide {
  readonly host: string;
  readonly side: Side & ('board' | 'chat' | 'discord');
  answer(request: HttpRequest): HttpResponse | Promise<HttpResponse>;
}

const newest: SimVersion = { old: false, api: true, exports: true, uploads: true, privateTargets: true };

/** What a fake Wekan answers. */
export function wekanFar(host: string, world: WekanWorld): FarSide {
  return {
    host,
    side: 'board',
    answer: ({ method, url, headers, body }) => {
      const { pathname, searchParams } = new URL(url);
      const call = {
        ...{ method, path: pathname, query: searchParams, body: asObject(body) },
        authorization: headers?.Authorization,
      };
      const { status, json, text, type, headers: given } = wekanAnswer(world, newest, call);
      const contentType = json === undefined ? (type ?? '') : 'application/json';
      return response(status, contentType, json === undefined ? (text ?? '') : JSON.stringify(json), given);
    },
  };
}

/** What a fake Taiga answers. `after`: its webhooks leave when it has. */
export function taigaFar(host: string, site: Site, hooks: Hooks, after: () => void): FarSide {
  return {
    host,
    side: 'board',
    answer: async ({ method, url, headers, body }) => {
      const { pathname: path, searchParams: query } = new URL(url);
      const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
      const sent = body instanceof FormData ? fieldsOf(body) : { body: asObject(body), files: {} };
      const call = { site, hooks, method, path, query, ...sent };
      const {
        status,
        json,
        text,
        headers: given,
      } = await taigaAnswer({
        ...call,
        headers: Object.fromEntries(lower),
      });
      after();
      const contentType =
        json !== undefined ? 'application/json' : text === undefined ? '' : 'text/html; charset=utf-8';
      return response(status, contentType, json === undefined ? (text ?? '') : JSON.stringify(json), given);
    },
  };
}

/** What a fake Mattermost answers. */
export function mattermostFar(host: string, world: ChatWorld, callOut: CallOut): FarSide {
  const routes = { ...peopleRoutes, ...postRoutes, ...commandRoutes(callOut, () => `http://${host}`) };
  return {
    host,
    side: 'chat',
    answer: async ({ method, url, headers, body }) => {
      const { pathname, searchParams } = new URL(url);
      const {
        status = 200,
        json,
        text,
      } = await chatAnswer(
        { world, routes },
        { headers: { authorization: headers?.Authorization, 'content-type': 'application/json' } },
        { method, path: pathname },
        searchParams,
        body === undefined ? '' : JSON.stringify(body),
      );
      return text === undefined
        ? response(status, 'application/json', JSON.stringify(json))
        : response(status, 'text/plain; charset=utf-8', text);
    },
  };
}

/** What a fake Discord answers. */
export function discordFar(host: string, world: DiscordWorld): FarSide {
  const parts = { world, invalid: createInvalidRequests(world) };
  const use = createBuckets(world);
  return {
    host,
    side: 'discord',
    answer: async ({ method, url, headers = {}, body, bytes }) => {
      const { pathname, searchParams: query } = new URL(url);
      if (bytes !== undefined) return fileOf(world, pathname, query);
      const { version, path } = readPath(pathname);
      const {
        status,
        json,
        text,
        headers: given,
      } = await answerTo(parts, use, {
        ...{ version, query, entry: { method, path, body: undefined, status: 0 } },
        headers: {
          agent: headers['User-Agent'],
          authorization: headers.Authorization,
          type: 'application/json',
        },
        raw: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
      });
      const contentType = json === undefined ? '' : 'application/json';
      return response(status, contentType, json === undefined ? (text ?? '') : JSON.stringify(json), given);
    },
  };
}

/** What Discord's own file server gives for a link. */
function fileOf(world: DiscordWorld, path: string, query: URLSearchParams): HttpResponse {
  const file = download(world, path, query);
  if (!file) return response(404, 'text/plain', 'This content is no longer available.');
  return { ...response(200, file.type, ''), bytes: file.bytes };
}

/** An outgoing client that reaches these servers, each call through the gate. */
export function httpTo(farSides: readonly FarSide[], through: Through): Http {
  return {
    send: (request) => {
      const { host, pathname } = new URL(request.url);
      const farSide = farSides.find((each) => each.host === host);
      if (!farSide) throw new Error(`nobody is at ${host}`);
      const sent = request.body === undefined ? request : { ...request, body: asSent(request.body) };
      return through(farSide.side, `${request.method} ${pathname}`, () => farSide.answer(sent));
    },
  };
}

function asObject(body: unknown): Readonly<Record<string, unknown>> {
  return (asSent(body) ?? {}) as Readonly<Record<string, unknown>>;
}

function asSent(body: unknown): unknown {
  if (body === undefined || body instanceof FormData) return body;
  return JSON.parse(JSON.stringify(body));
}

function response(
  status: number,
  contentType: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const json = contentType.startsWith('application/json') ? (JSON.parse(text) as unknown) : undefined;
  return { status, headers: { ...headers, 'content-type': contentType }, contentType, text, json };
}
