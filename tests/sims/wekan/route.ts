import type { ErrorStyle, SimAnswer } from './answers.ts';
import type { SimUser, World } from './world.ts';

/** How this fake differs from the newest server. */
export interface SimVersion {
  /**
   * A server of the v8.3 to v9.6 kind: no `username` in webhooks, no dates in the answer of lists, thrown refusals are bare 500s,
   * `authorId` is required, due dates are ignored on create, people who are no members are stored as given.
   */
  readonly old: boolean;
  /** `WITH_API`. */
  readonly api: boolean;
  /** Whether an administrator has switched the board export off. */
  readonly exports: boolean;
  /** Whether files can be uploaded over REST: builds on Meteor 3 give up on every one (A2.5). */
  readonly uploads: boolean;
  /** Lets webhooks go to this machine. The real server refuses private targets, with no switch (A1.4). */
  readonly privateTargets: boolean;
}

export interface SimCall {
  readonly world: World;
  readonly version: SimVersion;
  /** Undefined for an anonymous caller. */
  readonly user: SimUser | undefined;
  /** What stood for `:b`, `:l`, `:c` … in the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SimRoute {
  readonly method: string;
  readonly path: RegExp;
  readonly style: ErrorStyle;
  readonly handle: (call: SimCall) => SimAnswer;
}

/** Writes a route: `route('GET', '/api/boards/:b', 'A', handle)`. */
export function route(
  method: string,
  path: string,
  style: ErrorStyle,
  handle: (call: SimCall) => SimAnswer,
): SimRoute {
  return { method, path: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`), style, handle };
}
