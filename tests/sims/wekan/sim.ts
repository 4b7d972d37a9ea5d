import type { IncomingMessage, ServerResponse } from 'node:http';
import { suffer } from '../faults.ts';
import { openServer } from '../open-server.ts';
import { page, type SimAnswer } from './answers.ts';
import { createFaults, type Faults } from './faults.ts';
import { createHooks, type Hooks } from './hooks.ts';
import { createPerson, type SimPerson } from './person.ts';
import type { SimVersion } from './route.ts';
import { answerOf } from './routes.ts';
import { seed } from './seed.ts';
import { emptyWorld, type SimBoard, type World } from './world.ts';

/** A call that the fake has had, in order. The path is without its query. */
export interface LoggedCall {
  readonly method: string;
  readonly path: string;
}

/** A fake Wekan server: real HTTP, and the behaviour of the contract with its quirks. */
export interface WekanSim {
  readonly url: string;
  readonly world: World;
  /** The board the world starts with: columns To Do, Doing, Review, Done; labels urgent, bug, question. */
  readonly board: SimBoard;
  readonly requests: LoggedCall[];
  readonly faults: Faults;
  readonly hooks: Hooks;
  /** The hands of a person in the board's own pages. The world starts with ann, bob, tom, and the bridge's own cardwire. */
  asUser(username: string): SimPerson;
  stop(): Promise<void>;
}

export interface WekanSimOptions extends Partial<SimVersion> {
  /** Any free one unless told. */
  readonly port?: number;
  /** Milliseconds between a webhook that runs ahead and the write it tells of (A1.6); 20 unless told. */
  readonly hookDelayMs?: number;
  /** `WEBHOOKS_ATTRIBUTES`. */
  readonly attributes?: readonly string[];
  /** Epoch milliseconds: every date, tokens and the login throttle. */
  readonly now?: () => number;
}

/** Starts a fake server on this machine. */
export async function startWekanSim(options: WekanSimOptions = {}): Promise<WekanSim> {
  const { port = 0, hookDelayMs = 20, now = Date.now } = options;
  const version: SimVersion = {
    old: options.old ?? false,
    api: options.api ?? true,
    exports: options.exports ?? true,
    uploads: options.uploads ?? true,
    privateTargets: options.privateTargets ?? true,
  };
  const world = emptyWorld(now);
  const board = seed(world);
  const requests: LoggedCall[] = [];
  const faults = createFaults(world);
  const hooks = createHooks(world, { old: version.old, attributes: options.attributes });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wekan.test');
    const method = request.method ?? 'GET';
    requests.push({ method, path: pathname });
    const body = await readBody(request);
    const call = {
      method,
      path: pathname,
      query: searchParams,
      body,
      authorization: request.headers.authorization,
    };
    const work = () => answerOf(world, version, call);
    await suffer(faults.take(method, pathname), { work, page, write }, response);
  }

  const { url, stop } = await openServer(serve, port);
  return {
    url,
    world,
    board,
    requests,
    faults,
    hooks,
    asUser: (username) => createPerson(world, hooks, username, hookDelayMs),
    stop,
  };
}

function write(response: ServerResponse, { status, json, text, type, headers }: SimAnswer): void {
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  // A2.3: a content type only where there is a body.
  if (json !== undefined) response.setHeader('Content-Type', 'application/json');
  else if (type !== undefined) response.setHeader('Content-Type', type);
  response.writeHead(status);
  response.end(json === undefined ? (text ?? '') : JSON.stringify(json));
}

/** A2.4: JSON only, here as there; anything else is an empty body. */
async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}
