import { userOf } from './access.ts';
import { empty, page, renderError, type SimAnswer, SimError } from './answers.ts';
import type { SimVersion } from './route.ts';
import { attachmentRoutes } from './routes-attachments.ts';
import { boardRoutes } from './routes-boards.ts';
import { cardRoutes } from './routes-cards.ts';
import { checklistRoutes } from './routes-checklists.ts';
import { commentRoutes } from './routes-comments.ts';
import { loginRoutes } from './routes-login.ts';
import { webhookRoutes } from './routes-webhooks.ts';
import type { World } from './world.ts';

const routes = [
  ...loginRoutes,
  ...boardRoutes,
  ...cardRoutes,
  ...commentRoutes,
  ...checklistRoutes,
  ...attachmentRoutes,
  ...webhookRoutes,
];

/** One call as it came in. */
export interface IncomingCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

/**
 * What the server answers to a call. A0.1: a write over REST fires no webhook, whatever it is; only people's own doings do, and
 * those are in person.ts.
 */
export function answerOf(world: World, version: SimVersion, call: IncomingCall): SimAnswer {
  if (!version.api && call.path.startsWith('/api/')) return apiOff(version.old);
  for (const { method, path, style, handle } of routes) {
    const match = method === call.method ? path.exec(call.path) : null;
    if (!match) continue;
    try {
      const { query, body } = call;
      const user = userOf(world, call.authorization);
      return handle({ world, version, user, params: match.groups ?? {}, query, body });
    } catch (error) {
      if (error instanceof SimError) return renderError(error, style, version.old);
      throw error;
    }
  }
  // A2.3: an unknown path is the app's page for a GET and an empty 405 for everything else.
  return call.method === 'GET' ? page() : empty(405);
}

/** A2.1: with the API off, 403 as plain text since v10.99; before, a redirect to the app. */
function apiOff(old: boolean): SimAnswer {
  if (old) return { status: 301, headers: { Location: '/' } };
  return { status: 403, type: 'text/plain', text: 'The REST API is disabled' };
}
