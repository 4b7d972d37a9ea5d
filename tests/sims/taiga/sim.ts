import type { IncomingMessage, ServerResponse } from 'node:http';
import { suffer } from '../faults.ts';
import { openServer } from '../open-server.ts';
import { type SimAnswer, throttled } from './answers.ts';
import { createFaults, type Faults } from './faults.ts';
import { createHooks, type Hooks } from './hooks.ts';
import { createPerson, type SimPerson } from './person.ts';
import { readBody } from './read-body.ts';
import { answerOf } from './routes.ts';
import { seed } from './seed.ts';
import type { Site } from './site.ts';
import { emptyWorld, type SimProject, type World } from './world.ts';

/** A call that the fake has had, in order. The path is without its query. */
export interface LoggedCall {
  readonly method: string;
  readonly path: string;
}

/** A fake Taiga: real HTTP, and the behaviour of the contract with its quirks. */
export interface TaigaSim {
  /** The server's address; REST is below `/api/v1`, and people's pages are here too unless `front` was given. */
  readonly url: string;
  readonly world: World;
  /**
   * The project the world starts with, slug `ops`: columns New, Ready, In progress, Done (closed), Archived (closed and archived);
   * tags urgent, bug, question.
   */
  readonly project: SimProject;
  readonly site: Site;
  readonly requests: LoggedCall[];
  readonly faults: Faults;
  readonly hooks: Hooks;
  /** Resolved when every webhook that is on its way has been answered. */
  settled(): Promise<void>;
  /**
   * The hands of a person in the pages. The world starts with ann (project admin), bob, tom, cardwire (the bridge's own, member),
   * eve (may only comment), and root (no member).
   */
  asUser(username: string): SimPerson;
  stop(): Promise<void>;
}

export interface TaigaSimOptions {
  /** Any free one unless told. */
  readonly port?: number;
  /** Where people's pages are, without a slash at the end; the server itself unless told. */
  readonly front?: string;
  /** A1.6: webhooks are sent by workers after the answer (true, Docker's way), or before it. */
  readonly celery?: boolean;
  /** Lets webhooks go to this machine (A1.1); true unless told. */
  readonly privateTargets?: boolean;
  /** Milliseconds a token is good for (A2.1); 24 hours and 8 days unless told. */
  readonly lifetimes?: { readonly access?: number; readonly refresh?: number };
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const hour = 3_600_000;

/** Starts a fake server on this machine. */
export async function startTaigaSim(options: TaigaSimOptions = {}): Promise<TaigaSim> {
  const { port = 0, celery = true, privateTargets = true, now = Date.now } = options;
  const world = emptyWorld();
  const project = seed(world);
  const requests: LoggedCall[] = [];
  const faults = createFaults(world);
  const hooks = createHooks(world);
  const sending = new Set<Promise<void>>();

  const { url, stop } = await openServer(serve, port);
  const lifetimes = { access: 24 * hour, refresh: 8 * 24 * hour, ...options.lifetimes };
  const front = options.front ?? url;
  const { between } = faults;
  const site: Site = { world, front, celery, privateTargets, now, lifetimes, between, raise: hooks.raise };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    requests.push({ method, path });
    const read = await readBody(request);
    const { headers } = request;
    const work = async () => {
      const answer = await answerOf({ site, hooks, method, path, query, headers, ...read });
      // A1.6: without workers, whoever called waits until every webhook has been answered.
      const sent = flush();
      if (!celery) await sent;
      return answer;
    };
    const fault = faults.take(method, path);
    if (fault?.kind === 'throttled') return write(response, throttled(fault.seconds));
    await suffer(fault, { work, page, write }, response);
  }

  function flush(): Promise<void> {
    const flushing = hooks.flush().finally(() => sending.delete(flushing));
    sending.add(flushing);
    return flushing;
  }

  return {
    url,
    world,
    project,
    site,
    requests,
    faults,
    hooks,
    settled: async () => {
      while (sending.size > 0) await Promise.all(sending);
    },
    asUser: (username) => createPerson(site, flush, username),
    stop,
  };
}

const page = (status = 200): SimAnswer => ({ status, text: '<!DOCTYPE html><html><body></body></html>' });

function write(response: ServerResponse, { status, json, text, headers }: SimAnswer): void {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (json !== undefined) response.setHeader('Content-Type', 'application/json');
  else if (text !== undefined) response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.writeHead(status);
  response.end(json === undefined ? (text ?? '') : JSON.stringify(json));
}
