import type { Route, Routes } from './call.ts';
import { applicationRoutes } from './routes-application.ts';
import { commandRoutes } from './routes-commands.ts';
import { interactionRoutes } from './routes-interactions.ts';
import { messageRoutes } from './routes-messages.ts';
import { placeRoutes } from './routes-places.ts';
import { threadRoutes } from './routes-threads.ts';

const guarded: Routes = {
  ...applicationRoutes,
  ...commandRoutes,
  ...messageRoutes,
  ...placeRoutes,
  ...threadRoutes,
};

export interface Found {
  readonly pattern: string;
  readonly route: Route;
  readonly parts: readonly string[];
  /** The parts that have to be ids. */
  readonly ids: readonly string[];
  /** Takes no token of the bot's. */
  readonly open: boolean;
}

/** The route of a call; a written-out part wins over a `*`. */
export function find(method: string, path: string): Found | undefined {
  const parts = path.slice(1).split('/');
  const fitting = [...entries(guarded, false), ...entries(interactionRoutes, true)]
    .filter(({ verb, wanted }) => verb === method && fits(wanted, parts))
    .sort((a, b) => stars(a.wanted) - stars(b.wanted));
  const [found] = fitting;
  if (!found) return undefined;
  const given = parts.filter((_, at) => found.wanted[at] === '*');
  // `@me` and `@original` stand for ids; a token is none.
  const ids = (found.open ? given.slice(0, 1) : given).filter((part) => !part.startsWith('@'));
  return { pattern: found.wanted.join('/'), route: found.route, parts: given, ids, open: found.open };
}

function entries(routes: Routes, open: boolean) {
  return Object.entries(routes).map(([key, route]) => {
    const [verb = '', template = ''] = key.split(' ');
    return { verb, wanted: template.slice(1).split('/'), route, open };
  });
}

function fits(wanted: readonly string[], parts: readonly string[]): boolean {
  return wanted.length === parts.length && wanted.every((each, at) => each === '*' || each === parts[at]);
}

function stars(wanted: readonly string[]): number {
  return wanted.filter((each) => each === '*').length;
}
