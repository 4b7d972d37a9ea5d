import type { SimAnswer } from './answers.ts';
import type { Hooks } from './hooks.ts';
import type { Site } from './site.ts';
import type { SimUser } from './world.ts';

/** A file that came in a multipart body. */
export interface SimFile {
  readonly name: string;
  readonly size: number;
}

export interface SimCall {
  readonly site: Site;
  readonly hooks: Hooks;
  /** Undefined for an anonymous caller. */
  readonly user: SimUser | undefined;
  /** What stood for `:id` … in the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, SimFile>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface SimRoute {
  readonly method: string;
  readonly path: RegExp;
  readonly handle: (call: SimCall) => SimAnswer | Promise<SimAnswer>;
}

/** Writes a route below `/api/v1`: `route('GET', '/projects/:id', handle)`. A parameter is a number unless written `:name*`. */
export function route(method: string, path: string, handle: SimRoute['handle']): SimRoute {
  const pattern = path.replace(/:(\w+)\*/g, '(?<$1>[^/]+)').replace(/:(\w+)/g, '(?<$1>\\d+)');
  return { method, path: new RegExp(`^/api/v1${pattern}/?$`), handle };
}

export function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text === null || text === '' ? undefined : Number(text);
}
