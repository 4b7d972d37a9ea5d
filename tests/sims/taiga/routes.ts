import { userOf } from './access.ts';
import { crashed, notFound, type SimAnswer, SimError } from './answers.ts';
import type { SimCall } from './route.ts';
import { extraRoutes } from './routes-extras.ts';
import { historyRoutes } from './routes-history.ts';
import { loginRoutes } from './routes-login.ts';
import { projectRoutes } from './routes-projects.ts';
import { storyRoutes } from './routes-stories.ts';
import { taskRoutes } from './routes-tasks.ts';
import { webhookRoutes } from './routes-webhooks.ts';

const routes = [
  ...loginRoutes,
  ...projectRoutes,
  ...extraRoutes,
  ...storyRoutes,
  ...taskRoutes,
  ...historyRoutes,
  ...webhookRoutes,
];

/** One call as it came in. */
export interface IncomingCall extends Omit<SimCall, 'user' | 'params'> {
  readonly method: string;
  readonly path: string;
}

/** What the server answers to a call. A0.2: a write over REST causes the same webhooks as anything else. */
export async function answerOf({ method, path, ...call }: IncomingCall): Promise<SimAnswer> {
  try {
    const user = userOf(call.site.world, text(call.headers.authorization), call.site.now());
    for (const each of routes) {
      const match = each.method === method ? each.path.exec(path) : null;
      if (match) return await each.handle({ ...call, user, params: match.groups ?? {} });
    }
    throw notFound();
  } catch (error) {
    if (error instanceof SimError) return error.answer;
    // A1.7: what dies in there is a page with a 500; what was stored before stays stored.
    if (error instanceof TypeError) return crashed;
    throw error;
  }
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
