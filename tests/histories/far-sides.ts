import type { Http, HttpRequest, HttpResponse } from '../../lib/http/http.ts';
import type { CallOut } from '../sims/mattermost/callback.ts';
import { commandRoutes } from '../sims/mattermost/routes-commands.ts';
import { peopleRoutes } from '../sims/mattermost/routes-people.ts';
import { postRoutes } from '../sims/mattermost/routes-posts.ts';
import { answer as chatAnswer } from '../sims/mattermost/server.ts';
import type { World as ChatWorld } from '../sims/mattermost/world.ts';
import type { SimVersion } from '../sims/wekan/route.ts';
import { answerOf } from '../sims/wekan/routes.ts';
import type { World as BoardWorld } from '../sims/wekan/world.ts';
import type { Side } from './faults.ts';
import type { Through } from './workers.ts';

/** A server of a fake, called in this process instead of over a network. */
export interface FarSide {
  readonly host: string;
  readonly side: Side & ('board' | 'chat');
  answer(request: HttpRequest): HttpResponse | Promise<HttpResponse>;
}

const newest: SimVersion = { old: false, api: true, exports: true, uploads: true, privateTargets: true };

/** The fake board's answers. */
export function boardSide(host: string, world: BoardWorld, now: () => number): FarSide {
  return {
    host,
    side: 'board',
    answer: ({ method, url, headers, body }) => {
      const { pathname, searchParams } = new URL(url);
      const call = {
        ...{ method, path: pathname, query: searchParams },
        body: (asSent(body) ?? {}) as Readonly<Record<string, unknown>>,
        authorization: headers?.Authorization,
      };
      const { status, json, text, type, headers: given } = answerOf(world, newest, call, now());
      const contentType = json === undefined ? (type ?? '') : 'application/json';
      return response(status, contentType, json === undefined ? (text ?? '') : JSON.stringify(json), given);
    },
  };
}

/** The fake chat's answers. */
export function chatSide(host: string, world: ChatWorld, callOut: CallOut): FarSide {
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

function asSent(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body));
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
